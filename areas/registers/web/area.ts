import type { WebArea } from '../../../platform/shell/index.ts';

export const registers: WebArea = {
  name: 'registers',
  group: 'office',
  words: ['lists'],
  pages: [
    { path: '/registers', load: () => import('./RegistersPage.tsx'), may: ['read', 'registers.import'] },
    { path: '/registers/import', load: () => import('./import/ImportPage.tsx'), may: ['start', 'registers.import'] },
    { path: '/registers/imports', load: () => import('./ImportsPage.tsx'), may: ['read', 'registers.import'] },
    { path: '/registers/imports/$id', load: () => import('./OneImportPage.tsx'), may: ['read', 'registers.import'] },
    { path: '/registers/unread', load: () => import('./unread/UnreadPage.tsx'), may: ['mend', 'registers.entry'] },
    { path: '/registers/profiles', load: () => import('./ProfilesPage.tsx'), may: ['read', 'registers.profile'] },
    { path: '/registers/entries/$id', load: () => import('./EntryPage.tsx'), may: ['read', 'registers.entry'] },
  ],
  nav: [{ to: '/registers', icon: 'registers', words: 'nav', may: ['read', 'registers.import'] }],
  acts: [{ to: '/registers/import', icon: 'registers', words: 'wizard.title', may: ['start', 'registers.import'] }],
};
