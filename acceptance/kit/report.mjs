// The reports: text for the learner, JSON for programs, JUnit for a mentor's tools. TAP is Node's own.
const KEY = /^(\d+[a-z]?\.\d+)\/(\d+) (.*)$/s;

// The events of the test runner as results: { key, exercise, text, result, message, ms }; `key` is missing
// where a test file failed before it came to a criterion.
async function* readResults(events) {
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const [, exercise, number, text] = KEY.exec(data.name) ?? [];
    const message = readMessage(data);
    if (!exercise && (type === 'test:pass' || !message)) continue;
    const skipped = data.skip !== undefined && data.skip !== false;
    const result = skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const ms = Math.round(data.details?.duration_ms ?? 0);
    yield { key: exercise && `${exercise}/${number}`, exercise, text: text ?? data.name, result, message: skipped ? data.skip : message, ms };
  }
}

function readMessage({ details }) {
  const error = details?.error;
  if (error?.failureType === 'subtestsFailed') return '';
  return error?.cause?.message ?? error?.message ?? '';
}

export function makeTextReport(colors) {
  const paint = (code, text) => (colors ? `\u001B[${code}m${text}\u001B[0m` : text);
  const marks = { passed: paint(32, '✔'), failed: paint(31, '✖'), skipped: '-' };
  return async function* reportText(events) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    for await (const { key, text, result, message } of readResults(events)) {
      counts[result] += 1;
      yield `${marks[result]} ${key ?? 'The check itself failed:'} ${text}\n`;
      if (result === 'skipped') yield `    skipped: ${message}\n`;
      if (result === 'failed') yield `${indent(message)}\n`;
    }
    yield summarize(counts, paint);
  };
}

const indent = (text) => text.trimEnd().split('\n').map((line) => `    ${line}`.trimEnd()).join('\n');

function summarize({ passed, failed, skipped }, paint) {
  const asked = passed + failed;
  const rest = skipped ? ` ${skipped} skipped.` : '';
  if (failed) return `\n${paint(31, `${passed} of ${asked} criteria hold.`)}${rest}\n`;
  return `\n${paint(32, asked === 1 ? 'The criterion holds.' : `All ${asked} criteria hold.`)}${rest}\n`;
}

export async function* reportJson(events) {
  for await (const { key, result, ms, message } of readResults(events)) {
    yield `${JSON.stringify({ criterion: key, result, ms, message: message || undefined })}\n`;
  }
}

// One suite for each exercise. It is written at the end, since a suite begins with its counts.
export async function* reportJunit(events) {
  const suites = new Map();
  for await (const result of readResults(events)) {
    const name = result.exercise ?? 'check';
    suites.set(name, [...(suites.get(name) ?? []), result]);
  }
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  for (const [name, results] of suites) yield writeSuite(name, results);
  yield '</testsuites>\n';
}

function writeSuite(name, results) {
  const count = (wanted) => results.filter(({ result }) => result === wanted).length;
  const cases = results.map(({ key, text, result, message, ms }) => {
    const [first] = message.split('\n');
    const inside = {
      passed: '',
      skipped: `<skipped message="${escapeXml(first)}"/>`,
      failed: `<failure message="${escapeXml(first)}">${escapeXml(message)}</failure>`,
    }[result];
    return `    <testcase classname="${name}" name="${escapeXml(`${key ?? ''} ${text}`.trim())}" time="${ms / 1000}">${inside}</testcase>\n`;
  });
  return `  <testsuite name="${name}" tests="${results.length}" failures="${count('failed')}" skipped="${count('skipped')}">\n${cases.join('')}  </testsuite>\n`;
}

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;' };

// XML 1.0 cannot hold control characters at all: they become U+FFFD.
const escapeXml = (text) => text.replace(/[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD').replace(/[&<>"\n]/g, (character) => ENTITIES[character]);
