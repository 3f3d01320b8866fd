import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodings } from '../../domain/index.ts';
import { decoderOf, encodingOf } from './encoding.ts';
// Bytes as the code pages of old spreadsheets have them, written by another program's tables than ours.
import tables from './encodings.fixture.json' with { type: 'json' };
import { openTable } from './table.ts';
import { sourceOf } from './testing.ts';

const bytesOf = (text: string) => Buffer.from(text, 'base64');
async function read(bytes: Buffer, chosen: Parameters<typeof openTable>[1] = {}, pieceBytes = 5) {
  const table = await openTable(sourceOf(bytes, pieceBytes), chosen);
  const rows: (readonly string[])[] = [table.headers];
  for await (const { cells } of table.rows) rows.push(cells);
  return { encoding: table.encoding, rows };
}

for (const { where, encoding, table, bytes } of tables)
  test(`a list of ${where} in ${encoding} is known by its letters and read whole, however it is cut on its way`, async () => {
    for (const pieceBytes of [1, 5, 100_000]) assert.deepEqual(await read(bytesOf(bytes), {}, pieceBytes), { encoding, rows: table });
  });

for (const { where, encoding, table, bytes } of tables)
  test(`its letters alone, below headings in English, tell a list of ${where} too`, async () => {
    const all = bytesOf(bytes);
    const headings = Buffer.from(table[0]!.map((_, i) => `c${i}`).join());
    const { encoding: found, rows } = await read(Buffer.concat([headings, all.subarray(all.indexOf('\r\n'))]));
    assert.deepEqual([found, rows.slice(1)], [encoding, table.slice(1)]);
  });

test('every encoding there is to choose reads text, and reads what a person says against what the letters say', async () => {
  for (const encoding of encodings) assert.ok(decoderOf(encoding).write(Buffer.from('id')).length > 0, encoding);
  const korean = tables.find(({ encoding }) => encoding === 'euc-kr')!;
  const wrong = await read(bytesOf(korean.bytes), { encoding: 'windows-1252' });
  assert.equal(wrong.rows[0]![1], 'ÀÌ¸§');
  const plain = Buffer.concat([
    Buffer.from(`id,name\n${'1,Maya\n'.repeat(20_000)}2,`),
    bytesOf(korean.bytes).subarray(0, 4),
    Buffer.from('\n'),
  ]);
  assert.equal((await read(plain, {}, 100_000)).rows.at(-1)![1], '번호');
  assert.equal((await read(plain, { encoding: 'utf-8' }, 100_000)).rows.at(-1)![1]!.includes('\ufffd'), true);
});

test('a UTF-8 file with one damaged letter is still UTF-8', () => {
  const text = Buffer.from(`id,नाम\n${'1,सीता कुमारी राई\n'.repeat(200)}`);
  text[text.indexOf('सी', 300) + 1] = 0x20;
  assert.equal(encodingOf(text), 'utf-8');
});
