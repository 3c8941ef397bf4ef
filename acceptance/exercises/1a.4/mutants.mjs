const [file, csv] = ['src/resources.js', 'src/csv.js'];

export default [
  { wrong: 'quotes are not doubled', caught: [1], file: csv, find: `text.replaceAll('"', '""')`, put: 'text' },
  { wrong: 'commas need no quotes', caught: [1], file: csv, find: `/[",\\r\\n]/`, put: `/[\\r\\n]/` },
  { wrong: 'line breaks need no quotes', caught: [1], file: csv, find: `/[",\\r\\n]/`, put: `/[",]/` },
  { wrong: 'lines end with a line feed', caught: [1], file: csv, find: "join(',')}\\r\\n`", put: "join(',')}\\n`" },
  { wrong: 'what is missing is undefined', caught: [1], file: csv, find: "value = ''", put: 'value' },
  { wrong: 'there is no line of names', caught: [1], file: csv, find: '[columns, ...rows.map', put: '[...rows.map' },
  { wrong: 'CSV comes first', caught: [2], file, find: "      json: () => res.json({ items }),\n      csv: () => res.send(toCsv(['id', 'name', 'place'], items)),", put: "      csv: () => res.send(toCsv(['id', 'name', 'place'], items)),\n      json: () => res.json({ items })," },
  { wrong: 'quality values are not read', caught: [2], file, find: '    res.format({', put: "    if (req.get('accept')?.includes('text/csv')) return res.type('csv').vary('Accept').send(toCsv(['id', 'name', 'place'], items));\n    res.format({" },
  { wrong: 'the refusal does not say what there is', caught: [3], file: 'src/problem.js', find: '    available: err.types,\n', put: '' },
  { wrong: 'whoever asks for a picture gets JSON', caught: [3], file, find: '    res.format({', put: '    res.format({\n      default: () => res.json({ items }),' },
  { wrong: 'caches do not learn of it', caught: [4], file, find: '    res.format({', put: "    res.vary = () => res;\n    res.format({" },
];
