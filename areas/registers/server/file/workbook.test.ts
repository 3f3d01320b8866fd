import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { dateOfSerial } from '../../domain/index.ts';
import { openTable } from './table.ts';
import { sourceOf, workbookOf, workbookParts } from './testing.ts';
import { figuresBy } from './workbook.ts';
import type { ByteSource } from './zip.ts';

async function read(source: ByteSource, sheet?: string) {
  const table = await openTable(source, { sheet });
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  for await (const { row, cells } of table.rows) {
    rows.push(cells);
    numbers.push(row);
  }
  return { ...table, rows, numbers };
}
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.refused === code;

const people = [
  ['id', 'नाम', 'والد کا نام', 'ឈ្មោះម្ដាយ'],
  ['1', 'सीता कुमारी राई', 'محمد عثمان', 'សុខ ស្រីមុំ'],
  ['2', 'राम & <थापा>', 'علی', 'ចាន់ ដារ៉ា'],
];

for (const inline of [false, true])
  test(`${inline ? 'inline' : 'shared'} strings of every script come through whole, however the file is cut on its way`, async () => {
    const bytes = workbookOf([{ name: 'Sheet1', rows: people }], { inline });
    for (const pieceBytes of [1, 7, 100_000]) {
      const { headers, rows, encoding } = await read(sourceOf(bytes, pieceBytes));
      assert.equal(encoding, 'xlsx');
      assert.deepEqual([headers, ...rows], people);
    }
  });

test('a number is what its format shows: noughts before it and marks in it are part of a number by which somebody is known', async () => {
  const cell = (style: number, value: string) => ({ xml: `s="${style}"><v>${value}</v>` });
  const { rows } = await read(
    sourceOf(
      workbookOf([
        {
          name: 'a',
          rows: [
            ['id', 'name', 'no'],
            [cell(5, '123'), 'Asha', cell(6, '1234')],
            [cell(5, '1234567'), 'Bim', cell(3, '5')],
          ],
        },
      ]),
    ),
  );
  assert.deepEqual(rows, [
    ['00123', 'Asha', '001-W-234'],
    ['1234567', 'Bim', '5'],
  ]);
  const shown = (code: string, number: number) => figuresBy(code)?.(number);
  assert.equal(shown('0000\\-0000000', 9841234567), '0984-1234567');
  assert.equal(shown('(000) 0000', 5551234), '(555) 1234');
  for (const code of ['General', '0', '0.00', '#,##0', '0%', '0.00E+00', '@', 'hh:mm']) assert.equal(figuresBy(code), undefined, code);
});

test('a formula whose result is not in the file, and an error, are said to be lost; an empty result is one', async () => {
  const table = await openTable(
    sourceOf(
      workbookOf([
        {
          name: 'a',
          rows: [
            ['id', 'name', 'phone', 'ward'],
            ['1', { xml: '><f>B9&amp;C9</f><v></v>' }, { xml: 't="str"><f>""</f><v></v>' }, { xml: 't="e"><f>1/0</f><v>#DIV/0!</v>' }],
            ['2', { xml: '><f>B9</f>' }, { xml: 't="e"><v>#N/A</v>' }, { xml: '><f>1+1</f><v>2</v>' }],
          ],
        },
      ]),
    ),
    {},
  );
  const found: (readonly [readonly string[], readonly number[] | undefined])[] = [];
  for await (const { cells, lost } of table.rows) found.push([cells, lost]);
  assert.deepEqual(found, [
    [
      ['1', '=B9&C9', '', '#DIV/0!'],
      [1, 3],
    ],
    [['2', '=B9', '', '2'], [1]],
  ]);
});

test('dates are known by the style of their cell, in both day counts; other numbers stay numbers', async () => {
  const rows = (serial: number) => [
    ['id', 'built in', 'spelt out', 'money', 'time', 'plain', 'with hours'],
    [
      '1',
      { xml: `s="1"><v>${serial}</v>` },
      { xml: `s="2"><v>${serial}</v>` },
      { xml: `s="3"><v>${serial}</v>` },
      { xml: `s="4"><v>0.5</v>` },
      serial,
      { xml: `s="1"><v>${serial}.75</v>` },
    ],
  ];
  const since1900 = await read(sourceOf(workbookOf([{ name: 'a', rows: rows(41_768) }])));
  assert.deepEqual(since1900.rows, [['1', '2014-05-09', '2014-05-09', '41768', '0.5', '41768', '2014-05-09']]);
  const since1904 = await read(sourceOf(workbookOf([{ name: 'a', rows: rows(41_768 - 1462) }], { from1904: true })));
  assert.deepEqual(since1904.rows[0]!.slice(0, 3), ['1', '2014-05-09', '2014-05-09']);
  assert.deepEqual(
    [1, 59, 61, 36_526].map((serial) => dateOfSerial(serial, false)),
    ['1900-01-01', '1900-02-28', '1900-03-01', '2000-01-01'],
  );
  assert.equal(dateOfSerial(0, true), '1904-01-01');
});

