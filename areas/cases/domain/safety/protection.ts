import { type Age, ageOn, type Born, bornOn, mayBeChild, type Refusal, refuse } from '../../../../platform/decider/index.ts';
import { phonesIn } from '../../../registers/domain/index.ts';
import type { CaseState } from '../state/case.ts';
import type { Carer, SafeNumber } from '../state/safeguards.ts';

/** Between which days the child was born, as far as it is known. */
export const bornOf = ({ safeguards, born }: Pick<CaseState, 'safeguards' | 'born'>): Born | null =>
  safeguards.age?.born ? bornOn(safeguards.age.born) : born;

/** The age on a day in completed years, the least and the most it can be; null where nothing is known. */
export function ageIn(state: CaseState, today: string): Age | null {
  const born = bornOf(state);
  return born === null ? null : ageOn(born, today);
}

/**
 * The age that the child has reached beyond doubt; null where there is doubt. What they say, or were judged to be, makes nobody older than a
 * document, or what was known at the opening.
 */
export function surelyAged(state: CaseState, today: string): Age | null {
  const { age: recorded } = state.safeguards;
  const now = ageIn(state, today);
  if (recorded?.disputed || now === null) return null;
  if (recorded === null || recorded.basis === 'document') return now;
  const before = state.born === null ? null : ageOn(state.born, today);
  if (before === null) return null;
  return before.least < now.least ? before : now;
}

/**
 * Whether somebody is to be treated as a child on that day: whoever may be under 18, and whoever's age is disputed, whatever papers say
 * (UNICEF guidelines 2006, presumption of age).
 */
export function treatedAsChild(state: CaseState, today: string): boolean {
  const age = surelyAged(state, today);
  return age === null || mayBeChild(age);
}

/** Whether a document shows that somebody is no child any more. Who only says so, or was judged so, is not called an adult. */
export const isProvenAdult = (state: CaseState, today: string): boolean =>
  state.safeguards.age?.basis === 'document' && !treatedAsChild(state, today);

/** The carer of that id; undefined where the case has none. */
export const carerOf = ({ safeguards }: Pick<CaseState, 'safeguards'>, id: string): Carer | undefined =>
  safeguards.carers.find((carer) => carer.id === id);

/** Whether a carer is held to be a suspect: in the case, or by the record of a suspect that is of them. */
export const isSuspect = ({ links }: Pick<CaseState, 'links'>, { id, suspect }: Pick<Carer, 'id' | 'suspect'>): boolean =>
  suspect || links.suspects.some(({ carer }) => carer === id);

/** The last instant at which a carer came to be held a suspect, in the case or by a record; empty where they never were. */
export const lastSuspected = ({ links }: Pick<CaseState, 'links'>, { id, suspectedAt }: Pick<Carer, 'id' | 'suspectedAt'>): string =>
  [suspectedAt ?? '', links.suspected[id] ?? ''].sort()[1]!;

type Around = Pick<CaseState, 'safeguards' | 'links'>;

/** The guardian who may act for the child now; undefined where there is none, or only a suspect or a spouse, which they may turn out to be. */
export function guardianOf(state: Around): Carer | undefined {
  const { guardian } = state.safeguards;
  const carer = guardian ? carerOf(state, guardian.carer) : undefined;
  return carer && (isSuspect(state, carer) || carer.relation === 'spouse') ? undefined : carer;
}

const outsiders: readonly Carer['relation'][] = ['appointed', 'neighbour', 'institution', 'other'];
/** Whether they care for the child: family, a foster carer, or whoever else lives with the child. */
export const isCaring = ({ relation, livesWithChild }: Pick<Carer, 'relation' | 'livesWithChild'>): boolean =>
  livesWithChild || !outsiders.includes(relation);

/**
 * Whether nobody among the carers may act for the child: their interests conflict with the child's, or each is a suspect (a spouse never acts).
 * Whose interests conflict is no guardian (Committee on the Rights of the Child, General Comment 6, paragraph 33).
 */
export function needsIndependentGuardian(state: Around): boolean {
  if (state.safeguards.conflict) return true;
  const caring = state.safeguards.carers.filter(isCaring);
  return caring.length > 0 && caring.every((carer) => isSuspect(state, carer) || carer.relation === 'spouse');
}

const appointments: readonly string[] = ['court', 'authority', 'interim'];
/** Whether the guardian is independent: appointed by a court or an authority, and none of the child's home. */
export function hasIndependentGuardian(state: Around): boolean {
  const carer = guardianOf(state);
  return carer?.relation === 'appointed' && !carer.livesWithChild && appointments.includes(state.safeguards.guardian?.basis ?? '');
}

