import type { WebArea } from '../../../platform/shell/index.ts';

export const outreach: WebArea = {
  name: 'outreach',
  group: 'community',
  words: ['partners', 'lists'],
  pages: [
    { path: '/outreach', load: () => import('./SessionsPage.tsx'), may: ['read', 'outreach.session'] },
    { path: '/outreach/new', load: () => import('./SessionForm.tsx'), may: ['plan', 'outreach.session'] },
    { path: '/outreach/$id', load: () => import('./SessionPage.tsx'), may: ['read', 'outreach.session'] },
    { path: '/outreach/$id/edit', load: () => import('./SessionForm.tsx'), may: ['change', 'outreach.session'] },
  ],
  nav: [{ to: '/outreach', icon: 'calendar', words: 'nav', may: ['read', 'outreach.session'] }],
  acts: [{ to: '/outreach/new', icon: 'calendar', words: 'act.plan', may: ['plan', 'outreach.session'] }],
};
