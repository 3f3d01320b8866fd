import type { WebArea } from '../../../platform/shell/index.ts';

export const protection: WebArea = {
  name: 'protection',
  group: 'office',
  words: ['accounts'],
  pages: [
    { path: '/protection', load: () => import('./ErasuresPage.tsx'), may: ['read', 'protection.erasure'] },
    { path: '/protection/person/$id', load: () => import('./HeldPage.tsx'), may: ['ask', 'protection.erasure'] },
    { path: '/protection/holds/$id', load: () => import('./HoldPage.tsx'), may: ['read', 'protection.retention-hold'] },
    { path: '/protection/retention/$id', load: () => import('./RetentionPage.tsx'), may: ['read', 'protection.retention-review'] },
    { path: '/protection/$id', load: () => import('./ErasurePage.tsx'), may: ['read', 'protection.erasure'] },
  ],
  nav: [{ to: '/protection', icon: 'protection', words: 'nav', may: ['read', 'protection.erasure'] }],
};
