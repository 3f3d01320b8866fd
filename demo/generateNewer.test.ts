import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { generateCity } from './generateCity.ts';
import { generateNewer } from './generateNewer.ts';

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'olle-newer-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

const order = { population: 4000, seed: 5, country: 'NP' as const, asOf: '2026-08-23' };

function compare(before: ReadonlyMap<string, string>, later: ReadonlyMap<string, string>) {
  const counts = { added: 0, changed: 0, gone: 0, unchanged: 0 };
  for (const [id, row] of later) counts[!before.has(id) ? 'added' : before.get(id) === row ? 'unchanged' : 'changed']++;
  for (const id of before.keys()) if (!later.has(id)) counts.gone++;
  return counts;
}

function clinicRows(path: string): Map<string, string> {
  const lines = readFileSync(path, 'utf16le').trim().split('\r\n').slice(1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(';')), line]));
}

/** Rows with shared strings put in, so that two workbooks can be compared. */
function schoolRows(path: string): Map<string, string> {
  const parts = unzipSync(readFileSync(path));
  const words = [...strFromU8(parts['xl/sharedStrings.xml']!).matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, word]) => word!);
  const rows = [...strFromU8(parts['xl/worksheets/sheet1.xml']!).matchAll(/<row r="\d+">(.*?)<\/row>/gs)].slice(1);
  return new Map(
    rows.map(([, cells]) => {
      const plain = cells!
        .replace(/ r="([A-Z]+)\d+"/g, ' r="$1"')
        .replace(/t="s"><v>(\d+)<\/v>/g, (_, index: string) => words[Number(index)]!);
      return [/S\d+/.exec(plain)![0], plain];
    }),
  );
}

it('gives a later file in which comparing finds what the truth says: added, changed, gone', async () => {
  const first = await generateCity({ ...order, folder });
  const newer = await generateNewer({ ...order, folder, monthsLater: 3 });
  assert.equal(newer.asOf, '2026-11-23');
  for (const { register, path, expected, rows } of newer.files) {
    const read = register === 'clinic' ? clinicRows : schoolRows;
    const later = read(path);
    const found = compare(read(first.files.find((file) => file.register === register)!.path), later);
    assert.deepEqual(found, expected, register);
    assert.equal(later.size, rows);
    for (const kind of ['added', 'changed', 'gone', 'unchanged'] as const) assert.ok(found[kind] > 0, `${register} ${kind}`);
  }
});

it('gives the same bytes for the same order, and refuses none or too many months', async () => {
  const bytes = async () =>
    (await generateNewer({ ...order, population: 500, folder, monthsLater: 3 })).files.map(({ path }) =>
      readFileSync(path).toString('base64'),
    );
  assert.deepEqual(await bytes(), await bytes());
  await assert.rejects(generateNewer({ ...order, folder, monthsLater: 0 }), /expected 1 to 12, got 0/);
});
