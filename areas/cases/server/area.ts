import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { caseRecord, concernRecord, policy, problems } from '../domain/index.ts';
import { caseRoutes } from './caseRoutes.ts';
import { concernRoutes } from './concernRoutes.ts';
import { duplicateRoute } from './duplicateRoute.ts';
import { todayRoute } from './todayRoute.ts';
import { views } from './views.ts';

export const cases: ServerArea = {
  name: 'cases',
  records: [caseRecord, concernRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  routes: [...caseRoutes, ...concernRoutes, duplicateRoute, todayRoute],
};
