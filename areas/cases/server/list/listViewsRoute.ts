import { Type } from 'typebox';
import { Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { type ListView, type ListViewsState, listViewsRecord, mostListViews } from '../../domain/index.ts';

const View = {
  id: Type.String(),
  name: Type.String(),
  narrowing: Type.Record(Type.String(), Type.Union([Type.String(), Type.Boolean(), Type.Integer()])),
  sort: Type.String(),
  columns: Type.Array(Type.String()),
  search: Maybe(Type.String()),
  shared: Type.Boolean(),
};
const plain = ({ id, name, narrowing, sort, columns, search, shared }: ListView) => ({
  ...{ id, name, sort, search, shared },
  narrowing: { ...narrowing },
  columns: [...columns],
});

export const listViewsRoute = route({
  method: 'GET',
  path: '/api/cases/list/views',
  summary: 'The ways to look at the list that the reader keeps, and those that supervisors share',
  may: ['read', 'cases.list-views'],
  answer: Type.Object({
    /** The record that keeps the reader's views; it need not be there yet. */
    id: Type.String(),
    most: Type.Integer(),
    views: Type.Array(Type.Object(View)),
    shared: Type.Array(Type.Object({ ...View, record: Type.String(), by: Type.String() })),
    /** The view that the list opens with; it may be shared no longer. */
    opens: Maybe(Type.String()),
  }),
  async handle({ tx, actor: { id: me, city }, services: { ledger, sealing } }) {
    const id = sealing.idFor(city, listViewsRecord.kind, me);
    const { rows } = await tx.query<{ id: string }>('select id from record where city = $1 and kind = $2', [city, listViewsRecord.kind]);
    const all = await ledger.findMany<ListViewsState>(tx, city, listViewsRecord.kind, rows.map((row) => row.id)); // biome-ignore format: one call
    const own = all.get(id)?.state;
    const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
    return {
      id,
      most: mostListViews,
      views: (own?.by === me ? own.views : []).map(plain).sort(byName),
      shared: [...all]
        .filter(([, { state }]) => state.by !== me)
        .flatMap(([record, { state }]) => state.views.flatMap((view) => (view.shared ? [{ ...plain(view), record, by: state.by }] : [])))
        .sort(byName),
      opens: own?.by === me ? own.opens : null,
    };
  },
});
