import type { WebArea } from '../../../platform/shell/index.ts';

export const cases: WebArea = {
  name: 'cases',
  pages: [
    { path: '/cases', load: () => import('./ListPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/open', load: () => import('./OpenPage.tsx'), may: ['open', 'cases.case'] },
    { path: '/cases/open/$child', load: () => import('./OpenForChildPage.tsx'), may: ['open', 'cases.case'] },
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
    { path: '/cases/limits', load: () => import('./LimitsPage.tsx'), may: ['read', 'cases.limits'] },
    { path: '/cases/$id', load: () => import('./case/OverviewPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/$id/plan', load: () => import('./case/PlanPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/$id/services', load: () => import('./services/ServicesPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/$id/refer', load: () => import('./services/ReferPage.tsx'), may: ['refer', 'cases.case'] },
    { path: '/cases/$id/follow-up', load: () => import('./case/FollowUpPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/$id/assessment', load: () => import('./case/assessment/AssessmentPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/cases/$id/identification', load: () => import('./case/assessment/IdentificationPage.tsx'), may: ['read', 'cases.case'] },
    {
      path: '/cases/$id/assessment/$questionnaire/$answering',
      load: () => import('./case/assessment/AnswerPage.tsx'),
      may: ['answer-questionnaire', 'cases.case'],
    },
    { path: '/cases/$id/papers', load: () => import('./papers/PapersPage.tsx'), may: ['read', 'cases.case'] },
  ],
  nav: [
    { to: '/cases', icon: 'cases', words: 'nav', may: ['read', 'cases.case'], bar: true },
    { to: '/cases/concerns', icon: 'concerns', words: 'concerns.nav', may: ['read', 'cases.concern'] },
    { to: '/cases/questionnaires', icon: 'registers', words: 'questionnaires.nav', may: ['take-in', 'cases.questionnaire'] },
    { to: '/cases/limits', icon: 'settings', words: 'limits.nav', may: ['set', 'cases.limits'] },
  ],
  today: { load: () => import('./Today.tsx'), may: ['read', 'cases.opening'] },
};
