import { type AnyRoute, route } from '../../http/area.ts';
import { viewsContract } from '../contract.ts';
import type { AnyList } from '../list.ts';
import { type ListView, type ListViewsRecord, type ListViewsState, mostListViews } from '../views.ts';

const plain = ({ id, name, narrowing, order, columns, search, shared }: ListView) => ({
  ...{ id, name, order, search, shared },
  narrowing: { ...narrowing },
  columns: [...columns],
});

/** The views of a list: those that the reader keeps, and those that are shared. */
export const viewsRoute = (list: AnyList, views: ListViewsRecord): AnyRoute =>
  route(viewsContract(list, views.kind), async ({ tx, actor: { id: me, city }, services: { ledger, sealing } }) => {
    const id = sealing.idFor(city, views.kind, me);
    const { rows } = await tx.query<{ id: string }>('select id from record where city = $1 and kind = $2', [city, views.kind]);
    const ids = rows.map((row) => row.id);
    const all = await ledger.findMany<ListViewsState>(tx, city, views.kind, ids);
    const own = all.get(id)?.state;
    const byName = (one: { name: string }, other: { name: string }) => one.name.localeCompare(other.name);
    return {
      id,
      kind: views.kind,
      most: mostListViews,
      views: (own?.by === me ? own.views : []).map(plain).sort(byName),
      shared: [...all]
        .filter(([, { state }]) => state.by !== me)
        .flatMap(([record, { state }]) => state.views.flatMap((view) => (view.shared ? [{ ...plain(view), record, by: state.by }] : [])))
        .sort(byName),
      opens: own?.by === me ? own.opens : null,
    };
  });
