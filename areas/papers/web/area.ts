import type { WebArea } from '../../../platform/shell/index.ts';

export const papers: WebArea = {
  name: 'papers',
  group: 'office',
  words: ['cases', 'justice', 'lists', 'partners'],
  pages: [{ path: '/papers/exports', load: () => import('./exports/ExportsPage.tsx'), may: ['ask', 'papers.export'] }],
  moved: { '/papers/case/$id': '/cases/$id/history#papers' },
  nav: [{ to: '/papers/exports', icon: 'exports', words: 'export.title', may: ['ask', 'papers.export'] }],
  parts: [
    { slot: 'cases.papers', words: 'paper.title', load: () => import('./papers/PapersPart.tsx') },
    { slot: 'cases.listed', words: 'export.ask', may: ['ask', 'papers.export'], load: () => import('./exports/ExportListed.tsx') },
  ],
};
