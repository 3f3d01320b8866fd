// The history of a case of 400 events, page by page, and its whole history on paper.
// node bench/history.ts [events]
import { openCase, testOlle } from '../app/testing.ts';
import { keepTable, quantile } from './table.ts';

const events = Number(process.argv[2] ?? 400);
const times = 200;

const olle = await testOlle();
const worker = olle.as('case-worker');
await worker.get('/api/session');
const id = await openCase(worker);
const said = 'The aunt was there and told what she had seen. '.repeat(4);
for (let n = 0; n < events; n++) {
  const { status } = await worker.command('cases.case', id, 'note', { text: `${n}: ${said}` });
  if (status !== 200) throw new Error(`A note was answered with ${status}.`);
}

/** Milliseconds until the answers to the same question, asked again and again; the first ones, which warm up, are not counted. */
async function timed(ask: () => Promise<{ status: number }>, of: number): Promise<number[]> {
  const ms: number[] = [];
  for (let n = -of / 10; n < of; n++) {
    const started = performance.now();
    const { status } = await ask();
    if (status !== 200) throw new Error(`It was answered with ${status}.`);
    if (n >= 0) ms.push(performance.now() - started);
  }
  return ms;
}

const path = `/api/cases/case/${id}/history`;
const print = { language: 'en', sections: ['history'] };
const asked: readonly (readonly [what: string, ask: () => Promise<{ status: number }>, of: number, target: string])[] = [
  ['the newest twenty events', () => worker.get(path), times, 'p95 ≤ 50'],
  ['twenty from the middle', () => worker.get(`${path}?before=${Math.round(events / 2)}`), times, 'p95 ≤ 50'],
  ['the whole history as PDF', () => worker.post(`/api/papers/case/${id}/print`, print), 10, ''],
];
const rounded = (n: number) => Math.round(n * 10) / 10;
const rows: (string | number)[][] = [];
for (const [what, ask, of, target] of asked) {
  const ms = await timed(ask, of);
  rows.push([what, of, ...[0.5, 0.95, 1].map((share) => rounded(quantile(ms, share))), target]);
}
await olle.close();

keepTable(
  'history',
  {
    title: `The history of a case of ${events + 1} events (milliseconds until the answer)`,
    columns: ['what', 'times', 'p50', 'p95', 'longest', 'target'],
    rows,
  },
  ['Asked one after another in the process of the server. Each page opens its events alone and is noted as a reading.'],
);
