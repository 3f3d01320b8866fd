import type { WebArea } from '../../../platform/shell/index.ts';

export const office: WebArea = {
  name: 'office',
  group: 'office',
  words: ['cases', 'lists'],
  pages: [
    { path: '/office/calendar', load: () => import('./calendar/CalendarPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/office/news', load: () => import('./news/NewsPage.tsx'), may: ['read', 'cases.case'] },
    { path: '/office/team', load: () => import('./team/TeamPage.tsx'), may: ['assign', 'cases.case'] },
    { path: '/office/team/$worker', load: () => import('./team/WorkerPage.tsx'), may: ['assign', 'cases.case'] },
    { path: '/office/team/$worker/leave', load: () => import('./leaves/PlanLeavePage.tsx'), may: ['plan', 'office.leave'] },
    { path: '/office/leaves/$id', load: () => import('./leaves/LeavePage.tsx'), may: ['read', 'office.leave'], under: '/office/team' },
    // Reached from the settings.
    { path: '/office/notices', load: () => import('./notices/NoticesPage.tsx'), may: ['choose', 'office.choice'], under: '/settings' },
    {
      path: '/office/notices/calendar',
      load: () => import('./notices/CalendarAddressPage.tsx'),
      may: ['make', 'office.calendar'],
      under: '/settings',
    },
    {
      path: '/office/notices/confirm',
      load: () => import('./notices/ConfirmPage.tsx'),
      may: ['choose', 'office.choice'],
      under: '/settings',
    },
  ],
  nav: [
    { to: '/office/calendar', icon: 'calendar', words: 'calendar.nav', may: ['read', 'cases.case'] },
    { to: '/office/team', icon: 'counts', words: 'team.nav', may: ['assign', 'cases.case'] },
  ],
  news: { to: '/office/news', unseen: '/api/office/news/unseen', may: ['read', 'cases.case'] },
};
