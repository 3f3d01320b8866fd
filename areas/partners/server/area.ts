import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { organisationRecord, policy, problems } from '../domain/index.ts';
import { namesRoute, organisationListRoutes, organisationView } from './organisationList.ts';
import { organisationRoute } from './organisationRoute.ts';

export const partners: ServerArea = {
  name: 'partners',
  records: [organisationRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [organisationView],
  routes: [...organisationListRoutes, namesRoute, organisationRoute],
};
