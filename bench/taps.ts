// How often a worker taps a phone from Today to the end of what they do most, and how high Today is: as the tests in a browser count it.
// node bench/taps.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from '../app/compose.ts';
import { keepTable } from './table.ts';

const tests = ['e2e/taps.test.ts', 'e2e/today.test.ts'];
const { stdout, status } = spawnSync(process.execPath, [join(root, 'app/cli.ts'), 'test', ...tests], { cwd: root, encoding: 'utf8' });
/** What was counted before the day's work was made shorter. */
const before: Readonly<Record<string, string>> = {
  'follow-up visit written down': '31',
  'needs assessed, plan with one goal': '41',
  'referral with consent': '47',
  'screening, the shortest': '26',
  'write a note': '5',
  'plan a visit': '6',
  'open a case from the list': '6',
  'write down a concern': '9',
};
const taps = [...stdout.matchAll(/^taps: (.+): (\d+) \(at most (\d+)\)$/gm)].map(([, way, count, most]) => [way!, before[way!] ?? '', Number(count), `≤ ${most}`]); // biome-ignore format: one row
const heights = [...stdout.matchAll(/^today (.+) 390 px: (\d+) px high/gm)].map(([, role, height]) => [`height of Today of a ${role} at 390 px`, role === 'case-worker' ? '8068' : '', Number(height), '≤ 2000']); // biome-ignore format: one row
if (status !== 0) console.error(stdout.slice(-4000));
keepTable('taps', { title: 'Taps from Today, on a phone', columns: ['what', 'before', 'count', 'target'], rows: [...taps, ...heights] }, [
  'A press on a link, a button or a choice is one tap, a choice from a list two. Typing is not counted, nor the tap into the field that is typed in.',
]);
process.exitCode = status ?? 1;
