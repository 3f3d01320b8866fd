import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { organisationRecord, policy, problems } from '../domain/index.ts';
import { listRoute, namesRoute } from './listRoute.ts';
import { organisationRoute } from './organisationRoute.ts';
import { views } from './views.ts';

export const partners: ServerArea = {
  name: 'partners',
  records: [organisationRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  routes: [listRoute, namesRoute, organisationRoute],
};
