import type { TSchema } from 'typebox';
import { type AnyRoute, route } from '../../http/area.ts';
import { countsContract, pageContract } from '../contract.ts';
import type { AnyList } from '../list.ts';
import type { ListViewsRecord } from '../views.ts';
import { fileRoute } from './file.ts';
import { manyRoute } from './many.ts';
import { countValues, readPage, type Served } from './reading.ts';
import { viewsRoute } from './views.ts';

interface More {
  /** The record that keeps views of it. */
  readonly views?: ListViewsRecord;
  /** The commands that may be given to many of its rows at once. */
  readonly many?: readonly string[];
}

/** The routes of a list: a page of it, what is counted beside its filters, the views that are kept of it, a file of it, what is done to many of its rows. */
export function listRoutes<L extends AnyList, C extends Readonly<Record<string, TSchema>>, K extends object = object>(
  served: Served<L, C, K> & More,
): readonly AnyRoute[] {
  const list: AnyList = served.list;
  const { shown, folded } = list.counts;
  return [
    route(pageContract(list), (call) => readPage(served, call, call.body) as never),
    ...(shown.length + folded.length === 0 ? [] : [route(countsContract(list), (call) => countValues(served, call, call.body))]),
    ...(served.views ? [viewsRoute(list, served.views)] : []),
    ...(list.file ? [fileRoute(served)] : []),
    ...(served.many ? [manyRoute(list, served.many)] : []),
  ];
}
