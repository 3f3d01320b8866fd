import type { WebArea } from '../../../platform/shell/index.ts';

/** What a page of a case reads: what stands above it, what is its own, and who the people of the office are. */
const readsOf = (page: string) => ['/api/cases/case/$id', page, '/api/accounts/users'];

export const referrals: WebArea = {
  name: 'referrals',
  group: 'partners',
  words: ['cases', 'justice', 'lists', 'partners'],
  pages: [
    { path: '/referrals', load: () => import('./partner/ReferralsPage.tsx'), may: ['know', 'referrals.referral'] },
    { path: '/referrals/$id', load: () => import('./partner/ReferralPage.tsx'), may: ['know', 'referrals.referral'] },
    {
      path: '/referrals/case/$id/services',
      load: () => import('./case/ServicesPage.tsx'),
      may: ['read', 'cases.case'],
      under: '/cases',
      reads: readsOf('/api/referrals/case/$id/services'),
    },
    { path: '/referrals/case/$id/refer', load: () => import('./case/ReferPage.tsx'), may: ['refer', 'cases.case'], under: '/cases' },
  ],
  nav: [{ to: '/referrals', icon: 'referrals', words: 'referrals.title', may: ['know', 'referrals.referral'], bar: true }],
  parts: [{ slot: 'cases.chosen', words: 'services.refer', may: ['refer', 'cases.case'], load: () => import('./case/ReferChosen.tsx') }],
};