test('cells of every kind: rich text without its reading aids, results of formulas, truth, errors, escapes, long numbers', async () => {
  const parts = workbookParts([
    {
      name: 'a',
      rows: [
        ['id', 'rich', 'formula', 'truth', 'error', 'escape', 'phone', 'small'],
        [
          '1',
          { xml: 't="s"><v>9</v>' },
          { xml: 't="str"><f>A1&amp;"x"</f><v>Rai</v>' },
          { xml: 't="b"><v>1</v>' },
          { xml: 't="e"><v>#REF!</v>' },
          { xml: 't="inlineStr"><is><t>a_x000D_b</t></is>' },
          9_841_234_567,
          { xml: '><v>1.0E-2</v>' },
        ],
      ],
    },
  ]);
  parts['xl/sharedStrings.xml'] = strToU8(
    Buffer.from(parts['xl/sharedStrings.xml'] as Uint8Array)
      .toString()
      .replace('</sst>', '<si><r><t>山</t></r><r><t xml:space="preserve">田 </t></r><rPh sb="0" eb="2"><t>ヤマダ</t></rPh></si></sst>'),
  );
  const { rows } = await read(sourceOf(zipSync(parts)));
  assert.deepEqual(rows, [['1', '山田', 'Rai', 'true', '#REF!', 'a\rb', '9841234567', '0.01']]);
});

test('of several sheets the first that is not hidden is read, or the one that is named', async () => {
  const bytes = workbookOf([
    { name: 'old', state: 'hidden', rows: [['id'], ['hidden']] },
    { name: 'older', state: 'veryHidden', rows: [['id'], ['very hidden']] },
    { name: '२०७० साल', rows: [['id'], ['shown']] },
    { name: 'notes & more', rows: [['id'], ['named']] },
  ]);
  const first = await read(sourceOf(bytes));
  assert.deepEqual([first.sheet, first.rows], ['२०७० साल', [['shown']]]);
  assert.deepEqual(
    first.sheets.map(({ hidden }) => hidden),
    [true, true, false, false],
  );
  assert.deepEqual((await read(sourceOf(bytes), 'notes & more')).rows, [['named']]);
  assert.deepEqual((await read(sourceOf(bytes), 'old')).rows, [['hidden']]);
  await assert.rejects(read(sourceOf(bytes), 'none'), refusedWith('registers.sheet-not-found'));
});

test('titles above the header are passed over, and empty rows anywhere; rows keep the numbers the spreadsheet shows', async () => {
  const table = await read(
    sourceOf(
      workbookOf([
        {
          name: 'a',
          rows: [
            ['Register of births, Ward 4'],
            undefined,
            [null, 'printed on', '2014-05-09'],
            ['id', 'name', 'sex', 'ward', 'mother'],
            ['1', 'Maya Rai', 'F', '4', 'Gita'],
            [],
            [{ xml: 's="1">' }, { xml: 's="1">' }],
            ['2', null, 'M'],
            ['', '', ''],
            undefined,
            ['  ', ' '],
          ],
        },
      ]),
    ),
  );
  assert.deepEqual(table.headers, ['id', 'name', 'sex', 'ward', 'mother']);
  assert.deepEqual(table.rows, [
    ['1', 'Maya Rai', 'F', '4', 'Gita'],
    ['2', '', 'M'],
  ]);
  assert.deepEqual(table.numbers, [5, 8]);
});

