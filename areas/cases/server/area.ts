import type { ServerArea } from '../../../platform/http/area.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import {
  caseRecord,
  concernRecord,
  exportRecord,
  leaveRecord,
  limitsRecord,
  listViewsRecord,
  policy,
  problems,
  questionnaireRecord,
  referralRecord,
  suspectRecord,
} from '../domain/index.ts';
import { calendarRoute } from './calendar/calendarRoute.ts';
import { waiting } from './calendar/waiting.ts';
import { assessmentRoute } from './case/assessmentRoute.ts';
import { careRoute } from './case/careRoute.ts';
import { followUpRoute } from './case/followUpRoute.ts';
import { headRoute } from './case/headRoute.ts';
import { identificationRoute } from './case/identificationRoute.ts';
import { justiceRoute } from './case/justiceRoute.ts';
import { linkRoutes } from './case/linksRoute.ts';
import { overviewRoute } from './case/overviewRoute.ts';
import { planRoute } from './case/planRoute.ts';
import { protectionRoute } from './case/protectionRoute.ts';
import { readersRoute } from './case/readersRoute.ts';
import { servicesRoute } from './case/servicesRoute.ts';
import { concernRoutes } from './concernRoutes.ts';
import { earlierTrafficking } from './consequences/earlierTrafficking.ts';
import { linkedCases } from './consequences/linkedCases.ts';
import { suspectConsequence } from './consequences/suspects.ts';
import { visitAnswered } from './consequences/visitAnswered.ts';
import { duplicateRoute } from './duplicateRoute.ts';
import { erasureReaction, exportJob, exportReaction, forgetAllExportsJob, forgetExportJob } from './exports/exporting.ts';
import { exportRoutes } from './exports/exportRoutes.ts';
import { flagsRoute } from './flags/flagsRoute.ts';
import { followPersonsJob } from './following.ts';
import { holdings } from './holdings.ts';
import { leaveRoutes } from './leaves/leaveRoutes.ts';
import { leaves } from './leaves/view.ts';
import { limitsRoute } from './limitsRoute.ts';
import { bulkRoute } from './list/bulkRoute.ts';
import { countsRoute, listRoute } from './list/listRoute.ts';
import { listViewsRoute } from './list/listViewsRoute.ts';
import { noticeRoutes } from './notices/noticeRoutes.ts';
import { notices } from './notices/view.ts';
import { openingsRoute } from './openingsRoute.ts';
import { paperRoutes } from './papers/routes.ts';
import { tidyPaperJob } from './papers/tidyPaper.ts';
import { questionnaireRoutes } from './questionnaires/routes.ts';
import { agreementsOverJob, agreementsOverReaction } from './referrals/agreementsOver.ts';
import { referralConsequences } from './referrals/consequences.ts';
import { partnerRoutes } from './referrals/partnerRoutes.ts';
import { referrals } from './referrals/view.ts';
import { alikeRoute } from './suspects/alike.ts';
import { suspectListRoute } from './suspects/listRoute.ts';
import { suspectRoute } from './suspects/suspectRoute.ts';
import { suspects } from './suspects/view.ts';
import { teamRoute } from './teamRoute.ts';
import { todayRoute } from './todayRoute.ts';
import { views } from './views.ts';

export const cases: ServerArea = {
  name: 'cases',
  records: [
    leaveRecord,
    caseRecord,
    concernRecord,
    exportRecord,
    limitsRecord,
    listViewsRecord,
    questionnaireRecord,
    referralRecord,
    suspectRecord,
  ] as unknown as AnyRecord[],
  policy,
  problems,
  views: [...views, referrals, notices, leaves, suspects],
  jobs: [followPersonsJob, tidyPaperJob, exportJob, forgetExportJob, forgetAllExportsJob, agreementsOverJob],
  consequences: [...referralConsequences, earlierTrafficking, visitAnswered, linkedCases, suspectConsequence],
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
    exportReaction,
    agreementsOverReaction,
    erasureReaction,
  ],
  holdings,
  waiting,
  routes: [
    countsRoute,
    listRoute,
    listViewsRoute,
    headRoute,
    overviewRoute,
    assessmentRoute,
    identificationRoute,
    ...questionnaireRoutes,
    protectionRoute,
    careRoute,
    planRoute,
    justiceRoute,
    followUpRoute,
    ...linkRoutes,
    alikeRoute,
    suspectListRoute,
    suspectRoute,
    servicesRoute,
    bulkRoute,
    ...leaveRoutes,
    flagsRoute,
    readersRoute,
    ...partnerRoutes,
    ...paperRoutes,
    ...exportRoutes,
    ...concernRoutes,
    duplicateRoute,
    todayRoute,
    calendarRoute,
    limitsRoute,
    openingsRoute,
    ...noticeRoutes,
    teamRoute,
  ],
};
