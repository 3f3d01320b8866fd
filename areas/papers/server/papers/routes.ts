import type { AnyRoute } from '../../../../platform/http/area.ts';
import { printRoute } from '../print/printRoute.ts';
import { contentRoute, thumbnailRoute } from './contentRoutes.ts';
import { papersRoute } from './papersRoute.ts';
import { arrivedRoute, sendRoute } from './sendRoutes.ts';

/** What a case's papers are listed, sent and given out by. */
export const paperRoutes: readonly AnyRoute[] = [papersRoute, arrivedRoute, sendRoute, contentRoute, thumbnailRoute, printRoute];
