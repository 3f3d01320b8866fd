import type { AnyRoute } from '../../../platform/http/area.ts';
import { mergeRoute, splitRoute } from './joining.ts';
import { linkageRoute } from './linkageRoute.ts';
import { personHistoryRoute, personRoute } from './personRoute.ts';
import { type PendingReasons, reviewRouteWith, waitingRoute } from './review.ts';
import { searchRoute } from './search.ts';

export const routesWith = (pendingReasons: PendingReasons): readonly AnyRoute[] => [
  searchRoute,
  personRoute,
  personHistoryRoute,
  splitRoute,
  mergeRoute,
  reviewRouteWith(pendingReasons),
  waitingRoute,
  linkageRoute,
];
