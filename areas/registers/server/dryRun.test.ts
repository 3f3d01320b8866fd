import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { howMany } from '../../../app/sampling.ts';
import { testOffice } from '../../../app/testing.ts';
import { until } from '../../../app/until.ts';
import { registrarOf } from './testing.ts';

let office: ReturnType<typeof registrarOf>;
/** Asks over a real connection, as a browser does; `headers` are those that the persona sends. */
let ask: (upload: string, plan: object, signal?: AbortSignal) => Promise<Response>;
const olle = testOffice();
olle.before(async () => {
  office = registrarOf(olle);
  let headers: Record<string, string> = {};
  const inject = olle.app.inject.bind(olle.app);
  olle.app.inject = ((options: { headers: Record<string, string> }) => {
    headers = options.headers;
    return inject(options);
  }) as never;
  await office.upload('id,name\n1,Maya');
  const address = await olle.app.listen({ port: 0, host: '127.0.0.1' });
  const { 'x-persona': persona, 'x-csrf-token': token } = headers;
  ask = (upload, plan, signal) =>
    fetch(`${address}/api/registers/uploads/${upload}/dry-run`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-persona': persona!, 'x-csrf-token': token! },
      body: JSON.stringify(plan),
      ...(signal ? { signal } : {}),
    });
});

const rows = howMany(30_000, 60_000);
const file = `id,name,sex,address\n${Array.from({ length: rows }, (_, i) => `Z${i},Name of person ${i},f,${'a long address '.repeat(12)}\n`).join('')}`;
const plan = {
  register: 'household',
  mapping: [
    { column: 0, field: 'source_id' },
    { column: 1, field: 'full_name' },
  ],
  dateOrder: 'day-first',
  calendar: 'gregorian',
  whole: true,
};

test('a long dry run says how far it is, and of how many rows, before it says what it found', async () => {
  const { body } = await office.upload(file);
  const lines = (await (await ask(body.id, plan)).text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { stage?: string; done?: number; total?: number | null; counts?: { rows: number; added: number } });
  const last = lines.pop()!;
  assert.deepEqual([last.counts?.rows, last.counts?.added], [rows, rows]);
  assert.ok(lines.length > 1);
  for (const [i, { stage, done, total }] of lines.entries()) {
    if (stage === 'checking') continue;
    assert.equal(stage, 'rows');
    assert.ok(done! > (lines[i - 1]?.stage === 'rows' ? lines[i - 1]!.done! : 0));
    assert.equal(total, rows);
  }
  assert.equal(lines.at(-1)!.stage, 'rows');
});

test('a dry run that nobody waits for any more stops', async () => {
  const { body } = await office.upload(file);
  const { ledger } = olle.services;
  const transaction = ledger.transaction.bind(ledger);
  let turns = 0;
  ledger.transaction = ((...given: Parameters<typeof transaction>) => {
    turns++;
    return transaction(...given);
  }) as typeof ledger.transaction;
  try {
    const gone = new AbortController();
    const answer = await ask(body.id, plan, gone.signal);
    const reader = answer.body!.getReader();
    await reader.read();
    gone.abort();
    await reader.read().catch(() => undefined);
    // Batches already under way when the reader left may still end.
    let before = -1;
    await until('no more turns', async () => {
      const isSame = turns === before;
      before = turns;
      await wait(500);
      return isSame && turns === before;
    });
    assert.ok(turns < rows / 1000, `${turns} turns of ${rows / 1000}`);
  } finally {
    ledger.transaction = transaction;
  }
});

test('a file that breaks on the way ends the lines with its problem, and one that cannot be begun is refused as everywhere', async () => {
  const { body } = await office.upload(file);
  await olle.tx((tx) => tx.query('delete from register_upload_chunk where upload = $1 and number = 10', [body.id]));
  const answer = await ask(body.id, plan);
  const last = JSON.parse((await answer.text()).trimEnd().split('\n').at(-1)!) as { code: string; detail: string };
  assert.equal(last.code, 'registers.upload-not-found');
  assert.match(last.detail, /Upload it again/);
  await olle.tx((tx) => tx.query('delete from register_upload where id = $1', [body.id]));
  const refused = await ask(body.id, plan);
  assert.deepEqual([refused.status, ((await refused.json()) as { code: string }).code], [404, 'registers.upload-not-found']);
});
