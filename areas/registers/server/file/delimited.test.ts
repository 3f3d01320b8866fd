import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { openTable } from './table.ts';
import { sourceOf } from './testing.ts';
import type { ByteSource } from './zip.ts';

async function read(text: string | Buffer | ByteSource) {
  const table = await openTable(typeof text === 'string' || Buffer.isBuffer(text) ? sourceOf(Buffer.from(text), 3) : text);
  const rows: (readonly [number, ...string[]])[] = [];
  for await (const { row, cells } of table.rows) rows.push([row, ...cells]);
  return { ...table, rows };
}
const refusedWith = (code: string) => (error: unknown) => error instanceof Refused && error.refusal.refused === code;

/** A file of `megabytes` that is never in memory as a whole; says how much of it was asked for. */
function endless(start: string, filler: string, megabytes: number): ByteSource & { asked: number } {
  const piece = Buffer.alloc(256 * 1024, filler);
  const source = {
    asked: 0,
    size: megabytes * 1024 ** 2,
    async *read() {
      yield Buffer.from(start);
      for (let sent = 0; sent < source.size; sent += piece.length) {
        source.asked += piece.length;
        yield piece;
      }
    },
  };
  return source;
}

test('a line of hundreds of megabytes is refused after its first few, whether a quote was left open or not', async () => {
  for (const [start, filler] of [
    ['', 'x'],
    ['id,name\n1,Maya\n2,"', 'x'],
    ['id,name\n1,', 'ab,'],
    ['id,name\n1,Maya\n', ' '],
  ] as const) {
    const source = endless(start, filler, 600);
    const memory = process.memoryUsage.rss();
    const began = process.cpuUsage();
    await assert.rejects(read(source), refusedWith('registers.line-too-long'), JSON.stringify(start));
    assert.ok(source.asked < 32 * 1024 ** 2, `${JSON.stringify(start)}: ${source.asked / 1024 ** 2} MB were read`);
    assert.ok(process.cpuUsage(began).user < 10e6, 'its own work alone counts, not that of the machine');
    assert.ok(process.memoryUsage.rss() - memory < 300e6);
  }
});

test('rows are numbered as a spreadsheet shows them: empty ones count, and are passed over', async () => {
  const { headers, rows } = await read('id,name\r\n\r\n1,Maya\r\n,,,\r\n2,"two\r\nlines"\r\n3,Asha\r\n,\r\n\r\n');
  assert.deepEqual(headers, ['id', 'name']);
  assert.deepEqual(rows, [
    [3, '1', 'Maya'],
    [5, '2', 'two\r\nlines'],
    [6, '3', 'Asha'],
  ]);
});

test('titles above the header are passed over', async () => {
  const { headers, rows } = await read('Register of births\n\nWard 4;;;\nid;name;sex;ward\n1;Maya;F;4\n');
  assert.deepEqual([headers, rows], [['id', 'name', 'sex', 'ward'], [[5, '1', 'Maya', 'F', '4']]]);
});

test('rows of other lengths than the first, as below a title, and empty ones are read no slower', async () => {
  // The processor's time, and the best of three: other work on the machine does not count.
  const timed = async (text: string) => {
    const times: number[] = [];
    for (let i = 0; i < 3; i++) {
      const began = process.cpuUsage();
      assert.equal((await read(sourceOf(Buffer.from(text), 256 * 1024))).rows.length, 20_000);
      const { user, system } = process.cpuUsage(began);
      times.push((user + system) / 1000);
    }
    return Math.min(...times);
  };
  const even = await timed(`id,name\n${'1,Maya\n2,Asha\n'.repeat(10_000)}`);
  const uneven = await timed(`Births\nid,name\n${'1,Maya\n\n2,Asha,x\n'.repeat(10_000)}`);
  assert.ok(uneven < 6 * even, `${uneven} ms beside ${even} ms`);
});

test('quotes inside a cell, a delimiter inside quotes, rows shorter and longer than the header', async () => {
  const { rows } = await read('id,name,address\n1,Maya "Mimi" Rai,"Ward 4, Hill Road"\n2\n3,Asha,x,y,z\n');
  assert.deepEqual(rows, [
    [2, '1', 'Maya "Mimi" Rai', 'Ward 4, Hill Road'],
    [3, '2'],
    [4, '3', 'Asha', 'x', 'y', 'z'],
  ]);
});

