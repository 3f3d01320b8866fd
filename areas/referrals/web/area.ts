import type { WebArea } from '../../../platform/shell/index.ts';

export const referrals: WebArea = {
  name: 'referrals',
  group: 'partners',
  words: ['cases', 'justice', 'lists', 'partners'],
  pages: [
    { path: '/referrals', load: () => import('./partner/ReferralsPage.tsx'), may: ['know', 'referrals.referral'] },
    { path: '/referrals/$id', load: () => import('./partner/ReferralPage.tsx'), may: ['know', 'referrals.referral'] },
    { path: '/referrals/case/$id/refer', load: () => import('./case/ReferPage.tsx'), may: ['refer', 'cases.case'], under: '/cases' },
  ],
  moved: { '/referrals/case/$id/services': '/cases/$id/services#services' },
  nav: [{ to: '/referrals', icon: 'referrals', words: 'referrals.title', may: ['know', 'referrals.referral'], bar: true }],
  parts: [
    { slot: 'cases.services', words: 'services.referrals', load: () => import('./case/ServicesPart.tsx') },
    { slot: 'cases.chosen', words: 'services.refer', may: ['refer', 'cases.case'], load: () => import('./case/ReferChosen.tsx') },
  ],
};
