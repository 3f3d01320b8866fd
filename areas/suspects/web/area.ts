import type { WebArea } from '../../../platform/shell/index.ts';

/** What a page of a case reads: what stands above it, what is its own, and who the people of the office are. */
const readsOf = (page: string) => ['/api/cases/case/$id', page, '/api/accounts/users'];

export const suspects: WebArea = {
  name: 'suspects',
  group: 'children',
  words: ['cases', 'justice', 'lists', 'people'],
  pages: [
    { path: '/suspects', load: () => import('./SuspectsPage.tsx'), may: ['read', 'suspects.suspect'] },
    { path: '/suspects/$id', load: () => import('./SuspectPage.tsx'), may: ['read', 'suspects.suspect'] },
    {
      path: '/suspects/case/$id/links',
      load: () => import('./links/LinksPage.tsx'),
      may: ['read', 'cases.case'],
      under: '/cases',
      reads: readsOf('/api/suspects/case/$id/links'),
    },
    {
      path: '/suspects/case/$id/note',
      load: () => import('./NoteSuspectPage.tsx'),
      may: ['note', 'suspects.suspect'],
      under: '/cases',
    },
  ],
  nav: [{ to: '/suspects', icon: 'suspects', words: 'suspects.nav', may: ['read', 'suspects.suspect'] }],
};
