import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord, policy, problems, userRecord } from '../domain/index.ts';
import { routesWith, type WardsFound } from './routes.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { city, organisations, users } from './views.ts';

/** @param wardsFound the wards that the registers brought, from the areas above */
export const accountsWith = (wardsFound: WardsFound): ServerArea => ({
  name: 'accounts',
  records: [userRecord, cityRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [users, organisations, city],
  routes: [...routesWith(wardsFound), ...secondFactorRoutes],
});
