import type { TSchema } from 'typebox';
import { type AnyRoute, route } from '../../http/area.ts';
import { type AnyList, countSchemas, pageSchemas } from '../list.ts';
import { countValues, readPage, type Served } from './reading.ts';

/** The routes of a list: a page of it, and what is counted beside its filters. */
export function listRoutes<L extends AnyList, C extends Readonly<Record<string, TSchema>>>(served: Served<L, C>): readonly AnyRoute[] {
  const { list } = served;
  const may = [list.action, list.kind] as const;
  const page = route({
    method: 'POST',
    path: list.path,
    summary: list.summary,
    may,
    ...(list.identifies ? { shows: 'identity' as const } : {}),
    ...pageSchemas(list),
    handle: (call) => readPage(served, call, call.body as Record<string, unknown>) as never,
  });
  if (list.counts.shown.length + list.counts.folded.length === 0) return [page];
  const counts = route({
    method: 'POST',
    path: `${list.path}/counts`,
    summary: 'How many rows of the list each value of a filter would show, the other filters as they are',
    may,
    ...countSchemas(list),
    handle: (call) => countValues(served, call, call.body as Record<string, unknown>),
  });
  return [page, counts];
}
