import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, Id, identity, Maybe, UnerasedId } from '../../../platform/decider/index.ts';

const Text = Type.String({ maxLength: 500 });

/** What is known of a person, chosen from the rows that are this person. */
export interface Card {
  /** Every spelling, the most frequent first. */
  readonly names: readonly string[];
  readonly birthDate: string | null;
  readonly mother: string | null;
  readonly father: string | null;
  readonly phones: readonly string[];
  readonly numbers: readonly string[];
  readonly address: string | null;
}
const CardSchema = fields({
  names: Type.Array(Text),
  birthDate: Maybe(Text),
  mother: Maybe(Text),
  father: Maybe(Text),
  phones: Type.Array(Text),
  numbers: Type.Array(Text),
  address: Maybe(Text),
});

/** A row that is this person; `weight` and `fields` say why it was put here: its best agreement with another row. */
export interface Member {
  readonly entry: string;
  readonly register: string;
  readonly weight: number;
  readonly fields: readonly { readonly column: string; readonly level: number; readonly weight: number }[];
}
const memberOf = (entry: typeof Id) =>
  fields({
    entry,
    register: Type.String(),
    weight: Type.Number(),
    fields: Type.Array(fields({ column: Type.String(), level: Type.Integer(), weight: Type.Number() })),
  });
const MemberSchema = memberOf(Id);

const composition = {
  members: coded(Type.Array(MemberSchema)),
  sex: coded(Maybe(Type.String())),
  ward: coded(Maybe(Type.String())),
  birthYear: coded(Maybe(Type.Integer())),
  household: coded(Maybe(Id)),
  card: identity(CardSchema),
};
const personEvents = {
  'person-formed': fields(composition),
  'person-changed': fields(composition),
  'person-emptied': fields({ into: coded(Type.Optional(Id)) }),
};
export type PersonEvent = EventOf<typeof personEvents>;

/** A person, as the linked registers know them. */
export interface PersonState {
  readonly members: readonly Member[];
  readonly sex: string | null;
  readonly ward: string | null;
  readonly birthYear: number | null;
  readonly household: string | null;
  readonly card: Card;
  /** The person who took up the rows, or most of them, where this one is nobody any more. */
  readonly into?: string;
}
export type Composition = PersonState;

/** Weights differ in their last digits between runs on other data: what counts is who is who and what is known of them. */
export const essenceOf = ({ members, ...rest }: PersonState) =>
  JSON.stringify([members.map(({ entry }) => entry).sort(), rest.sex, rest.ward, rest.birthYear, rest.household, rest.card]);

export const personRecord = defineRecord<PersonState, PersonEvent>()({
  kind: 'people.person',
  events: personEvents,
  facts: (state) => ({ ward: state.ward, empty: state.members.length === 0 }),
  // Registrars too, since birth registration is theirs; data-protection officers for whoever asks for access or erasure.
  grants: { reader: { roles: ['case-worker', 'supervisor', 'registrar', 'data-protection-officer'], mayAlso: ['triage'] } },
  acts: { read: 'reader' },
  evolve(state, event) {
    if (event.type === 'person-emptied') return { ...state!, members: [], ...(event.into === undefined ? {} : { into: event.into }) };
    const { type: _, ...now } = event;
    return now;
  },
  commands: {
    settle: command({
      summary: 'Take the rows that are this person, as linkage and people have decided',
      in: 'new-or-existing',
      by: 'system',
      input: fields({
        // A row that was erased while linkage compared it must not come back on somebody's card.
        members: Type.Array(memberOf(UnerasedId)),
        sex: Maybe(Type.String()),
        ward: Maybe(Type.String()),
        birthYear: Maybe(Type.Integer()),
        household: Maybe(Id),
        card: CardSchema,
        into: Type.Optional(Id),
      }),
      decide(state, { into, ...wanted }) {
        if (wanted.members.length === 0)
          return state && state.members.length > 0 ? [{ type: 'person-emptied', ...(into === undefined ? {} : { into }) }] : [];
        if (!state) return [{ type: 'person-formed', ...wanted }];
        return essenceOf(state) === essenceOf(wanted) ? [] : [{ type: 'person-changed', ...wanted }];
      },
    }),
  },
});
