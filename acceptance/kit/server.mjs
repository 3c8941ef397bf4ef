// A running server of the learner, and the requests that a criterion sends to it.
import { once } from 'node:events';
import { request } from 'node:http';
import assert from 'node:assert/strict';
import { showRequest } from './diary.mjs';
import { eventually, waitFor } from './patience.mjs';
import { signalGroup } from './processes.mjs';

export class Server {
  constructor(program, child, url) {
    Object.assign(this, { program, child, url, always: {} });
    this.port = Number(new URL(url).port);
    program.diary.addOutput('The server wrote to standard error', () => child.output.stderr);
  }

  get stdout() {
    return this.child.output.stdout;
  }

  get stderr() {
    return this.child.output.stderr;
  }

  get lines() {
    return this.stdout.split('\n').slice(0, -1);
  }

  get ended() {
    return this.child.ended;
  }

  signal(name) {
    signalGroup(this.child, name);
  }

  // The line number `index` of standard output, as soon as it is there.
  line(index) {
    return eventually(() => this.lines[index], (ms) => `Standard output has only ${this.lines.length} lines after ${ms / 1000} s:\n${this.stdout}`);
  }

  // Waits until standard error says this: it may come after the answer.
  waitForError(pattern) {
    return eventually(() => pattern.test(this.stderr), () => `Standard error does not match ${pattern}:\n${this.stderr}`);
  }

  async stop(signal = 'SIGTERM') {
    this.signal(signal);
    return waitFor(this.ended, (ms) => `The server did not end within ${ms / 1000} s of ${signal}.`);
  }

  // Each of these sends a request; `status` is what the answer must have, null where any will do.
  get(path, status, options) { return this.send('GET', path, status, options); }
  head(path, status, options) { return this.send('HEAD', path, status, options); }
  post(path, status, options) { return this.send('POST', path, status, options); }
  put(path, status, options) { return this.send('PUT', path, status, options); }
  patch(path, status, options) { return this.send('PATCH', path, status, options); }
  delete(path, status, options) { return this.send('DELETE', path, status, options); }

  // The same server, asked with these headers as well in each request.
  with(headers) {
    return Object.create(this, { always: { value: { ...this.always, ...headers } } });
  }

  // The response as soon as its head is there, its body unread; who asks has to read it or to destroy it.
  async open(method, path) {
    const { hostname, port } = new URL(this.url);
    const req = request({ host: hostname, port, method, path, headers: dropUndefined(this.always), agent: false }).end();
    const [res] = await waitFor(once(req, 'response'), (ms) => `No answer to ${method} ${path} within ${ms / 1000} s.`);
    return res.on('error', () => {});
  }

  async send(method, path, status, { json, body, headers = {}, agent = false } = {}) {
    headers = dropUndefined({ ...this.always, ...headers });
    if (json !== undefined) [body, headers] = [JSON.stringify(json), { 'content-type': 'application/json', ...headers }];
    const shown = showRequest(method, path, { headers, body });
    const step = { kind: 'request', text: shown };
    this.program.diary.add(step);
    const answer = await waitFor(exchange(this.url, method, path, { headers, body, agent }), (ms) => `No answer to ${method} ${path} within ${ms / 1000} s.`);
    await readPipes();
    step.text = `${shown}   # ${answer.status} ${answer.bytes.subarray(0, 160).toString('utf8').replaceAll('\n', ' ')}`.trimEnd();
    if (status !== undefined && status !== null) assert.equal(answer.status, status, `${method} ${path} has the wrong status`);
    return answer;
  }
}

// What the server printed before it answered lies in its pipes: they are read when the event loop has gone round once.
const readPipes = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

const dropUndefined = (headers) => Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

function exchange(url, method, path, { headers, body, agent }) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const fail = (error) => reject(new Error(`${method} ${path} got no answer: ${error.code ?? error.message}`, { cause: error }));
    const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
    const req = request({ host: hostname, port, method, path, headers: { ...length, ...headers }, agent });
    req.on('error', fail).on('response', async (res) => {
      try {
        const chunks = [];
        for await (const chunk of res) chunks.push(chunk);
        resolve(new Answer(res, Buffer.concat(chunks), `${method} ${path}`));
      } catch (error) {
        fail(error);
      }
    });
    req.end(body);
  });
}

export class Answer {
  constructor(res, bytes, request) {
    this.status = res.statusCode;
    this.bytes = bytes;
    this.request = request;
    this.headers = new Headers();
    for (let at = 0; at < res.rawHeaders.length; at += 2) this.headers.append(res.rawHeaders[at], res.rawHeaders[at + 1]);
  }

  get text() {
    return this.bytes.toString('utf8');
  }

  get type() {
    return this.headers.get('content-type') ?? '';
  }

  get json() {
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Error(`The body of ${this.request} is not JSON: ${this.text.slice(0, 200) || '(empty)'}`);
    }
  }

  // The methods in the Allow header, sorted.
  get allow() {
    return (this.headers.get('allow') ?? '').split(',').map((method) => method.trim()).filter(Boolean).sort();
  }

  // Asserts that this is problem JSON, and gives it.
  get problem() {
    assert.match(this.type, /^application\/problem\+json/, `${this.request}: the content type of a failure`);
    assert.equal(this.json.status, this.status, `${this.request}: the member status`);
    return this.json;
  }
}
