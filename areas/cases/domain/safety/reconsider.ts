import type { CaseState } from '../state/case.ts';
import { dangerKey, dangersOf } from './danger.ts';
import { isSuspect, lastSuspected } from './protection.ts';

/** What is known that speaks against an earlier determination, each with the day of which it is: a suspect, a conflict, an open danger. */
export function knownAgainst(state: CaseState): readonly { readonly key: string; readonly on: string }[] {
  const { carers, conflict } = state.safeguards;
  return [
    ...carers.flatMap((carer) =>
      isSuspect(state, carer)
        ? [{ key: `suspect ${carer.id} ${lastSuspected(state, carer)}`, on: lastSuspected(state, carer).slice(0, 10) }]
        : [],
    ),
    ...(conflict ? [{ key: `conflict ${conflict.on}`, on: conflict.on }] : []),
    ...dangersOf(state).map((danger) => ({ key: dangerKey(danger), on: danger.on })),
  ];
}

/**
 * Since which day what was determined to be best for the child must be considered again; null where it need not. New is what was not known when
 * it was written down, also where it happened before: somebody asked for it, a carer who is a suspect, interests that conflict, a danger that
 * is open.
 */
export function reconsiderSince(state: CaseState): string | null {
  const last = state.bestInterests.determinations.at(-1);
  if (!last) return null;
  const fresh = knownAgainst(state).flatMap(({ key, on }) => (last.knew.includes(key) ? [] : [[on, last.on].sort()[1]!]));
  return [...fresh, ...(last.askedAgain ? [last.askedAgain] : [])].sort()[0] ?? null;
}