export const isParent = (relation: Carer['relation']): boolean => relation === 'mother' || relation === 'father';

/** Whether a carer is a parent who may decide for the child: no suspect, nor one whose authority was taken. */
export const hasParentalAuthority = (state: Pick<CaseState, 'links'>, carer: Carer): boolean =>
  isParent(carer.relation) && !isSuspect(state, carer) && !carer.authorityTaken;

/** Whether the child has a parent who may decide. */
export const hasParent = (state: Pick<CaseState, 'safeguards' | 'links'>): boolean =>
  state.safeguards.carers.some((carer) => hasParentalAuthority(state, carer));

/**
 * Whether a carer's word is consent for the child, by record: that of a parent with authority, or of a guardian whom a court, an authority or
 * the office appointed, from the day they were. A trusted adult stands in as long as no parent may decide. Everybody else advises: a spouse
 * always, and while interests conflict whoever cares for the child.
 */
export function mayConsent(state: Around, carer: Carer, on?: string): boolean {
  const { guardian, conflict } = state.safeguards;
  if (isSuspect(state, carer) || carer.relation === 'spouse') return false;
  if (conflict && isCaring(carer)) return false;
  if (hasParentalAuthority(state, carer)) return true;
  if (guardian?.carer !== carer.id || (on !== undefined && on < guardian.since)) return false;
  if (guardian.basis === 'trusted-adult') return conflict !== null || !hasParent(state);
  return appointments.includes(guardian.basis);
}

/** Whether a child needs an independent guardian and has none. */
const lacksIndependentGuardian = (state: CaseState, today: string): boolean =>
  treatedAsChild(state, today) &&
  needsIndependentGuardian(state) &&
  !(hasIndependentGuardian(state) && state.safeguards.guardian!.since <= today);

/** Whether a child has nobody who may act for them: one who is alone or separated has no guardian, or one who needs it no independent one. */
export function lacksGuardian(state: CaseState, today: string): boolean {
  if (lacksIndependentGuardian(state, today)) return true;
  const { situation } = state.safeguards;
  const acts = guardianOf(state) !== undefined && state.safeguards.guardian!.since <= today;
  return (situation === 'unaccompanied' || situation === 'separated') && treatedAsChild(state, today) && !acts;
}

/** Why nothing lasting is decided for the child: nobody independent acts for them. */
export const guardianFirst = (state: CaseState, today: string): Refusal | undefined =>
  lacksIndependentGuardian(state, today) ? refuse('cases.independent-guardian-first') : undefined;

/** The same where a child who is alone or separated needs a guardian of any kind. */
export const anyGuardianFirst = (state: CaseState, today: string): Refusal | undefined =>
  guardianFirst(state, today) ?? (lacksGuardian(state, today) ? refuse('cases.panel-guardian-first') : undefined);

/** The numbers on which the child may be called: none that belongs to a suspect. */
export const safeNumbers = (state: CaseState): readonly SafeNumber[] =>
  (state.safeguards.contact?.numbers ?? []).filter(({ carer }) => {
    const known = carer ? carerOf(state, carer) : undefined;
    return !known || !isSuspect(state, known);
  });

/** Whether a carer may be called: not a suspect, nor one of the home that must not be called. */
export const mayCall = (state: CaseState, carer: Carer): boolean =>
  !isSuspect(state, carer) && !(state.safeguards.contact?.notAtHome && carer.livesWithChild);

/** The numbers of grown-ups around the child who must not be called; never one on which it is said that the child may be. */
export function doNotCallNumbers(state: CaseState): readonly string[] {
  const safe = new Set(safeNumbers(state).flatMap(({ number }) => phonesIn(number)));
  const forbidden = state.safeguards.carers.filter((carer) => !mayCall(state, carer)).flatMap(({ contact }) => phonesIn(contact));
  return [...new Set(forbidden)].filter((number) => !safe.has(number));
}

/** What forbids something to whoever works on the case, the gravest first: shown above each of its pages. */
export function forbidding(
  state: CaseState,
  today: string,
): readonly ('no-contact-at-home' | 'no-independent-guardian' | 'no-guardian' | 'age-disputed')[] {
  const { contact, age } = state.safeguards;
  const missing = lacksIndependentGuardian(state, today) ? 'no-independent-guardian' : 'no-guardian';
  return [
    ...(contact?.notAtHome ? (['no-contact-at-home'] as const) : []),
    ...(lacksGuardian(state, today) ? ([missing] as const) : []),
    ...(age?.disputed ? (['age-disputed'] as const) : []),
  ];
}