test('cells that hold nothing but a style may lie anywhere; filled ones may not', async () => {
  const stray = (xml: string) => {
    const parts = workbookParts([
      {
        name: 'a',
        rows: [
          ['id', 'name'],
          ['1', 'Maya'],
        ],
      },
    ]);
    const sheet = Buffer.from(parts['xl/worksheets/sheet1.xml'] as Uint8Array).toString();
    parts['xl/worksheets/sheet1.xml'] = strToU8(sheet.replaceAll('</row>', `${xml}</row>`));
    return sourceOf(zipSync(parts));
  };
  assert.deepEqual((await read(stray('<c r="XFD1" s="1"/>'))).rows, [['1', 'Maya']]);
  await assert.rejects(read(stray('<c r="KP1"><v>7</v></c>')), refusedWith('registers.too-many-columns'));
  await assert.rejects(read(stray('<c r="XFD1"><v>7</v></c>')), refusedWith('registers.too-many-columns'));
});

/** A part that unpacks to `copies` times 16 MiB of spaces, made without unpacking it: blocks that end in a full flush can be repeated. */
function bombOf(part: string, before: string, copies: number): Buffer {
  const piece = (text: Buffer | string, finishFlush: number) => deflateRawSync(text, { finishFlush });
  const block = piece(Buffer.alloc(16 * 1024 ** 2, ' '), constants.Z_FULL_FLUSH);
  const packed = Buffer.concat([
    piece(before, constants.Z_FULL_FLUSH),
    ...Array<Buffer>(copies).fill(block),
    piece('', constants.Z_FINISH),
  ]);
  const parts = workbookParts([
    {
      name: 'a',
      rows: [
        ['id', 'name'],
        ['1', 'Maya'],
      ],
    },
  ]);
  const honest = Buffer.from(zipSync({ ...parts, [part]: [Buffer.from('xxxxxxxxxx'), { level: 0 }] }));
  // The part that stands in for it is found in the file and its bytes are replaced; the directory then tells the new size and place.
  const directoryAt = honest.readUInt32LE(honest.length - 22 + 16);
  const nameAt = honest.indexOf(part, directoryAt);
  const entry = nameAt - 46;
  const local = Buffer.from(honest.subarray(honest.readUInt32LE(entry + 42), honest.readUInt32LE(entry + 42) + 30));
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(part.length, 26);
  local.writeUInt16LE(0, 28);
  const directory = Buffer.from(honest.subarray(directoryAt));
  directory.writeUInt16LE(8, entry - directoryAt + 10);
  directory.writeUInt32LE(packed.length, entry - directoryAt + 20);
  directory.writeUInt32LE(directoryAt, entry - directoryAt + 42);
  directory.writeUInt32LE(directoryAt + 30 + part.length + packed.length, directory.length - 22 + 16);
  return Buffer.concat([honest.subarray(0, directoryAt), local, Buffer.from(part), packed, directory]);
}

test('a workbook that unpacks to gigabytes is refused at once, in little memory', async () => {
  for (const [part, before] of [
    ['xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c>'],
    ['xl/sharedStrings.xml', '<sst><si><t>a'],
    ['xl/workbook.xml', '<workbook>'],
  ] as const) {
    const bomb = bombOf(part, before, 256);
    assert.ok(bomb.length < 6e6);
    const memory = process.memoryUsage.rss();
    const began = process.cpuUsage();
    await assert.rejects(read(sourceOf(bomb, 256 * 1024)), refusedWith('registers.workbook-bomb'), part);
    assert.ok(process.cpuUsage(began).user < 15e6, `${part} took ${process.cpuUsage(began).user / 1e6} s of a processor`);
    assert.ok(process.memoryUsage.rss() - memory < 300e6, `${part} took ${(process.memoryUsage.rss() - memory) / 1e6} MB`);
  }
});

test('a workbook in the long form of zip (ZIP64) is read; one whose long numbers lie is refused', async () => {
  // Written by Python's zipfile with its limits set to nought; every number stands in the long form, as its end record says.
  const bytes = readFileSync(new URL('./zip64.fixture.xlsx', import.meta.url));
  const { headers, rows } = await read(sourceOf(bytes, 7));
  assert.deepEqual([headers, rows], [['id', 'name'], [['1', 'सीता राई']]]);
  const record = bytes.indexOf('PK\x06\x06', 0, 'latin1');
  for (const [at, number] of [
    [record + 32, 2n ** 40n],
    [record + 48, 2n ** 63n],
    [bytes.indexOf('PK\x06\x07', 0, 'latin1') + 8, 2n ** 50n],
  ] as const) {
    const lying = Buffer.from(bytes);
    lying.writeBigUInt64LE(number, at);
    await assert.rejects(read(sourceOf(lying)), refusedWith('registers.workbook-broken'), `${at}`);
  }
  // How long the directory is, nobody asks: its entries are counted.
  const long = Buffer.from(bytes);
  long.writeBigUInt64LE(2n ** 40n, record + 40);
  assert.deepEqual((await read(sourceOf(long))).rows, rows);
  const unlocated = Buffer.from(bytes);
  unlocated[bytes.indexOf('PK\x06\x07', 0, 'latin1')] = 0;
  await assert.rejects(read(sourceOf(unlocated)), refusedWith('registers.workbook-broken'));
});

