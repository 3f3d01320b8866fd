import type { WebArea } from '../../../platform/shell/index.ts';

/** What a page of a case reads: what stands above it, what is its own, and who the people of the office are. */
const readsOf = (...pages: readonly string[]) => [
  '/api/cases/case/$id',
  ...pages.map((page) => `/api/cases/case/$id/${page}`),
  '/api/accounts/users',
];

export const cases: WebArea = {
  name: 'cases',
  pages: [
    { path: '/cases', load: () => import('./ListPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/open', load: () => import('./opening/OpenPage.tsx'), may: ['open', 'cases.case'] },
    { path: '/cases/open/$child', load: () => import('./opening/OpenForChildPage.tsx'), may: ['open', 'cases.case'] },
    { path: '/cases/exports', load: () => import('./exports/ExportsPage.tsx'), may: ['ask', 'cases.export'] },
    { path: '/cases/concerns', load: () => import('./concerns/ConcernsPage.tsx'), may: ['read', 'cases.concern'] },
    { path: '/cases/concerns/new', load: () => import('./concerns/RaisePage.tsx'), may: ['raise', 'cases.concern'] },
    { path: '/cases/concerns/$id', load: () => import('./concerns/ConcernPage.tsx'), may: ['read', 'cases.concern'] },
    { path: '/cases/questionnaires', load: () => import('./questionnaires/QuestionnairesPage.tsx'), may: ['read', 'cases.questionnaire'] },
    { path: '/cases/questionnaires/new', load: () => import('./questionnaires/TakeInPage.tsx'), may: ['take-in', 'cases.questionnaire'] },
    {
      path: '/cases/questionnaires/$name/$version',
      load: () => import('./questionnaires/PreviewPage.tsx'),
      may: ['read', 'cases.questionnaire'],
    },
    { path: '/cases/news', load: () => import('./news/NewsPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/team', load: () => import('./team/TeamPage.tsx'), may: ['assign', 'cases.case'] },
    { path: '/cases/team/$worker', load: () => import('./team/WorkerPage.tsx'), may: ['assign', 'cases.case'] },
    { path: '/cases/team/$worker/leave', load: () => import('./leaves/PlanLeavePage.tsx'), may: ['plan', 'cases.leave'] },
    { path: '/cases/leaves/$id', load: () => import('./leaves/LeavePage.tsx'), may: ['read', 'cases.leave'] },
    { path: '/cases/limits', load: () => import('./limits/LimitsPage.tsx'), may: ['read', 'cases.limits'] },
    { path: '/cases/$id', load: () => import('./case/OverviewPage.tsx'), may: ['read', 'cases.case'], reads: readsOf('overview') },
    {
      path: '/cases/$id/protection',
      load: () => import('./case/protection/ProtectionPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('protection'),
    },
    { path: '/cases/$id/care', load: () => import('./case/protection/CarePage.tsx'), may: ['read', 'cases.case'], reads: readsOf('care') },
    { path: '/cases/$id/plan', load: () => import('./case/PlanPage.tsx'), may: ['read', 'cases.case'], reads: readsOf('plan') },
    {
      path: '/cases/$id/services',
      load: () => import('./services/ServicesPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('services'),
    },
    { path: '/cases/$id/refer', load: () => import('./services/ReferPage.tsx'), may: ['refer', 'cases.case'] },
    {
      path: '/cases/$id/justice',
      load: () => import('./case/justice/JusticePage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('justice'),
    },
    {
      path: '/cases/$id/follow-up',
      load: () => import('./case/FollowUpPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('follow-up'),
    },
    {
      path: '/cases/$id/assessment',
      load: () => import('./case/assessment/AssessmentPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('assessment'),
    },
    {
      path: '/cases/$id/identification',
      load: () => import('./case/assessment/IdentificationPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('identification'),
    },
    {
      path: '/cases/$id/assessment/$questionnaire/$answering',
      load: () => import('./case/assessment/AnswerPage.tsx'),
      may: ['answer-questionnaire', 'cases.case'],
    },
    { path: '/cases/$id/papers', load: () => import('./papers/PapersPage.tsx'), may: ['read', 'cases.case'], reads: readsOf('papers') },
  ],
  nav: [
    { to: '/cases', icon: 'cases', words: 'nav', may: ['read', 'cases.case'], bar: true },
    { to: '/cases/concerns', icon: 'concerns', words: 'concerns.nav', may: ['read', 'cases.concern'] },
    { to: '/cases/team', icon: 'counts', words: 'team.nav', may: ['assign', 'cases.case'] },
    { to: '/cases/exports', icon: 'exports', words: 'export.title', may: ['ask', 'cases.export'], office: true },
    {
      to: '/cases/questionnaires',
      icon: 'questionnaires',
      words: 'questionnaires.nav',
      may: ['take-in', 'cases.questionnaire'],
      office: true,
    },
    { to: '/cases/limits', icon: 'limits', words: 'limits.nav', may: ['set', 'cases.limits'], office: true },
  ],
  news: { to: '/cases/news', unseen: '/api/cases/notices/unseen', may: ['read', 'cases.case'] },
  today: { load: () => import('./Today.tsx'), may: ['read', 'cases.opening'] },
};
