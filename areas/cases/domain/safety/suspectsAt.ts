import { nameSimilarity } from '@olle/names';
import { type Consulted, type Context, consult } from '../../../../platform/decider/index.ts';
import type { CaseState } from '../state/case.ts';
import type { Carer } from '../state/safeguards.ts';
import { carerOf, isSuspect } from './protection.ts';

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

/** The record of a suspect, as far as a case needs it: whoever is suspected in the case need not be a carer. */
const suspectKind = 'suspects.suspect';
interface Suspected {
  readonly said: readonly { readonly what: string; readonly text: string; readonly wrong: boolean }[];
}
export const suspectConsulted = (id: string): Consulted => ({ kind: suspectKind, id });
export const suspectsConsulted = (state: CaseState | undefined): readonly Consulted[] =>
  (state?.links.suspects ?? []).map(({ suspect }) => suspectConsulted(suspect));

/** How a suspect is called, by what their record says. */
const calledBy = (context: Context, suspect: string): readonly string[] =>
  (consult<Suspected>(context, suspectKind, suspect)?.said ?? []).flatMap(({ what, text, wrong }) =>
    !wrong && (what === 'name' || what === 'alias') ? [text] : [],
  );

/** Whether one of these names is that of a suspect, by what their record says. */
export function isNamed(context: Context, suspect: string, names: readonly string[]): boolean {
  const theirs = new Set(calledBy(context, suspect).map(plainName));
  return names.some((name) => theirs.has(plainName(name)));
}

/** So alike are two spellings of one name, also in two scripts: as where a child is looked for. */
const alike = 0.82;
/** So alike are two spellings of one name that are hardly those of two people: relatives and neighbours share much of a name. */
const sameSpelling = 0.95;
export const hardlyTwo = (one: string, other: string): boolean =>
  plainName(one) !== plainName(other) && nameSimilarity(one, other) >= sameSpelling;
const soundAlike = (one: string, other: string) => plainName(one) !== plainName(other) && nameSimilarity(one, other) >= alike;

/** Whether one of these names may be that of a suspect, spelt otherwise: a person must say whether it is. */
export const isLikeNamed = (context: Context, suspect: string, names: readonly string[]): boolean =>
  calledBy(context, suspect).some((theirs) => names.some((name) => soundAlike(theirs, name)));

/** Whether somebody named there may be a suspect of the case, spelt otherwise. */
export function isLikeSuspect(state: CaseState, { people = [] }: Pick<Found, 'people'>, context: Context): boolean {
  const names = people.map(({ name }) => name);
  const carers = state.safeguards.carers.filter((carer) => isSuspect(state, carer));
  return (
    carers.some((carer) => names.some((name) => soundAlike(carer.name, name))) ||
    state.links.suspects.some(({ suspect }) => isLikeNamed(context, suspect, names))
  );
}

/** The names of all who live where that was found, answer for it or visit it, as far as the case knows them. */
export function namesIn(state: CaseState, { kind, carer, people = [] }: Found): readonly string[] {
  const responsible = carer === null ? undefined : carerOf(state, carer);
  const home = kind === 'family' ? state.safeguards.carers.filter(({ livesWithChild }) => livesWithChild) : [];
  return [...people, ...(responsible ? [responsible] : []), ...home].map(({ name }) => name);
}

/** The suspects of the case who are where that was found, by their records. */
export const suspectsNamedIn = (state: CaseState, found: Found, context: Context): readonly string[] => {
  const names = namesIn(state, found);
  return state.links.suspects.flatMap(({ suspect }) => (isNamed(context, suspect, names) ? [suspect] : []));
};

/** Carers who are suspects and live where that was found, answer for it or visit it. A place of the family is one of every carer who lives with the child. */
export function suspectsIn(state: CaseState, { kind, carer: responsible, people = [] }: Found): readonly Carer[] {
  const there = new Set(people.map(({ name }) => plainName(name)));
  return state.safeguards.carers.filter(
    (carer) =>
      isSuspect(state, carer) &&
      (carer.id === responsible || (kind === 'family' && carer.livesWithChild) || there.has(plainName(carer.name))),
  );
}

/** Whether a suspect is at a place of the case, as it was assessed last: a carer, or whoever was named there and is suspected in the case. */
export function isSuspectAt(state: CaseState, place: string): boolean {
  const known = state.bestInterests.places.find(({ id }) => id === place);
  if (!known) return false;
  const { id, people, suspects = [] } = known.assessment;
  const named = state.links.suspects.some(({ suspect, assessments }) => suspects.includes(suspect) || assessments.includes(id));
  return named || suspectsIn(state, { ...known, people }).length > 0;
}
