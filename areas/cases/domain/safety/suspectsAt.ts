import type { CaseState } from '../state/case.ts';
import type { Carer } from '../state/safeguards.ts';
import { isSuspect } from './protection.ts';

/** A name as it is compared. */
export const plainName = (name: string): string => name.normalize('NFKC').trim().toLowerCase().replaceAll(/\s+/g, ' ');

/** Suspects among the carers who live with the child: nobody brings a child home to them. */
export const suspectsAtHome = (state: CaseState): readonly Carer[] =>
  state.safeguards.carers.filter((carer) => carer.livesWithChild && isSuspect(state, carer));

/** Whether a name is that of a carer who is a suspect. */
export const isNameOfSuspect = (state: CaseState, name: string): boolean =>
  state.safeguards.carers.some((carer) => isSuspect(state, carer) && plainName(carer.name) === plainName(name));

interface Found {
  readonly kind: string;
  readonly carer: string | null;
  readonly people?: readonly { readonly name: string }[] | undefined;
}

/** Suspects who live where that was found, answer for it or visit it. A place of the family is one of every carer who lives with the child. */
export function suspectsIn(state: CaseState, { kind, carer: responsible, people = [] }: Found): readonly Carer[] {
  const there = new Set(people.map(({ name }) => plainName(name)));
  return state.safeguards.carers.filter(
    (carer) =>
      isSuspect(state, carer) &&
      (carer.id === responsible || (kind === 'family' && carer.livesWithChild) || there.has(plainName(carer.name))),
  );
}

/** Suspects at a place of the case, as it was assessed last. */
export function suspectsAt(state: CaseState, place: string): readonly Carer[] {
  const known = state.bestInterests.places.find(({ id }) => id === place);
  return known ? suspectsIn(state, { ...known, people: known.assessment.people }) : [];
}
