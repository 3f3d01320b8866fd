import { closed, determined, type Fault, gated, interviewed, placed, returned } from './ends.ts';
import { ChildFile } from './file.ts';
import type { Told } from './told.ts';
import { unseen } from './waiting.ts';

/**
 * What a life of a case did against the rules that protect a child (docs/safeguards.md), read from its events alone. It is written apart from
 * the rules of the case: of `areas` it imports types, and no code.
 */
export function faultsOf(life: readonly Told[]): readonly { readonly at: number; readonly fault: Fault }[] {
  const file = new ChildFile();
  return life.flatMap((told, at) => {
    const faults = [interviewed, placed, returned, closed, gated, determined].flatMap((rule) => rule(file, told));
    file.take(told);
    faults.push(...unseen(file, told));
    return faults.map((fault) => ({ at, fault }));
  });
}

/** Which ends a life came to. */
export const endsOf = (life: readonly Told[]) => ({
  closed: life.filter(({ event }) => event.type === 'case-closed').length,
  placed: life.filter(({ event }) => event.type === 'child-placed' || event.type === 'child-placed-in-emergency').length,
  returned: life.filter(({ event }) => event.type === 'returned').length,
  determined: life.filter(({ event }) => event.type === 'best-interests-determined').length,
  told: life.filter(({ event }) => event.type === 'referral-made').length,
  kept: life.filter(({ event }) => event.type === 'paper-attached' && event.about === 'child' && event.kind !== 'court').length,
  interviewed: life.filter(
    ({ event }) => event.type === 'questionnaire-answered' && event.purpose === 'screening' && event.interviewed.includes('child'),
  ).length,
});
