import type { CaseState } from '../state/case.ts';
import { dangersOf } from './danger.ts';

/**
 * Since which day what was determined to be best for the child must be considered again; null where it need not. New facts are: somebody asked
 * for it, a carer who was held to be a suspect since, interests that conflict, a danger that is open.
 */
export function reconsiderSince(state: CaseState): string | null {
  const last = state.bestInterests.determinations.at(-1);
  if (!last) return null;
  const { carers, conflict } = state.safeguards;
  const later = [
    ...carers.flatMap(({ suspect, suspectedAt }) => (suspect && suspectedAt ? [suspectedAt.slice(0, 10)] : [])),
    ...(conflict ? [conflict.on] : []),
    ...dangersOf(state).map(({ on }) => on),
  ].filter((day) => day > last.on);
  return [...later, ...(last.askedAgain ? [last.askedAgain] : [])].sort()[0] ?? null;
}
