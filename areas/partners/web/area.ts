import type { WebArea } from '../../../platform/shell/index.ts';

export const partners: WebArea = {
  name: 'partners',
  group: 'partners',
  words: ['lists'],
  pages: [
    { path: '/partners', load: () => import('./ListPage.tsx'), may: ['read', 'partners.organisation'] },
    { path: '/partners/new', load: () => import('./OrganisationForm.tsx'), may: ['add', 'partners.organisation'] },
    { path: '/partners/$id', load: () => import('./OrganisationPage.tsx'), may: ['read', 'partners.organisation'] },
    { path: '/partners/$id/edit', load: () => import('./OrganisationForm.tsx'), may: ['describe', 'partners.organisation'] },
  ],
  nav: [
    {
      to: '/partners',
      icon: 'partners',
      words: 'nav',
      may: ['read', 'partners.organisation'],
      unless: ['work-in', 'partners.organisation'],
    },
    { to: '/partners', icon: 'partners', words: 'organisation.own', may: ['work-in', 'partners.organisation'], bar: true },
  ],
  acts: [{ to: '/partners/new', icon: 'partners', words: 'act.add', may: ['add', 'partners.organisation'] }],
};
