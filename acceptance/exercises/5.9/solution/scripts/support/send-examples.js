import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

const CHARACTERS = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

const unescapeHtml = (text) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => CHARACTERS[entity]);

// The examples of a page, in its order.
export async function readExamples(url) {
  const page = await (await fetch(`${url}/docs`)).text();
  return [...page.matchAll(/<pre class="example"[^>]* data-example="([^"]*)"/g)].map(([, data]) => JSON.parse(unescapeHtml(data)));
}

// Puts values in the place of {{name}}, in all texts of a request.
async function fill(part, valueOf) {
  if (typeof part === 'string') {
    const parts = await Promise.all(part.split(/\{\{(\w+)\}\}/).map((text, at) => (at % 2 ? valueOf(text) : text)));
    return parts.join('');
  }
  if (part === null || typeof part !== 'object') return part;
  const entries = await Promise.all(Object.entries(part).map(async ([name, value]) => [name, await fill(value, valueOf)]));
  return Object.fromEntries(entries);
}

async function makeForm(file) {
  const form = new FormData();
  form.append('photo', new Blob([await readFile(file)]), basename(file));
  return form;
}

async function send(url, { method, path, params = {}, query = {}, headers = {}, body, file }) {
  const target = new URL(url + path.replace(/:(\w+)/g, (whole, name) => encodeURIComponent(params[name])));
  target.search = new URLSearchParams(query);
  const json = body === undefined ? {} : { 'content-type': 'application/json' };
  const content = file === undefined ? JSON.stringify(body) : await makeForm(file);
  const res = await fetch(target, { method: method.toUpperCase(), headers: { ...json, ...headers }, body: content });
  const type = (res.headers.get('content-type') ?? '').split(';')[0];
  const text = await res.text();
  return { status: res.status, headers: res.headers, type, body: /json$/.test(type) ? JSON.parse(text) : undefined };
}

function save(values, wanted = {}, { headers, body }) {
  for (const [name, source] of Object.entries(wanted)) {
    values[name] = source.startsWith('header ') ? headers.get(source.slice(7)) : body?.[source.slice(1)];
  }
}

// Sends all examples of the page and gives { example, answer } for each, or { example, problem } where it cannot be sent.
export async function* sendExamples({ url, staffToken, readResetToken }) {
  const values = { staffToken };
  async function valueOf(name) {
    if (name === 'resetToken') return readResetToken();
    if (values[name] === undefined) throw new Error(`there is no value for {{${name}}}`);
    return values[name];
  }
  for (const example of await readExamples(url)) {
    const { params, query, headers, body } = example;
    try {
      const request = await fill({ params, query, headers, body }, valueOf);
      const answer = await send(url, { ...example, ...request });
      save(values, example.save, answer);
      yield { example, answer };
    } catch (error) {
      yield { example, problem: error.message };
    }
  }
}
