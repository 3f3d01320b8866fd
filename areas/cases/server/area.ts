import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { caseRecord, concernRecord, limitsRecord, policy, problems } from '../domain/index.ts';
import { followUpRoute } from './case/followUpRoute.ts';
import { headRoute } from './case/headRoute.ts';
import { listRoute } from './case/listRoute.ts';
import { overviewRoute } from './case/overviewRoute.ts';
import { planRoute } from './case/planRoute.ts';
import { concernRoutes } from './concernRoutes.ts';
import { duplicateRoute } from './duplicateRoute.ts';
import { followPersonsJob } from './following.ts';
import { paperRoutes } from './papers/routes.ts';
import { tidyPaperJob } from './papers/tidyPaper.ts';
import { todayRoute } from './todayRoute.ts';
import { views } from './views.ts';

export const cases: ServerArea = {
  name: 'cases',
  records: [caseRecord, concernRecord, limitsRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  jobs: [followPersonsJob, tidyPaperJob],
  reactions: [
    {
      kinds: ['people.person'],
      react: ({ events }) =>
        events.some(({ type, fields }) => type === 'person-emptied' && fields['into'])
          ? [{ job: followPersonsJob.name, payload: {}, key: followPersonsJob.name }]
          : [],
    },
    {
      kinds: ['cases.case'],
      react: ({ id, events }) =>
        events.flatMap(({ type, fields }) =>
          type === 'paper-removed' ? [{ job: tidyPaperJob.name, payload: { case: id, paper: String(fields['paper']) } }] : [],
        ),
    },
  ],
  routes: [listRoute, headRoute, overviewRoute, planRoute, followUpRoute, ...paperRoutes, ...concernRoutes, duplicateRoute, todayRoute],
};
