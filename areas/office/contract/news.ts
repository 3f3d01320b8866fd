import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { newsKinds } from '../domain/index.ts';

const Position = Type.Integer({ minimum: 0 });

export const countUnseen = contract({
  method: 'GET',
  path: '/api/office/news/unseen',
  summary:
    'How many notices the reader has not looked at; at most 999 are counted. With `known`, the answer is held back until there is another number, for so many seconds at most',
  may: ['read', 'cases.case'],
  query: fields({
    known: Type.Optional(Type.String({ pattern: '^\\d{1,3}$' })),
    seconds: Type.Optional(Type.String({ pattern: '^([1-9]|1\\d|2[0-5])$' })),
  }),
  answer: Type.Object({ unseen: Type.Integer() }),
});

export const listNews = contract({
  method: 'POST',
  path: '/api/office/news',
  summary: 'What is new in the reader’s cases, newest first; of a case that they may no longer read, only that something happened',
  may: ['read', 'cases.case'],
  shows: 'identity',
  body: fields({ case: Type.Optional(Id), which: Type.Optional(oneOf('unseen', 'all')), after: Type.Optional(Position) }),
  answer: Type.Object({
    rows: Type.Array(
      Type.Object({
        position: Position,
        at: Type.String(),
        seen: Type.Boolean(),
        /** Null where the case is not the reader's to see any more. */
        about: Maybe(
          Type.Object({ case: Type.String(), page: Type.String(), name: Type.String(), kind: oneOf(...newsKinds), by: Type.String() }),
        ),
      }),
    ),
    next: Maybe(Position),
  }),
});

export type Notice = Answer<typeof listNews>['rows'][number];

export const markSeen = contract({
  method: 'POST',
  path: '/api/office/news/seen',
  summary: 'Note that the reader has looked at a notice, at those of a case, or at all up to one',
  may: ['read', 'cases.case'],
  body: fields({ only: Type.Optional(Position), case: Type.Optional(Id), until: Type.Optional(Position) }),
  answer: Type.Object({ seen: Type.Integer() }),
});