test('a damaged workbook is refused, wherever the damage is', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => [`${i}`, `Name ${i * 7919}`, '2014-05-09']);
  const bytes = workbookOf([{ name: 'a', rows: [['id', 'name', 'dob'], ...rows] }]);
  assert.equal((await read(sourceOf(bytes))).rows.length, 500);
  for (const kept of [0.1, 0.5, 0.9, 0.999])
    await assert.rejects(
      read(sourceOf(bytes.subarray(0, bytes.length * kept))),
      refusedWith('registers.workbook-broken'),
      `cut at ${kept}`,
    );
  let refused = 0;
  for (let at = 100; at < bytes.length - 100; at += 97) {
    const turned = Buffer.from(bytes);
    turned[at]! ^= 0x10;
    try {
      const { rows: found } = await read(sourceOf(turned));
      // A bit that no reader looks at (a time stamp, a second copy of a name) may turn; what is read must be what was written.
      assert.deepEqual(found, rows);
    } catch (error) {
      assert.ok(error instanceof Refused, `${at}: ${error}`);
      refused++;
    }
  }
  assert.ok(refused > 10);
});

test('a loss of the database while a workbook is read is no damage of the workbook', async () => {
  const bytes = workbookOf([{ name: 'a', rows: people }]);
  const lost = Object.assign(new Error('terminating connection'), { code: '57P01' });
  let reads = 0;
  const source: ByteSource = {
    size: bytes.length,
    async *read(from = 0) {
      if (++reads > 5) throw lost;
      yield bytes.subarray(from);
    },
  };
  await assert.rejects(read(source), lost);
});

test('what is a zip but no workbook is named for what it is', async () => {
  await assert.rejects(read(sourceOf(zipSync({ 'a.txt': strToU8('x') }))), refusedWith('registers.file-not-a-table'));
  await assert.rejects(read(sourceOf(zipSync({ 'content.xml': strToU8('<x/>') }))), refusedWith('registers.file-is-workbook'));
  await assert.rejects(read(sourceOf(zipSync({ 'xl/workbook.bin': strToU8('x') }))), refusedWith('registers.file-is-workbook'));
});

test('what is called .xls but is a web page, XML of 2003 or older than 1997 is told how to be saved', async () => {
  for (const bytes of [
    Buffer.from('<html><body><table><tr><td>id</td></tr></table>'),
    Buffer.from('\ufeff<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?><Workbook/>'),
    Buffer.from('\ufeff<table border=1><tr><td>id</td></tr></table>', 'utf16le'),
    Buffer.from('0908060000000500', 'hex'),
    Buffer.from('0904060000001000', 'hex'),
    Buffer.from('0900040002001000', 'hex'),
  ])
    await assert.rejects(read(sourceOf(bytes)), refusedWith('registers.file-is-workbook'), bytes.toString('hex', 0, 8));
});

/** An OLE container (MS-CFB) whose directory names the streams given, its directory in the sector given. */
function containerOf(streams: readonly string[], sector: number): Buffer {
  const bytes = Buffer.alloc(512 * (sector + 4));
  bytes.write('d0cf11e0a1b11ae1', 'hex');
  bytes.writeUInt16LE(9, 30);
  bytes.writeUInt32LE(sector, 48);
  for (const [i, name] of ['Root Entry', ...streams].entries()) bytes.write(name, 512 * (sector + 1) + 128 * i, 'utf16le');
  return bytes;
}

test('a workbook with a password is told from an old one, wherever its directory stands', async () => {
  for (const sector of [1, 3000]) {
    await assert.rejects(
      read(sourceOf(containerOf(['EncryptionInfo', 'EncryptedPackage'], sector))),
      refusedWith('registers.workbook-locked'),
    );
    await assert.rejects(read(sourceOf(containerOf(['Workbook'], sector))), refusedWith('registers.file-is-workbook'));
  }
  await assert.rejects(read(sourceOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))), refusedWith('registers.file-is-workbook'));
});
