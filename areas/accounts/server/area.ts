import type { Actor } from '../../../platform/decider/index.ts';
import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord, policy, problems, userRecord } from '../domain/index.ts';
import { routesWith } from './routes.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { city, organisations, users } from './views.ts';

/** @param rulesOf the rules of all areas for an actor: the session tells the screen */
export const accountsWith = (rulesOf: (actor: Actor, today: string, now: string) => readonly unknown[]): ServerArea => ({
  name: 'accounts',
  records: [userRecord, cityRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [users, organisations, city],
  routes: [...routesWith(rulesOf), ...secondFactorRoutes],
});
