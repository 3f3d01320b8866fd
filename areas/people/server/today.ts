import { plainPart, type TodayCall } from '../../../platform/http/waiting.ts';
import { countWaiting } from './review.ts';

/** Pairs of rows to be judged: how many, in one line; nobody's rows are opened for it. */
export async function peopleToday({ tx, say, may }: TodayCall) {
  if (!may('judge', 'people.pair')) return undefined;
  const count = await countWaiting(tx, tx.city);
  if (count === 0) return undefined;
  const line = { who: say('people:review.nav'), what: say('people:today.waiting', { count, n: count }), act: say('people:today.act') };
  return plainPart([{ id: 'people.pairs', kind: 'pairs', band: 'today', rank: 4, due: null, to: '/people/review', ...line }]);
}
