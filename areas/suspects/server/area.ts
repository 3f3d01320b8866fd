import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { policy, problems, suspectRecord } from '../domain/index.ts';
import { alikeRoute } from './alike.ts';
import { suspectConsequences } from './consequences.ts';
import { holdings } from './holdings.ts';
import { linksRoute } from './linksRoute.ts';
import { suspectListRoutes, suspectView } from './suspectList.ts';
import { suspectRoutes } from './suspectRoute.ts';

export const suspects: ServerArea = {
  name: 'suspects',
  records: [suspectRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [suspectView],
  consequences: suspectConsequences,
  holdings,
  routes: [alikeRoute, ...suspectListRoutes, ...suspectRoutes, linksRoute],
};
