import type { ServerArea } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { caseRecord, caseViewsRecord, concernRecord, concernViewsRecord, limitsRecord, policy, problems } from '../domain/index.ts';
import { headRoute } from './case/headRoute.ts';
import { identificationRoute } from './case/identificationRoute.ts';
import { overviewRoute } from './case/overviewRoute.ts';
import { partPages } from './case/pages.ts';
import { protectionRoute } from './case/protectionRoute.ts';
import { complaintsRoute } from './complaintsRoute.ts';
import { concernRoutes } from './concernRoutes.ts';
import { accusedVictim } from './consequences/accusedVictim.ts';
import { earlierTrafficking } from './consequences/earlierTrafficking.ts';
import { linkedCases } from './consequences/linkedCases.ts';
import { visitAnswered } from './consequences/visitAnswered.ts';
import { emergencyAccessRoute } from './emergencyAccessRoute.ts';
import { limitsRoute } from './limitsRoute.ts';
import { caseListRoutes, caseView } from './list/caseList.ts';
import { concernListRoutes, concernView } from './list/concernList.ts';
import { figuresRoute } from './list/figuresRoute.ts';
import { doNotCall } from './persons/doNotCall.ts';
import { duplicateRoute } from './persons/duplicateRoute.ts';
import { followPersonsJob } from './persons/following.ts';
import { holdings } from './persons/holdings.ts';
import { ofPersonsRoute } from './persons/ofPersonsRoute.ts';
import { tokenView } from './tokens.ts';

export const cases: ServerArea = {
  name: 'cases',
  records: [caseRecord, concernRecord, limitsRecord, caseViewsRecord, concernViewsRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views: [caseView, concernView, tokenView],
  jobs: [followPersonsJob],
  consequences: [accusedVictim, earlierTrafficking, visitAnswered, linkedCases],
  reactions: [
    {
      kinds: ['people.person'],
      react: ({ events }) =>
        events.some(({ type, fields }) => type === 'person-emptied' && fields['into'])
          ? [{ job: followPersonsJob.name, payload: {}, key: followPersonsJob.name }]
          : [],
    },
  ],
  holdings,
  doNotCall,
  routes: [
    ...caseListRoutes,
    ...concernListRoutes,
    headRoute,
    overviewRoute,
    historyRoute(caseRecord),
    identificationRoute,
    protectionRoute,
    ...partPages,
    ofPersonsRoute,
    ...concernRoutes,
    duplicateRoute,
    limitsRoute,
    figuresRoute,
    emergencyAccessRoute,
    complaintsRoute,
  ],
};
