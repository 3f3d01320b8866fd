import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { type Cell, type TableFormat, tableWriters } from './tableFile.ts';
import { readByOthers } from './testing.ts';

const fileOf = (format: TableFormat, rows: readonly (readonly Cell[])[]) => {
  const writer = tableWriters[format](['name', 'day', 'n'], { sheet: 'Cases' });
  return Buffer.concat([writer.rows(rows.slice(0, 1)), writer.rows(rows.slice(1)), writer.end()]);
};

test('a cell with any end of line stays one cell of a CSV file, and begins no formula', () => {
  const names = ['a\rb', '\r=2+2', 'a\nb', 'a\r\nb', 'a,"b"; c', '  padded  ', '007', 'សុខា \u200bចាន់', '👧'];
  const text = fileOf(
    'csv',
    names.map((name) => [name, null, 1]),
  ).toString('utf8');
  assert.equal(text[0], '\uFEFF');
  const read = parse(text, { bom: true, record_delimiter: '\r\n' }) as string[][];
  const found = read.slice(1).map(([name]) => name!);
  assert.deepEqual(found, ['a\rb', "'\r=2+2", ...names.slice(2)]);
  // Read as a program does for which a lone carriage return ends a line, unless it is quoted.
  const loose = parse(text, { bom: true, record_delimiter: ['\r\n', '\r', '\n'] }) as string[][];
  assert.deepEqual(loose, read);
});

test('a day is a day in a workbook and ISO elsewhere; a text that looks like one stays a text', () => {
  const rows = [
    ['2026-01-02', { day: '2026-11-30' }, 1],
    ['x', { day: '1899-12-31' }, null],
  ] as const;
  const parts = unzipSync(new Uint8Array(fileOf('xlsx', rows)));
  const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!);
  // 46356 is the number of 30 November 2026 in Excel and LibreOffice.
  assert.ok(sheet.includes('<t xml:space="preserve">2026-01-02</t></is></c><c r="B2" s="1"><v>46356</v></c>'), sheet);
  assert.ok(sheet.includes('1899-12-31</t>'), 'no workbook counts days before 1900');
  assert.ok(fileOf('csv', rows).toString('utf8').includes('2026-01-02,2026-11-30,1\r\n'));
  assert.deepEqual(JSON.parse(fileOf('json', rows).toString('utf8'))[0], { name: '2026-01-02', day: '2026-11-30', n: 1 });
});

test('a workbook is read by other programs cell by cell; its heads and codes are words, and a second sheet says which column is which', async () => {
  const writer = tableWriters.xlsx(
    [
      { name: 'name', title: 'बालबालिका' },
      { name: 'risk', title: 'Level of risk' },
      { name: 'on', title: 'Opened' },
      { name: 'n', title: 'Tasks' },
    ],
    { sheet: 'List', columns: 'Columns' },
  );
  const rows: Cell[][] = [
    ['=1+1', { code: 'high', words: 'High risk' }, { day: '2026-11-30' }, 7],
    [null, null, { day: '1890-01-02' }, null],
    ['two\nlines <&>', { code: 'low', words: 'Low risk' }, null, 0.5],
  ];
  const bytes = Buffer.concat([writer.rows(rows), writer.end()]);
  assert.deepEqual(await readByOthers(bytes), [
    ['बालबालिका', 'Level of risk', 'Opened', 'Tasks'],
    ['=1+1', 'High risk', '2026-11-30', 7],
    [null, null, '1890-01-02'],
    ['two\nlines <&>', 'Low risk', null, 0.5],
  ]);
  assert.deepEqual(await readByOthers(bytes, 1), [
    ['बालबालिका', 'name'],
    ['Level of risk', 'risk'],
    ['Opened', 'on'],
    ['Tasks', 'n'],
  ]);
  const sheet = strFromU8(unzipSync(new Uint8Array(bytes))['xl/worksheets/sheet1.xml']!);
  assert.match(sheet, /state="frozen"/);
  assert.match(sheet, /<col min="2" max="2" width="16"/);
  const coded = tableWriters.csv([{ name: 'risk', title: 'Level of risk' }]);
  assert.equal(coded.rows([[{ code: 'high', words: 'High risk' }]]).toString('utf8'), '\uFEFFrisk\r\nhigh\r\n');
});
