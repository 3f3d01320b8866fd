import { Type } from 'typebox';
import { contract, Outcomes } from '../contract/index.ts';
import { fields, Id, Maybe, oneOf } from '../decider/index.ts';
import { type AnyList, mostChosen, type NarrowingOf, narrowingFields, type PageOf, type QuestionOf } from './list.ts';

/** A page of a list, as the server answers it and its callers know it. */
export function pageContract<const L extends AnyList>(list: L) {
  const cursor = Object.assign({}, ...Object.values(list.orders).map(({ by }) => by)) as (typeof list.orders)[string]['by'];
  const orders = Object.keys(list.orders);
  const body = fields({
    ...narrowingFields(list),
    ...(orders.length > 1 ? { order: Type.Optional(Type.Union(orders.map((name) => Type.Literal(name)))) } : {}),
    most: Type.Optional(Type.Integer({ minimum: 1, maximum: list.pageSize })),
    after: Type.Optional(
      fields({ ...Object.fromEntries(Object.entries(cursor).map(([name, schema]) => [name, Type.Optional(schema)])), id: Id }),
    ),
  });
  const answer = Type.Object({
    rows: Type.Array(Type.Object({ id: Type.String(), ...list.columns })),
    next: Type.Union([Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])), Type.Null()]),
    ...(list.counted ? { total: Type.Integer(), beyond: Type.Boolean() } : {}),
    ...list.more,
  });
  return contract({
    method: 'POST',
    path: list.path as L['path'],
    summary: list.summary,
    may: [list.action, list.kind],
    ...(list.identifies ? { shows: 'identity' as const } : {}),
    body: Type.Unsafe<QuestionOf<L>>(body),
    answer: Type.Unsafe<PageOf<L>>(answer),
  });
}

/** How many rows each value of each filter would show, the other filters as they are. `all`: of those that are folded away as well. */
export function countsContract<const L extends AnyList>(list: L) {
  return contract({
    method: 'POST',
    path: `${list.path as L['path']}/counts` as const,
    summary: 'How many rows of the list each value of a filter would show, the other filters as they are',
    may: [list.action, list.kind],
    body: Type.Unsafe<NarrowingOf<L> & { readonly all?: boolean | undefined }>(
      fields({ ...narrowingFields(list), all: Type.Optional(Type.Boolean()) }),
    ),
    answer: Type.Object({ counts: Type.Record(Type.String(), Type.Record(Type.String(), Type.Integer())) }),
  });
}

/** A file of the rows, as the list is narrowed. */
export const fileContract = (list: AnyList) =>
  contract({
    method: 'POST',
    path: `${list.path}/file`,
    summary: 'The rows of the list, as it is narrowed, as a file',
    may: [list.file?.action ?? list.action, list.kind],
    ...(list.identifies ? { shows: 'identity' as const } : {}),
    body: fields({
      ...narrowingFields(list),
      order: Type.Optional(oneOf(...Object.keys(list.orders))),
      format: oneOf('csv', 'xlsx'),
    }),
    file: ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  });

/** The same command to many rows at once; each with what came of it. */
export const manyContract = (list: AnyList, commands: readonly string[]) =>
  contract({
    method: 'POST',
    path: `${list.path}/many`,
    summary: `The same command to many rows of the list, at most ${mostChosen}; each with what came of it`,
    may: ['read', list.kind],
    body: fields({
      command: oneOf(...commands),
      rows: Type.Array(fields({ id: Id, commandId: Id, input: Type.Unknown() }), { minItems: 1, maxItems: mostChosen }),
    }),
    answer: Type.Object({ rows: Outcomes }),
  });

const View = {
  id: Type.String(),
  name: Type.String(),
  narrowing: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Integer()])),
  order: Maybe(Type.String()),
  columns: Type.Array(Type.String()),
  /** A name that is searched for. */
  search: Maybe(Type.String()),
  /** Whether the whole office sees it. */
  shared: Type.Boolean(),
};

/** The ways to look at a list that its reader keeps, and those that are shared. */
export const viewsContract = (list: AnyList, kind: string) =>
  contract({
    method: 'GET',
    path: `${list.path}/views`,
    summary: 'The ways to look at the list that the reader keeps, and those that are shared',
    may: ['read', kind],
    answer: Type.Object({
      /** The record that keeps the reader's views, and its kind; it need not be there yet. */
      id: Type.String(),
      kind: Type.String(),
      most: Type.Integer(),
      views: Type.Array(Type.Object(View)),
      shared: Type.Array(Type.Object({ ...View, record: Type.String(), by: Type.String() })),
      /** The view that the list opens with; it may be shared no longer. */
      opens: Maybe(Type.String()),
    }),
  });
