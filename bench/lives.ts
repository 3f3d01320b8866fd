// Random lives of a case, decided by the case and read by a checker written apart from it; and made-up answer sets, held against a rule
// written apart from the screening. node bench/lives.ts [lives] [answer sets]
import { tallyLives } from '../app/lives/tally.ts';
import { tallyOf } from '../areas/forms/domain/testing.ts';
import { keepTable } from './table.ts';

const many = Number(process.argv[2] ?? 100_000);
const sets = Number(process.argv[3] ?? 100_000);
const batch = 1000;
const sum = { acts: 0, refused: 0, ends: {} as Record<string, number>, reasons: {} as Record<string, number>, faults: [] as string[] };
const add = (to: Record<string, number>, more: Readonly<Record<string, number>>) => {
  for (const [name, count] of Object.entries(more)) to[name] = (to[name] ?? 0) + count;
};
/** What became of a life, where it is not somebody of whom it is said. */
const endWords: Readonly<Record<string, string>> = {
  closed: 'lives in which the case was closed',
  determined: 'lives in which a panel determined what is best',
  told: 'lives in which a partner was told of the child',
  kept: 'lives in which a photo or medical paper of the child was kept',
};
const began = performance.now();
for (let first = 0; first < many; first += batch) {
  const { acts, refused, ends, reasons, faults } = tallyLives(first, Math.min(batch, many - first));
  sum.acts += acts;
  sum.refused += refused;
  add(sum.ends, ends);
  add(sum.reasons, reasons);
  sum.faults.push(...faults);
  if ((first / batch) % 10 === 0) console.log(`${first + batch} lives, ${sum.faults.length} against the rules`);
}
const minutes = (performance.now() - began) / 60_000;
const { reassuredAgainstWorry } = tallyOf(sets, 2);
for (const fault of sum.faults.slice(0, 20)) console.log(fault);
keepTable(
  'lives',
  {
    title: `${many.toLocaleString('en')} random lives of a case, ${sets.toLocaleString('en')} made-up answer sets`,
    columns: ['what', 'count', 'target'],
    rows: [
      ['lives with an end, an interview, a panel, a paper or a referral against the rules', sum.faults.length, '0'],
      ['answer sets with intent, a strong item or an alarm told "no indication"', reassuredAgainstWorry, '0'],
      ...Object.entries(sum.ends).map(([end, lives]): [string, number, string] => [
        endWords[end] ?? `lives in which somebody was ${end}`,
        lives,
        '',
      ]),
      ...Object.entries(sum.reasons).map(([reason, times]): [string, number, string] => [`closed as ${reason}`, times, '']),
      ['acts given', sum.acts, ''],
      ['acts refused', sum.refused, ''],
      ['minutes', Math.round(minutes * 10) / 10, '20'],
    ],
  },
  [
    'A life has 2 to 40 acts of ten people of every role, some sent twice, late or with a wrong date. The checker (`app/lives/checker`) reads the events of a life and imports no code of `areas/cases`.',
  ],
);
if (sum.faults.length + reassuredAgainstWorry > 0) process.exitCode = 1;