test('a stray quote costs its own row, not those after it; a cell that goes on in the next line does not', async () => {
  const damaged = async (text: string) => {
    const table = await openTable(sourceOf(Buffer.from(text), 3));
    const rows: string[] = [];
    for await (const row of table.rows) rows.push(`${row.row}${row.damaged ? '!' : ''} ${row.cells.join('|')}`);
    return rows;
  };
  const swallowing = ['id,name,sex,ward', '1,Maya,f,1', '2,"Kanchha,m,1', '3,Asha,f,1', '4,Bina,f,1', '5,Maila",m,1', '6,Dil,m,1'].join(
    '\n',
  );
  assert.deepEqual(await damaged(swallowing), [
    '2 1|Maya|f|1',
    '3! 2|Kanchha|m|1',
    '4 3|Asha|f|1',
    '5 4|Bina|f|1',
    '6 5|Maila"|m|1',
    '7 6|Dil|m|1',
  ]);
  assert.deepEqual(await damaged('id,name\n1,"Maya\n2,Asha\n'), ['2! 1|Maya', '3 2|Asha']);
  const address = 'id,name,ward,address\r\n1,Maya,3,"Near school,\r\nOld Road, ""Hill"" side\r\nWard 3"\r\n2,Asha,1,Tole';
  assert.deepEqual(await damaged(address), ['2 1|Maya|3|Near school,\r\nOld Road, "Hill" side\r\nWard 3', '3 2|Asha|1|Tole']);
  assert.deepEqual(await damaged('name;height\nMaya;5\'4"\n"Asha ""Mimi"" Rai";5\'1"\n'), ['2 Maya|5\'4"', '3 Asha "Mimi" Rai|5\'1"']);
});

test('however a text with quotes is cut on its way, its rows are the same', async () => {
  const cell = fc.constantFrom('Maya', '"Rai, Asha"', '"two\nlines"', '"open', 'mid"dle', '', '""', '"a ""b"" c"');
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (lines, cut) => {
      const bytes = Buffer.from(`a,b,c\n${lines.map((cells) => cells.join()).join('\n')}\nlast,1,2\n`);
      const rowsOf = async (size: number) => {
        const rows: unknown[] = [];
        for await (const row of (await openTable(sourceOf(bytes, size))).rows) rows.push(row);
        return rows;
      };
      const rows = await rowsOf(cut);
      assert.deepEqual(rows, await rowsOf(1024));
      assert.deepEqual((rows.at(-1) as { cells: string[] }).cells, ['last', '1', '2']);
    }),
    { numRuns: 300 },
  );
});

test('Korean text of an old spreadsheet is read by its own encoding', async () => {
  // "이름,성별\n김하나,여" in EUC-KR.
  const { encoding, headers, rows } = await read(Buffer.from('c0ccb8a72cbcbabab00ab1e8c7cfb3aa2cbfa90a', 'hex'));
  assert.deepEqual([encoding, headers, rows], ['euc-kr', ['이름', '성별'], [[2, '김하나', '여']]]);
});

test('a file whose first letter beyond ASCII comes late is read by the encoding that letter tells', async () => {
  const plain = `id,name\n${'1,Maya Rai\n'.repeat(25_000)}`;
  const cases: [string, Buffer][] = [
    ['Peña', Buffer.from([0x50, 0x65, 0xf1, 0x61])],
    ['Peña', Buffer.from('Peña')],
    ['सीता', Buffer.from('सीता')],
    ['김하나', Buffer.from('b1e8c7cfb3aa', 'hex')],
  ];
  for (const [name, bytes] of cases) {
    const file = Buffer.concat([Buffer.from(`${plain}2,`), bytes, Buffer.from(`\n${'3,Asha Lama\n'.repeat(2000)}4,`), bytes]);
    const { rows } = await read(sourceOf(file, 256 * 1024));
    assert.deepEqual([rows.length, rows[25_000]![2], rows.at(-1)![2]], [27_002, name, name]);
  }
});

test('no rows, a header alone, and other files are refused by name', async () => {
  const cases: [string, string | Buffer][] = [
    ['registers.file-empty', ''],
    ['registers.file-empty', '\n\n\n'],
    ['registers.file-empty', ',,,\n,,,\n'],
    ['registers.file-empty', 'id,name,sex\n'],
    ['registers.file-empty', 'id,name,sex\n\n,,\n'],
    ['registers.file-not-a-table', '%PDF-1.7\n1 0 obj'],
    ['registers.file-not-a-table', Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['registers.file-not-a-table', Buffer.from('1f8b0800', 'hex')],
    ['registers.file-not-a-table', Buffer.from([1, 0, 2, 3, 0, 0, 0, 9])],
    ['registers.too-many-columns', `${Array.from({ length: 301 }, (_, i) => `c${i}`).join()}\n1,2`],
  ];
  for (const [code, bytes] of cases) await assert.rejects(read(bytes), refusedWith(code), `${code}: ${bytes.toString().slice(0, 20)}`);
  const widest = await read(`${Array.from({ length: 300 }, (_, i) => `c${i}`).join()}\n1,2`);
  assert.equal(widest.headers.length, 300);
});
