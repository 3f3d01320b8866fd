import { Type } from 'typebox';
import { contract } from '../contract/index.ts';
import { fields, Id } from '../decider/index.ts';
import { type AnyList, type NarrowingOf, narrowingFields, type PageOf, type QuestionOf } from './list.ts';

/** A page of a list, as the server answers it and whoever asks knows it. */
export function pageContract<const L extends AnyList>(list: L) {
  const cursor = Object.assign({}, ...Object.values(list.orders).map(({ by }) => by)) as (typeof list.orders)[string]['by'];
  const orders = Object.keys(list.orders);
  const body = fields({
    ...narrowingFields(list),
    ...(orders.length > 1 ? { order: Type.Optional(Type.Union(orders.map((name) => Type.Literal(name)))) } : {}),
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
