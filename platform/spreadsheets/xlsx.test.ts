import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { tableWriters } from './tableFile.ts';
import { XlsxWriter } from './xlsx.ts';

/** The parts of the workbook that is written of some rows. */
function partsOf(write: (workbook: XlsxWriter) => void) {
  const made: Uint8Array[] = [];
  const workbook = new XlsxWriter((bytes) => made.push(bytes), { sheet: 'A & B' });
  write(workbook);
  workbook.end();
  const parts = unzipSync(new Uint8Array(Buffer.concat(made)));
  return (name: string) => strFromU8(parts[name]!);
}

test('cells are what they are: text, also what looks like a formula, numbers, days, and words that are kept once', () => {
  const part = partsOf((workbook) => {
    workbook.row([{ word: 'Name' }, { word: 'Day' }, { word: 'Name' }]);
    workbook.row(['=1+1 <जन्म>', { day: 42_000 }, null, 7]);
  });
  const sheet = part('xl/worksheets/sheet1.xml');
  assert.ok(sheet.includes('<c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c>'));
  assert.ok(sheet.includes('<c r="A2" t="inlineStr"><is><t xml:space="preserve">=1+1 &lt;जन्म&gt;</t></is></c>'));
  assert.ok(sheet.includes('<c r="B2" s="1"><v>42000</v></c><c r="D2"><v>7</v></c></row>'));
  assert.ok(part('xl/workbook.xml').includes('name="A &amp; B"'));
  assert.ok(part('xl/sharedStrings.xml').includes('uniqueCount="2"'));
});

test('what no XML may hold is left out, and a letter cut in half does not break the file', () => {
  const sheet = partsOf((workbook) => workbook.row(['a\u0000b\uFFFEc', 'half \uD83D']))('xl/worksheets/sheet1.xml');
  assert.ok(sheet.includes('>abc<') && sheet.includes('>half \uFFFD<'));
});

test('rows come out while more are to come, and the same rows make the same bytes', () => {
  const file = () => {
    const writer = tableWriters.xlsx(['n'], { sheet: 'Rows' });
    const first = writer.rows(Array.from({ length: 20_000 }, (_, n) => [`${n} ${Math.sin(n)}`]));
    assert.ok(first.length > 50_000, String(first.length));
    return Buffer.concat([first, writer.end()]);
  };
  assert.ok(file().equals(file()));
});
