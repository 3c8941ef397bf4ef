const name = 'src/file-name.js';
const router = 'src/photos-router.js';

export default [
  { wrong: 'the escapes of forms stay', caught: [1], file: name, find: "text.replace(/%22|%0D|%0A/gi, (escape) => ESCAPES[escape.toUpperCase()]).toWellFormed()", put: 'text.toWellFormed()' },
  { wrong: 'only the plain form of the name', caught: [1, 4], file: name, find: "${ascii === name ? '' : `; filename*=UTF-8''${encode(name)}`}", put: '' },
  { wrong: 'the name is not encoded', caught: [1], file: name, find: '${encode(name)}', put: '${ascii}' },
  { wrong: 'old clients get Latin-1', caught: [2], file: name, find: '/[^ -~]/gu', put: '/[^ -~\\u00a0-\\u00ff]/gu' },
  { wrong: 'a quote ends the name', caught: [2], file: name, find: ".replace(/[\"\\\\]/g, '\\\\$&')", put: '' },
  { wrong: 'the whole path is the name', caught: [3], file: name, find: "plain.split(/[/\\\\]/).at(-1)", put: 'plain' },
  { wrong: 'a backslash belongs to the name', caught: [3], file: name, find: "split(/[/\\\\]/)", put: "split('/')" },
  { wrong: 'characters that switch direction stay', caught: [3], file: name, find: '\\p{Bidi_Control}', put: '' },
  { wrong: 'an empty name', caught: [3], file: name, find: " || 'photo'", put: '' },
  { wrong: 'half an emoji', caught: [4], file: name, find: "[...clean].slice(0, MAX_LENGTH).join('')", put: 'clean.slice(0, MAX_LENGTH + 1)' },
  { wrong: 'always an attachment', caught: [5], file: router, find: "download ? 'attachment' : 'inline'", put: "'attachment'" },
  { wrong: 'any value is yes', caught: [5], file: router, find: "z.literal('true').optional()", put: 'z.string().optional()' },
  { wrong: 'the type follows the name', caught: [5], file: router, find: "'Content-Type': photo.type,", put: '', also: [[router, "      res.set('Content-Disposition', writeDisposition(download ? 'attachment' : 'inline', photo.name));", "      res.attachment(photo.name);\n      res.set('Content-Disposition', writeDisposition(download ? 'attachment' : 'inline', photo.name));"]] },
];
