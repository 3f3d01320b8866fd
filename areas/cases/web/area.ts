import type { WebArea } from '../../../platform/shell/index.ts';

/** What a page of a case reads: what stands above it, its parts of the file, and who the people of the office are. */
const readsOf = (...parts: readonly string[]) => [
  '/api/cases/case/$id',
  ...parts.map((part) => `/api/cases/case/$id/${part}`),
  '/api/accounts/users',
];

export const cases: WebArea = {
  name: 'cases',
  group: 'children',
  words: ['forms', 'justice', 'lists', 'partners', 'people', 'risks', 'suspects'],
  pages: [
    {
      path: '/cases',
      load: () => import('./list/ListPage.tsx'),
      may: ['read', 'cases.case'],
      reads: ['/api/cases/list/views', '/api/accounts/users'],
    },
    { path: '/cases/open', load: () => import('./newCase/OpenPage.tsx'), may: ['open', 'cases.case'] },
    {
      path: '/cases/concerns',
      load: () => import('./concerns/ConcernsPage.tsx'),
      may: ['read', 'cases.concern'],
      reads: ['/api/cases/concerns/list/views', '/api/accounts/users'],
    },
    { path: '/cases/concerns/new', load: () => import('./concerns/RaisePage.tsx'), may: ['raise', 'cases.concern'] },
    { path: '/cases/concerns/$id', load: () => import('./concerns/ConcernPage.tsx'), may: ['read', 'cases.concern'] },
    {
      path: '/cases/emergency-access',
      load: () => import('./emergencyAccess/EmergencyAccessPage.tsx'),
      may: ['read', 'cases.emergency-access'],
      reads: ['/api/cases/emergency-access', '/api/accounts/users'],
    },
    {
      path: '/cases/complaints',
      load: () => import('./emergencyAccess/ComplaintsPage.tsx'),
      may: ['read', 'cases.complaints'],
      reads: ['/api/cases/complaints', '/api/accounts/users'],
    },
    { path: '/cases/figures', load: () => import('./list/FiguresPage.tsx'), may: ['read', 'cases.figures'] },
    { path: '/cases/limits', load: () => import('./limits/LimitsPage.tsx'), may: ['read', 'cases.limits'] },
    {
      path: '/cases/$id',
      load: () => import('./case/OverviewPage.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('overview', 'history'),
    },
    {
      path: '/cases/$id/safety',
      load: () => import('./case/pages/safety.ts'),
      may: ['read', 'cases.case'],
      reads: readsOf('protection', 'care'),
    },
    {
      path: '/cases/$id/plan',
      load: () => import('./case/pages/plan.ts'),
      may: ['read', 'cases.case'],
      reads: readsOf('assessment', 'plan', 'follow-up'),
    },
    {
      path: '/cases/$id/services',
      load: () => import('./case/pages/services.ts'),
      may: ['read', 'cases.case'],
      reads: readsOf('justice', 'identification'),
    },
    {
      path: '/cases/$id/history',
      load: () => import('./case/pages/history.tsx'),
      may: ['read', 'cases.case'],
      reads: readsOf('history'),
    },
    {
      path: '/cases/$id/visit/$visit',
      load: () => import('./case/assessment/VisitPage.tsx'),
      may: ['answer-questionnaire', 'cases.case'],
      reads: readsOf('assessment', 'plan', 'follow-up'),
    },
    {
      path: '/cases/$id/assess',
      load: () => import('./case/assessment/AssessPage.tsx'),
      may: ['answer-questionnaire', 'cases.case'],
      reads: readsOf('assessment'),
    },
    {
      path: '/cases/$id/assessment/$questionnaire/$answering',
      load: () => import('./case/assessment/AnswerPage.tsx'),
      may: ['answer-questionnaire', 'cases.case'],
    },
  ],
  moved: {
    '/cases/$id/protection': '/cases/$id/safety#protection',
    '/cases/$id/care': '/cases/$id/safety#care',
    '/cases/$id/assessment': '/cases/$id/plan#assessment',
    '/cases/$id/follow-up': '/cases/$id/plan#follow-up',
    '/cases/$id/justice': '/cases/$id/services#justice',
    '/cases/$id/identification': '/cases/$id/services#identification',
  },
  nav: [
    { to: '/cases', icon: 'cases', words: 'nav', may: ['read', 'cases.case'], bar: true },
    { to: '/cases/concerns', icon: 'concerns', words: 'concerns.nav', may: ['read', 'cases.concern'] },
    { to: '/cases/complaints', icon: 'concerns', words: 'complaints.nav', may: ['read', 'cases.complaints'] },
    { to: '/cases/figures', icon: 'counts', words: 'figures.nav', may: ['read', 'cases.figures'] },
    { to: '/cases/limits', icon: 'limits', words: 'limits.nav', may: ['set', 'cases.limits'], group: 'office' },
  ],
  acts: [
    { to: '/cases/concerns/new', icon: 'concerns', words: 'concerns.raise', may: ['raise', 'cases.concern'], today: true },
    { to: '/cases/open', icon: 'cases', words: 'open.title', may: ['open', 'cases.case'] },
  ],
  parts: [
    { slot: 'risks.open-case', words: 'open.title', may: ['open', 'cases.case'], load: () => import('./newCase/OpenForm.tsx') },
    {
      slot: 'people.reviewed-person',
      words: 'of-person.title',
      may: ['read', 'cases.case'],
      load: () => import('./ofPerson/CaseOfPerson.tsx'),
    },
  ],
  find: { may: ['read', 'cases.case'], load: () => import('./list/find.ts') },
};
