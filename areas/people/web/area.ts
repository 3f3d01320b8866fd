import type { WebArea } from '../../../platform/shell/index.ts';

export const people: WebArea = {
  name: 'people',
  group: 'children',
  words: ['registers', 'risks'],
  pages: [
    { path: '/people', load: () => import('./PeoplePage.tsx'), may: ['read', 'people.person'] },
    { path: '/people/review', load: () => import('./review/ReviewPage.tsx'), may: ['judge', 'people.pair'] },
    { path: '/people/review/$pair', load: () => import('./review/ReviewPage.tsx'), may: ['judge', 'people.pair'] },
    { path: '/people/$id', load: () => import('./PersonPage.tsx'), may: ['read', 'people.person'] },
  ],
  nav: [
    { to: '/people', icon: 'people', words: 'nav', may: ['read', 'people.person'], bar: true },
    { to: '/people/review', icon: 'review', words: 'review.nav', may: ['judge', 'people.pair'] },
  ],
  find: { may: ['read', 'people.person'], load: () => import('./find.ts') },
  parts: [
    { slot: 'registers.imported', words: 'nav', may: ['read', 'people.linkage'], load: () => import('./LinkingProgress.tsx') },
    { slot: 'cases.carers', words: 'named.title', may: ['read', 'people.person'], load: () => import('./NamedParents.tsx') },
    { slot: 'cases.overview', words: 'registers.title', may: ['read', 'people.person'], load: () => import('./InRegisters.tsx') },
  ],
};
