import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord, policy, problems, userRecord } from '../domain/index.ts';
import { type OfAreas, routesWith } from './routes.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { city, organisations, users } from './views.ts';

/** @param of what the areas above give: the rules of all of them, for the session tells the screen; the wards that are known */
export const accountsWith = (of: OfAreas): ServerArea => ({
  name: 'accounts',
  records: [userRecord, cityRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [users, organisations, city],
  routes: [...routesWith(of), ...secondFactorRoutes],
});
