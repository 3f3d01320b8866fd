import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { cityRecord, contactRecord, firstStartRecord, policy, problems, rolesRecord, switchesRecord, userRecord } from '../domain/index.ts';
import { followTerms } from './followTerms.ts';
import { contacts } from './public/contact.ts';
import { contactPage } from './public/contactPage.ts';
import { rolesView } from './roles.ts';
import { routesWith, type WardsFound } from './routes.ts';
import { secondFactorRoutes } from './secondFactorRoutes.ts';
import { settingsRoutes } from './settingsRoutes.ts';
import { switches, switchesView } from './switches.ts';
import { firstStartRoutesWith, type HasRegister } from './today/firstStart.ts';
import { accountsTodayWith } from './today/today.ts';
import { city, organisations, users } from './views.ts';

/**
 * @param wardsFound the wards that the registers brought, from the areas above
 * @param hasRegister whether they brought any
 */
export const accountsWith = (wardsFound: WardsFound, hasRegister: HasRegister): ServerArea => ({
  name: 'accounts',
  records: [userRecord, cityRecord, contactRecord, rolesRecord, switchesRecord, firstStartRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [users, organisations, city, contacts, rolesView, switchesView],
  routes: [...routesWith(wardsFound), ...secondFactorRoutes, ...settingsRoutes, ...firstStartRoutesWith(hasRegister)],
  today: accountsTodayWith(hasRegister),
  publicPages: [contactPage],
  jobs: [followTerms],
  switches,
});
