import { createHmac, timingSafeEqual } from 'node:crypto';

// A cursor is a value as base64url, a dot and the signature of this text.
export function createCursors(key) {
  const sign = (text) => createHmac('sha256', key).update(text).digest('base64url');

  function isSigned(text, signature) {
    const [expected, given] = [Buffer.from(sign(text)), Buffer.from(signature)];
    return expected.length === given.length && timingSafeEqual(expected, given);
  }

  return {
    write(value) {
      const text = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${text}.${sign(text)}`;
    },
    // The value, or undefined for a cursor that this server did not write.
    read(cursor) {
      const [text, signature, ...rest] = cursor.split('.');
      if (signature === undefined || rest.length > 0 || !isSigned(text, signature)) return undefined;
      return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    },
  };
}
