import { Type } from 'typebox';
import { Id, Maybe, oneOf } from '../decider/index.ts';
import { contract, type Data } from './contract.ts';

/** One event as a history shows it. */
export const TimelineEntry = Type.Object({
  kind: Type.String(),
  position: Type.Integer(),
  event: Type.String(),
  at: Type.String(),
  by: Type.String(),
  on: Maybe(Type.String()),
  values: Type.Record(
    Type.String(),
    Maybe(Type.Object({ as: oneOf('word', 'day', 'user', 'number', 'text'), is: Type.Array(Type.String()) })),
  ),
  prose: Type.Array(Type.String()),
  told: Type.Array(Type.String()),
});

/** `from`: for an event of another record, where it comes from: a key with its catalogue. */
const Row = Type.Object({ ...TimelineEntry.properties, from: Maybe(Type.String()) });

/** The history of records of a kind, for users who may read them, page by page. */
export const historyContract = (kind: string) =>
  contract({
    method: 'GET',
    path: `/api/${kind.replace('.', '/')}/{id}/history` as `/api/${string}`,
    summary: `What happened to a record of ${kind} and who did it, the newest first`,
    may: ['read', kind],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    query: Type.Object({ before: Type.Optional(Type.Integer({ minimum: 1 })) }),
    /** `next` is the `before` of the following page. */
    answer: Type.Object({ rows: Type.Array(Row), next: Maybe(Type.Integer()) }),
  });

export type HistoryPage = Data<ReturnType<typeof historyContract>['answer']>;
