import { Type } from 'typebox';
import {
  coded,
  command,
  type Data,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  identity,
  Maybe,
  UnerasedId,
} from '../../../platform/decider/index.ts';
import { FieldReasons } from './pair.ts';

const Text = Type.String({ maxLength: 500 });

const CardSchema = fields({
  /** Every spelling, the most frequent first. */
  names: Type.Array(Text),
  birthDate: Maybe(Text),
  mother: Maybe(Text),
  father: Maybe(Text),
  phones: Type.Array(Text),
  numbers: Type.Array(Text),
  address: Maybe(Text),
});
/** What is known of a person, chosen from the rows that are this person. */
export type Card = Data<typeof CardSchema>;

const memberOf = (entry: typeof Id) => fields({ entry, register: Type.String(), weight: Type.Number(), fields: FieldReasons });
const MemberSchema = memberOf(Id);
/** A row that is this person; `weight` and `fields` say why it was put here: its best agreement with another row. */
export type Member = Data<typeof MemberSchema>;

const Composed = fields({
  members: coded(Type.Array(MemberSchema)),
  sex: coded(Maybe(Type.String())),
  ward: coded(Maybe(Type.String())),
  birthYear: coded(Maybe(Type.Integer())),
  household: field.idOrNone,
  card: identity(CardSchema),
});
const personEvents = {
  'person-formed': Composed,
  'person-changed': Composed,
  'person-emptied': fields({ into: field.idIfAny }),
};
export type PersonEvent = EventOf<typeof personEvents>;

/** A person, as the linked registers know them. */
export interface PersonState extends Data<typeof Composed> {
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
      // A row that was erased while linkage compared it must not come back on somebody's card.
      input: fields({ ...Composed.properties, members: Type.Array(memberOf(UnerasedId)), into: field.idIfAny }),
      decide(state, { into, ...wanted }) {
        if (wanted.members.length === 0)
          return state && state.members.length > 0 ? [{ type: 'person-emptied', ...(into === undefined ? {} : { into }) }] : [];
        if (!state) return [{ type: 'person-formed', ...wanted }];
        return essenceOf(state) === essenceOf(wanted) ? [] : [{ type: 'person-changed', ...wanted }];
      },
    }),
  },
});
