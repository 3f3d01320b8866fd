import { Type } from 'typebox';
import { type Answer, contract, type Data, TimelineEntry } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { erasureColumns, RetentionHold } from '../domain/index.ts';

const Count = Type.Object({ kind: Type.String(), status: Type.String(), records: Type.Integer() });

export const Held = Type.Object({
  goes: Type.Array(Count),
  stays: Type.Array(Count),
  /** Persons that are this one, joined ones among them. */
  persons: Type.Integer(),
  keys: Type.Integer(),
  /** Of what goes, records that are about somebody else by now. */
  others: Type.Integer(),
  /** Why the person cannot be erased now: the code of the refusal, and what its sentence names. */
  refused: Maybe(Type.Object({ code: Type.String(), open: Type.Integer(), on: Maybe(Type.String()) })),
});
export type Held = Data<typeof Held>;

export const ListedErasure = Type.Object({ id: Type.String(), ...erasureColumns });

const { status, because, placedBy, placedOn, liftedOn } = RetentionHold.properties;
export const ListedHold = Type.Object({ id: Type.String(), status, placedBy, placedOn, liftedOn });

export const readHeld = contract({
  method: 'GET',
  path: '/api/protection/person/{id}',
  summary:
    'What is held of a person, or of the child of a case who is no known person, what would be erased, and what is in the way of that',
  may: ['ask', 'protection.erasure'],
  shows: 'identity',
  answer: Type.Object({
    name: Type.String(),
    /** False: the child of a case, who is no known person. */
    isPerson: Type.Boolean(),
    held: Held,
    /** Records about the person, the first fifty, by which the access log is asked who looked. */
    records: Type.Array(Type.String()),
    erasures: Type.Array(ListedErasure),
    retentionHolds: Type.Array(Type.Object({ ...ListedHold.properties, because })),
  }),
});

export const makePacket = contract({
  method: 'POST',
  path: '/api/protection/person/{id}/packet',
  summary: 'Everything held of a person, for who asks for access: every record, all that happened to it, and who was shown it',
  may: ['give', 'protection.packet'],
  shows: 'identity',
  answer: Type.Object({
    madeAt: Type.String(),
    city: Type.String(),
    person: Type.String(),
    name: Type.String(),
    records: Type.Array(
      Type.Object({
        kind: Type.String(),
        id: Type.String(),
        status: Type.String(),
        state: Type.Record(Type.String(), Type.Unknown()),
        /** Every event with all its fields; `entry` is how a history says it, null where none does. */
        history: Type.Array(
          Type.Object({
            at: Type.String(),
            by: Type.String(),
            what: Type.String(),
            fields: Type.Record(Type.String(), Type.Unknown()),
            entry: Maybe(TimelineEntry),
          }),
        ),
      }),
    ),
    readings: Type.Array(Type.Object({ at: Type.String(), by: Type.String(), kind: Type.String(), why: Type.String() })),
  }),
});
export type HeldPerson = Answer<typeof readHeld>;
export type Packet = Answer<typeof makePacket>;
