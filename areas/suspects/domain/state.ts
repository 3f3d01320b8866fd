import { Type } from 'typebox';
import { type Born, type Data, type Facts, fields, Id, IsoDate, Maybe, oneOf } from '../../../platform/decider/index.ts';

/** What somebody is suspected of having done, in the order of the way that a child is taken. */
export const suspectRoles = ['recruiting', 'moving', 'harbouring', 'exploiting', 'forging', 'other'] as const;
export type SuspectRole = (typeof suspectRoles)[number];
/** What is recorded of who somebody is. */
export const sayings = ['name', 'alias', 'phone', 'account', 'mark', 'place'] as const;
export type Saying = (typeof sayings)[number];
/** By which of it somebody may be known again. */
export const tellingWho: readonly Saying[] = ['name', 'alias', 'phone', 'account'];
export const suspectSexes = ['female', 'male', 'other'] as const;

/** What came with a record that was joined into this one names that record; null where it was said here. */
interface Taken {
  readonly from: string | null;
}

/** Something that was said of who a suspect is. What turned out to be wrong stays, and says so. */
export const SaidSchema = fields({ what: oneOf(...sayings), text: Type.String(), on: IsoDate, by: Id, wrong: Type.Boolean() });
export type Said = Data<typeof SaidSchema> & Taken;

/** Something that is known of what a suspect did. */
export const KnownSchema = fields({ text: Type.String(), on: IsoDate, by: Id });
export type Known = Data<typeof KnownSchema> & Taken;

/** A case in which somebody is a suspect, and with what part in it; who works on that case may see the suspect. */
export const LinkSchema = fields({
  case: Id,
  roles: Type.Array(oneOf(...suspectRoles)),
  worker: Maybe(Id),
  /** The carer of that case who the suspect is. */
  carer: Maybe(Id),
  on: IsoDate,
  by: Id,
});
export type Connection = Data<typeof LinkSchema> &
  Taken & {
    /** On what it rests; null where it is what was known when the suspect was noted. */
    readonly basis: string | null;
  };

export const standings = ['suspected', 'cleared', 'joined'] as const;

/** Somebody who is suspected. Sealed under a key of its own: no child's erasure takes the record along, nor its erasure a child's file. */
export interface SuspectState {
  readonly standing: (typeof standings)[number];
  /** The record that this one was found to be the same person as. */
  readonly into: string | null;
  readonly said: readonly Said[];
  readonly known: readonly Known[];
  readonly sex: (typeof suspectSexes)[number] | null;
  /** The days on which they may have been born, as far as anybody knows. */
  readonly born: Born | null;
  /** The persons of the registers that the suspect is: as said here, and those of records that were joined into this one. */
  readonly persons: readonly ({ readonly person: string } & Taken)[];
  readonly connections: readonly Connection[];
  readonly takenUp: readonly string[];
  readonly notedOn: string;
  readonly notedBy: string;
}

/** The cases of a suspect, each once, with all that they are suspected of in it; none of a record that was joined into another. */
export function casesOf(state: SuspectState): readonly (Omit<Connection, 'from' | 'basis'> & { readonly bases: readonly string[] })[] {
  if (state.standing === 'joined') return [];
  return [...Map.groupBy(state.connections, (one) => one.case).values()].map((entries) => {
    const { case: id, worker, on, by } = entries[0]!;
    const all = new Set(entries.flatMap(({ roles }) => roles));
    const roles = suspectRoles.filter((role) => all.has(role));
    const carer = entries.find((one) => one.carer !== null)?.carer ?? null;
    return { case: id, roles, worker, carer, on, by, bases: entries.flatMap(({ basis }) => basis ?? []) };
  });
}

/** What was said of who a suspect is and did not turn out to be wrong, each once. */
export const saidOf = (state: Pick<SuspectState, 'said'>, ...whats: readonly Saying[]): string[] => [
  ...new Set(state.said.flatMap(({ what, text, wrong }) => (!wrong && whats.includes(what) ? [text] : []))),
];

/** What permissions and lists ask of a suspect. */
export function factsOfSuspect(state: SuspectState): Facts {
  const cases = casesOf(state);
  const roles = new Set(cases.flatMap((one) => one.roles));
  return {
    standing: state.standing,
    roles: suspectRoles.filter((role) => roles.has(role)),
    workers: [...new Set(cases.flatMap(({ worker }) => worker ?? []))].sort(),
  };
}
