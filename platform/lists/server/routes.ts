import type { TSchema } from 'typebox';
import { type AnyRoute, route } from '../../http/area.ts';
import { countsContract, pageContract } from '../contract.ts';
import type { AnyList } from '../list.ts';
import { countValues, readPage, type Served } from './reading.ts';

/** The routes of a list: a page of it, and what is counted beside its filters. */
export function listRoutes<L extends AnyList, C extends Readonly<Record<string, TSchema>>, K extends object = object>(
  served: Served<L, C, K>,
): readonly AnyRoute[] {
  const list: AnyList = served.list;
  const page = route(pageContract(list), (call) => readPage(served, call, call.body) as never);
  if (list.counts.shown.length + list.counts.folded.length === 0) return [page];
  return [page, route(countsContract(list), (call) => countValues(served, call, call.body))];
}
