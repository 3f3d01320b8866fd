import { Type } from 'typebox';
import { type Answer, contract, type Data } from '../../../platform/contract/index.ts';
import { Id, Maybe } from '../../../platform/decider/index.ts';
import { FieldReasons } from '../domain/index.ts';
import { SourceRow } from './shown.ts';

/** Somebody whom an answer concerns: whose row is asked about, with all rows known of them, that row first. */
const PersonAskedAbout = Type.Object({ person: Maybe(Type.String()), name: Type.String(), rows: Type.Array(SourceRow) });

export const reviewPairs = contract({
  method: 'GET',
  path: '/api/people/review',
  summary:
    'The pairs of rows that a person should judge next: those put off last, then those for which a child waits to be on the list first, else the likeliest',
  may: ['judge', 'people.pair'],
  shows: 'identity',
  /** A pair to be shown first, where it still waits. */
  query: Type.Object({ first: Type.Optional(Id) }),
  answer: Type.Object({
    waiting: Type.Integer(),
    pairs: Type.Array(
      Type.Object({
        id: Type.String(),
        a: Type.String(),
        b: Type.String(),
        weight: Type.Number(),
        probability: Type.Number(),
        fields: FieldReasons,
        /** Reasons for which a child may come on the list, once it is said that the two are not the same. */
        pendingReasons: Type.Array(Type.String()),
        /** What the reader may do to it. */
        next: Type.Array(Type.String()),
        left: PersonAskedAbout,
        right: PersonAskedAbout,
        /** Other pairs that wait about rows of the two: the answers hang together. */
        competing: Type.Array(Type.Object({ pair: Type.String(), register: Type.String(), row: Type.Integer(), name: Type.String() })),
      }),
    ),
  }),
});

export type { Verdict } from '../domain/index.ts';
export type Review = Answer<typeof reviewPairs>;
export type Pair = Review['pairs'][number];
export type PersonAskedAbout = Data<typeof PersonAskedAbout>;
