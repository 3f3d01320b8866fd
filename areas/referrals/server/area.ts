import type { ServerArea } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { policy, problems, referralRecord } from '../domain/index.ts';
import { agreementsOverJob, agreementsOverReaction } from './agreementsOver.ts';
import { referralConsequences } from './consequences.ts';
import { holdings } from './holdings.ts';
import { partnerRoutes } from './partnerRoutes.ts';
import { referralListRoutes, referralView } from './referralList.ts';
import { servicesRoute } from './servicesRoute.ts';
import { referralsToday } from './today.ts';

export const referrals: ServerArea = {
  name: 'referrals',
  records: [referralRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [referralView],
  jobs: [agreementsOverJob],
  consequences: referralConsequences,
  reactions: [agreementsOverReaction],
  holdings,
  today: referralsToday,
  routes: [servicesRoute, ...referralListRoutes, ...partnerRoutes, historyRoute(referralRecord)],
};
