import type { WebArea } from '../../../platform/shell/index.ts';

/** What a page of a case reads: what stands above it, what is its own, and who the people of the office are. */
const readsOf = (page: string) => ['/api/cases/case/$id', page, '/api/accounts/users'];

export const papers: WebArea = {
  name: 'papers',
  group: 'office',
  words: ['cases', 'justice', 'lists', 'partners'],
  pages: [
    { path: '/papers/exports', load: () => import('./exports/ExportsPage.tsx'), may: ['ask', 'papers.export'] },
    {
      path: '/papers/case/$id',
      load: () => import('./papers/PapersPage.tsx'),
      may: ['read', 'cases.case'],
      under: '/cases',
      reads: readsOf('/api/papers/case/$id'),
    },
  ],
  nav: [{ to: '/papers/exports', icon: 'exports', words: 'export.title', may: ['ask', 'papers.export'] }],
  parts: [{ slot: 'cases.listed', words: 'export.ask', may: ['ask', 'papers.export'], load: () => import('./exports/ExportListed.tsx') }],
};
