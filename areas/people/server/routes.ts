import type { AnyRoute } from '../../../platform/http/area.ts';
import { mergeRoute, splitRoute } from './joining.ts';
import { linkageRoute } from './linkageRoute.ts';
import { personRoute } from './personRoute.ts';
import { reviewRoute, waitingRoute } from './review.ts';
import { searchRoute } from './search.ts';

export const routes: readonly AnyRoute[] = [searchRoute, personRoute, splitRoute, mergeRoute, reviewRoute, waitingRoute, linkageRoute];
