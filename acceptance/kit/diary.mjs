// What a criterion did to the program, so that a failure can be repeated by hand.
const SHOWN_REQUESTS = 4;
const SHOWN_LINES = 12;

export class Diary {
  #steps = [];
  #outputs = [];

  add(step) {
    this.#steps.push(step);
  }

  addOutput(name, read) {
    this.#outputs.push([name, read]);
  }

  toString() {
    return [...this.#listSteps(), ...this.#listOutputs()].join('\n');
  }

  #listSteps() {
    if (this.#steps.length === 0) return [];
    const starts = this.#steps.filter(({ kind }) => kind === 'start').slice(-1);
    const rest = this.#steps.filter(({ kind }) => kind !== 'start').slice(-SHOWN_REQUESTS);
    return ['To see it yourself:', ...nameTokens([...starts, ...rest].map(({ text }) => `  ${text}`))];
  }

  #listOutputs() {
    return this.#outputs.flatMap(([name, read]) => {
      const lines = read().trimEnd().split('\n').slice(-SHOWN_LINES);
      return lines.join('') ? [`${name}:`, ...lines.map((line) => `  ${line}`)] : [];
    });
  }
}

// Access tokens are long, and those of a test are of no use later: they become variables.
function nameTokens(lines) {
  const names = new Map();
  const nameOf = (token) => {
    if (!names.has(token)) names.set(token, `$TOKEN${names.size === 0 ? '' : names.size + 1}`);
    return names.get(token);
  };
  const shown = lines.map((line) => line.replace(/'(authorization: Bearer) ([\w-]+\.[\w-]+\.[\w-]+)'/gi, (_, name, token) => `"${name} ${nameOf(token)}"`));
  if (names.size === 0) return shown;
  const list = [...names.values()].join(' and ');
  return [...shown, `  # ${list}: the accessToken of a login${names.size > 1 ? ', each of another member' : ''}`];
}

export function quote(text) {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

export function showRun(args, env) {
  const set = Object.entries(env).filter(([, value]) => value !== undefined);
  return [...set.map(([name, value]) => `${name}=${quote(value)}`), ...args.map(quote)].join(' ');
}

export function showRequest(method, path, { headers, body }) {
  const words = ['curl -i', method === 'HEAD' ? '--head' : method === 'GET' ? '' : `-X ${method}`];
  for (const [name, value] of Object.entries(headers)) words.push(`-H ${quote(`${name}: ${value}`)}`);
  if (body !== undefined) words.push(showBody(body));
  return [...words.filter(Boolean), quote(`http://localhost:3000${path}`)].join(' ');
}

function showBody(body) {
  const text = Buffer.from(body).toString('utf8');
  const printable = Buffer.from(text).equals(Buffer.from(body)) && text.length <= 2000;
  return printable ? `--data-binary ${quote(text)}` : `--data-binary @FILE_OF_${Buffer.from(body).length}_BYTES`;
}
