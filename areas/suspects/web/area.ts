import type { WebArea } from '../../../platform/shell/index.ts';

export const suspects: WebArea = {
  name: 'suspects',
  group: 'children',
  words: ['cases', 'justice', 'lists', 'people'],
  pages: [
    { path: '/suspects', load: () => import('./SuspectsPage.tsx'), may: ['read', 'suspects.suspect'] },
    { path: '/suspects/$id', load: () => import('./SuspectPage.tsx'), may: ['read', 'suspects.suspect'] },
    {
      path: '/suspects/case/$id/note',
      load: () => import('./NoteSuspectPage.tsx'),
      may: ['note', 'suspects.suspect'],
      under: '/cases',
    },
  ],
  moved: { '/suspects/case/$id/links': '/cases/$id/services#links' },
  parts: [{ slot: 'cases.around', words: 'links.picture', load: () => import('./links/LinksPart.tsx') }],
  nav: [{ to: '/suspects', icon: 'suspects', words: 'suspects.nav', may: ['read', 'suspects.suspect'] }],
};
