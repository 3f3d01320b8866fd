import type { ServerArea } from '../../../platform/http/area.ts';
import { policy, problems } from '../domain/index.ts';

/** Proceedings are a part of a case, which has their record, its pages and its routes. */
export const justice: ServerArea = { name: 'justice', records: [], policy, problems, views: [], routes: [] };
