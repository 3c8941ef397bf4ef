const MAX_LENGTH = 150;
const ESCAPES = { '%22': '"', '%0D': '\r', '%0A': '\n' };

// What a client calls its file, fit for people and headers.
export function cleanName(text) {
  const plain = text.replace(/%22|%0D|%0A/gi, (escape) => ESCAPES[escape.toUpperCase()]).toWellFormed();
  const last = plain.split(/[/\\]/).at(-1);
  const clean = last.replace(/[\p{Cc}\p{Bidi_Control}]+/gu, ' ').trim();
  return [...clean].slice(0, MAX_LENGTH).join('') || 'photo';
}

const encode = (text) => encodeURIComponent(text).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);

// The header Content-Disposition, with the name for old clients and, where it differs, for new ones.
export function writeDisposition(kind, name) {
  const ascii = name.replace(/[^ -~]/gu, '?');
  const quoted = ascii.replace(/["\\]/g, '\\$&');
  return `${kind}; filename="${quoted}"${ascii === name ? '' : `; filename*=UTF-8''${encode(name)}`}`;
}
