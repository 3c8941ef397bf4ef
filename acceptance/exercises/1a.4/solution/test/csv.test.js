import test from 'node:test';
import assert from 'node:assert/strict';
import { toCsv } from '../src/csv.js';

test('what needs quotes gets them', () => {
  const rows = [{ id: '1', name: 'Saw, 12" blade' }, { id: '2', name: 'Two\nlines' }];
  assert.equal(toCsv(['id', 'name'], rows), 'id,name\r\n1,"Saw, 12"" blade"\r\n2,"Two\nlines"\r\n');
});

test('what is missing is empty', () => {
  assert.equal(toCsv(['id', 'place'], [{ id: '1' }]), 'id,place\r\n1,\r\n');
});
