import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Id, Maybe } from '../../../platform/decider/index.ts';
import { FieldReasons } from '../domain/index.ts';
import { SourceRow } from './shown.ts';

/** Where a page ended: status, whether a reason waits, weight and id of its last pair. */
const After = '^(open|later)_[01]_-?\\d+(\\.\\d+)?(e-?\\d+)?_[0-9a-f-]{36}$';

export const countPairs = contract({
  method: 'GET',
  path: '/api/people/review/waiting',
  summary: 'How many pairs of rows wait to be judged',
  may: ['judge', 'people.pair'],
  answer: Type.Object({ waiting: Type.Integer() }),
});

export const reviewPairs = contract({
  method: 'GET',
  path: '/api/people/review',
  summary:
    'Pairs of rows that a person should judge: those put off last, then those for which a child waits to be on the list first, else the likeliest; a page from where `after` says',
  may: ['judge', 'people.pair'],
  shows: 'identity',
  query: Type.Object({
    after: Type.Optional(Type.String({ pattern: After })),
    /** A pair to be shown first, where it still waits. */
    first: Type.Optional(Id),
  }),
  answer: Type.Object({
    waiting: Type.Integer(),
    /** Give it back as `after` for the next page; null where this is the last. */
    next: Maybe(Type.String()),
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
        left: SourceRow,
        right: SourceRow,
      }),
    ),
  }),
});

export type { Verdict } from '../domain/index.ts';
export type Review = Answer<typeof reviewPairs>;
export type Pair = Review['pairs'][number];
