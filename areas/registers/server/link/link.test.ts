import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { linkColumns } from './columnKinds.ts';
import { readCsv } from './csvTable.ts';
import { link } from './link.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'olle-link-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const out = () => join(folder, 'links.csv');
const surnames = ['Thapa', 'Rai', 'Gurung', 'Lama', 'Shrestha', 'Magar'];
const givens = ['Maya', 'Sita', 'Hari', 'Bikash', 'Puja', 'Kiran', 'Nima', 'Gita'];
const rows = (prefix: string) =>
  surnames
    .flatMap((surname, s) =>
      givens.map(
        (given, g) =>
          `${prefix}${s * 8 + g},${given},${surname},${2005 + ((s * 5 + g * 7) % 12)}-0${1 + ((s * 4 + g * 5) % 9)}-${10 + ((s * 7 + g * 11) % 19)}`,
      ),
    )
    .join('\n');
const heading = 'id,given_name,surname,date_of_birth\n';

test('two files are linked row by row, and cells that look like formulas stay text', async () => {
  const a = file('a.csv', heading + rows('=a'));
  const b = file('b.csv', Buffer.from(`\ufeff${heading.replaceAll(',', ';')}${rows('b').replaceAll(',', ';')}`, 'utf16le'));
  assert.equal(await link([a, b, '--id', 'id', '--one-to-one', '--out', out(), '--json']), 0);
  const lines = readFileSync(out(), 'utf8').trim().split('\n');
  assert.equal(lines[0], 'left_id,right_id,probability,match_weight,weight_given_name,weight_surname,weight_date_of_birth');
  const pairs = lines.slice(1).map((line) => line.split(','));
  assert.equal(pairs.length, 48);
  for (const [left, right] of pairs) assert.equal(left, `'=a${right!.slice(1)}`);
});

test('duplicates in one file are found', async () => {
  const path = file('one.csv', `${heading}${rows('a')}\nx1,Maya,Thapa,2005-01-10\n`);
  assert.equal(await link([path, '--id', 'id', '--out', out(), '--json']), 0);
  assert.match(readFileSync(out(), 'utf8'), /^a0,x1,/m);
});

test('what is wrong with a file is said with file, row and column', async () => {
  const good = file('good.csv', heading + rows('a'));
  const refused: [string, string | Buffer, RegExp][] = [
    ['empty.csv', '', /empty\.csv is empty/],
    ['heading.csv', heading, /heading\.csv has no rows/],
    [
      'twice.csv',
      `${heading}1,Maya,Rai,2010\n2,Sita,Rai,2011\n1,Hari,Rai,2012\n`,
      /twice\.csv, column "id": rows 2 and 4 have the same id "1"/,
    ],
    ['noid.csv', `${heading}1,Maya,Rai,2010\n,Sita,Rai,2011\n`, /noid\.csv, row 3, column "id": the id is missing/],
    ['cells.csv', `${heading}1,Maya,Rai,2010\n2,Sita,Rai\n`, /cells\.csv, row 3: the number of cells/],
    ['quote.csv', `${heading}1,"Maya,Rai,2010\n`, /quote\.csv.*quotation mark/],
    [
      'latin1.csv',
      Buffer.concat([Buffer.from(heading), Buffer.from([0x31, 0x2c, 0xe9, 0xff, 0x2c, 0x2c, 0x0a])]),
      /latin1\.csv is not UTF-8/,
    ],
    ['book.csv', 'PK\u0003\u0004rest', /workbook/],
    ['other.csv', 'id,colour\n1,red\n', /no column in common/],
    ['key.csv', 'number,given_name\n1,Maya\n', /key\.csv has no column "id". Columns: number, given_name/],
    ['double.csv', 'id,a,a\n1,x,y\n', /row 1: two columns are named "a"/],
  ];
  for (const [name, content, sentence] of refused)
    await assert.rejects(link([good, file(name, content), '--id', 'id', '--out', out()]), sentence, name);
  await assert.rejects(link([join(folder, 'none.csv'), '--id', 'id']), /There is no file/);
  await assert.rejects(link([good, '--id', 'id', '--columns', 'colour:name']), /which is not a column/);
  await assert.rejects(link([good, '--id', 'id', '--out', join(folder, 'no', 'where.csv')]), /cannot be written/);
});

test('dates, numbers and words for nothing mean what they mean to the importer', async () => {
  const us = file('us.csv', 'id,date_of_birth,phone\na1,05/13/2014,N/A\na2,05/09/2014,9841234567.0\na3,31/02/2014,-\na4,12/25/2013,No\n');
  const iso = file(
    'iso.csv',
    'id,date_of_birth,phone\nb1,2014-05-13,N.A.\nb2,2014-13-45,9841234567\nb3,,\nb4,unknown,0\nb5,2014-05-30,1234567\nb6,2013-01-02,\n',
  );
  const { columns, notes } = linkColumns([await readCsv(us), await readCsv(iso)], 'id');
  const valuesOf = (name: string) => columns.find((column) => column.name === name)!.values;
  assert.deepEqual(valuesOf('date_of_birth'), [
    '2014-05-13',
    '2014-05-09',
    null,
    '2013-12-25',
    '2014-05-13',
    null,
    null,
    null,
    '2014-05-30',
    '2013-01-02',
  ]);
  assert.deepEqual(valuesOf('phone'), [null, '9841234567', null, null, null, '9841234567', null, null, '1234567', null]);
  assert.deepEqual([notes.unread, notes.first], [2, 'us.csv, row 4, column "date_of_birth"']);
  assert.deepEqual(notes.doubts, [{ where: 'us.csv, column "date_of_birth"', doubt: 'both-orders' }]);
});
