import { endsOf, faultsOf } from './checker/check.ts';
import { lifeOf } from './life.ts';

/** What lives of some seeds came to, and where they went against the rules: each with the seed that makes it again. */
export function tallyLives(first: number, many: number) {
  const ends = { closed: 0, placed: 0, returned: 0, interviewed: 0, determined: 0, told: 0, kept: 0 };
  const reasons: Record<string, number> = {};
  const faults: string[] = [];
  let acts = 0;
  let refused = 0;
  for (let seed = first; seed < first + many; seed++) {
    const life = lifeOf(seed);
    acts += life.given;
    refused += [...life.refused.values()].reduce((sum, count) => sum + count, 0);
    const came = endsOf(life.told);
    for (const end of Object.keys(ends) as (keyof typeof ends)[]) if (came[end] > 0) ends[end]++;
    for (const { event } of life.told) if (event.type === 'case-closed') reasons[event.reason] = (reasons[event.reason] ?? 0) + 1;
    faults.push(...faultsOf(life.told).map(({ fault }) => `seed ${seed}: ${fault}`));
  }
  return { lives: many, acts, refused, ends, reasons, faults };
}
