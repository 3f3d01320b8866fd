import type { WebArea } from '../../../platform/shell/index.ts';

/** Reached from the settings. */
export const notices: WebArea = {
  name: 'notices',
  pages: [
    { path: '/notices', load: () => import('./NoticesPage.tsx'), may: ['choose', 'notices.choice'] },
    { path: '/notices/calendar', load: () => import('./CalendarAddressPage.tsx'), may: ['make', 'notices.calendar'] },
    { path: '/notices/confirm', load: () => import('./ConfirmPage.tsx'), may: ['choose', 'notices.choice'] },
  ],
};
