import type { WebArea } from '../../../platform/shell/index.ts';

export const partners: WebArea = {
  name: 'partners',
  pages: [
    { path: '/partners', load: () => import('./ListPage.tsx'), may: ['read', 'partners.organisation'] },
    { path: '/partners/new', load: () => import('./NewPage.tsx'), may: ['add', 'partners.organisation'] },
    { path: '/partners/referrals', load: () => import('./referrals/ReferralsPage.tsx'), may: ['know', 'cases.referral'] },
    { path: '/partners/referrals/$id', load: () => import('./referrals/ReferralPage.tsx'), may: ['know', 'cases.referral'] },
    { path: '/partners/$id', load: () => import('./OrganisationPage.tsx'), may: ['read', 'partners.organisation'] },
    { path: '/partners/$id/edit', load: () => import('./EditPage.tsx'), may: ['describe', 'partners.organisation'] },
  ],
  nav: [
    { to: '/partners/referrals', icon: 'referrals', words: 'referrals.title', may: ['know', 'cases.referral'], bar: true },
    { to: '/partners', icon: 'partners', words: 'nav', may: ['read', 'partners.organisation'], unless: ['know', 'cases.referral'] },
    { to: '/partners', icon: 'partners', words: 'organisation.own', may: ['know', 'cases.referral'], bar: true },
  ],
  today: { load: () => import('./referrals/Today.tsx'), may: ['know', 'cases.referral'] },
};
