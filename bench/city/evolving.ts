// Runs in Node and in a browser alike.
import { type CaseEvent, caseRecord } from '../../areas/cases/domain/index.ts';
import { evolveAll } from '../../platform/decider/index.ts';

const idOf = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const on = '2026-11-20';

/** Forty events as they come in a case: actions, goals, visits, notes. */
const events: readonly CaseEvent[] = [
  {
    type: 'case-opened',
    person: null,
    source: 'visit',
    riskLevel: 'high',
    ward: '3',
    born: { first: '2014-01-01', last: '2014-12-31' },
    worker: idOf(1),
    on,
    name: 'A child',
    concern: 'x',
  },
  { type: 'plan-reviewed', on, by: idOf(1), reviewOn: on, note: 'Seen with the child.' },
  ...[2, 3, 4, 5].flatMap((n): CaseEvent[] => [
    { type: 'goal-set', goal: idOf(n), domain: 'education', due: on, reviewOn: on, what: 'Back at school' },
    { type: 'visit-added', visit: idOf(n), due: on },
    { type: 'visit-made', visit: idOf(n), on, by: idOf(1), outcome: 'seen', alone: true, scores: { safety: 3 }, note: 'x' },
    { type: 'noted', text: 'x' },
    { type: 'goal-settled', goal: idOf(n), how: 'met', on },
  ]),
  ...[6, 7, 8, 9, 10, 11].flatMap((n): CaseEvent[] => [
    { type: 'action-added', action: idOf(n), who: idOf(1), due: on, what: 'Visit the family' },
    { type: 'action-settled', action: idOf(n), how: 'done', on },
    { type: 'noted', text: 'x' },
  ]),
];

/** Milliseconds that each of many runs took, of a hundred states each, for clocks of browsers are coarse. */
export function timeEvolving(): number[] {
  const run = () => {
    const started = performance.now();
    for (let n = 0; n < 100; n++) evolveAll(caseRecord, undefined, events);
    return (performance.now() - started) / 100;
  };
  for (let n = 0; n < 20; n++) run();
  return Array.from({ length: 200 }, run);
}
