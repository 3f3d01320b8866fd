import type { WebArea } from '../../../platform/shell/index.ts';

export const accounts: WebArea = {
  name: 'accounts',
  group: 'office',
  words: ['partners'],
  pages: [
    { path: '/accounts', load: () => import('./users/UsersPage.tsx'), may: ['read', 'accounts.user'] },
    { path: '/accounts/$id', load: () => import('./users/UserPage.tsx'), may: ['read', 'accounts.user'] },
    { path: '/accounts/city', load: () => import('./settings/CityPage.tsx'), may: ['describe', 'accounts.city'] },
    { path: '/accounts/first-start', load: () => import('./settings/FirstStartPage.tsx'), may: ['confirm', 'accounts.first-start'] },
    { path: '/accounts/areas', load: () => import('./settings/AreasPage.tsx'), may: ['switch', 'accounts.switches'] },
    { path: '/accounts/roles', load: () => import('./settings/RolesPage.tsx'), may: ['read', 'accounts.roles'] },
    { path: '/accounts/contact', load: () => import('./settings/ContactPage.tsx'), may: ['publish', 'accounts.contact'] },
    { path: '/accounts/readings', load: () => import('./ReadingsPage.tsx'), may: ['read', 'accounts.reading'] },
    { path: '/accounts/second-factor', load: () => import('./secondFactor/SecondFactorPage.tsx'), under: '/settings' },
    { path: '/accounts/password', load: () => import('./PasswordPage.tsx'), under: '/settings' },
  ],
  nav: [
    { to: '/accounts', icon: 'accounts', words: 'nav', may: ['invite', 'accounts.user'], bar: true },
    { to: '/accounts/city', icon: 'city', words: 'city.nav', may: ['describe', 'accounts.city'], bar: true },
    { to: '/accounts/first-start', icon: 'review', words: 'first-start.nav', may: ['confirm', 'accounts.first-start'] },
    { to: '/accounts/roles', icon: 'accounts', words: 'roles.nav', may: ['read', 'accounts.roles'] },
    { to: '/accounts/areas', icon: 'review', words: 'areas.nav', may: ['switch', 'accounts.switches'] },
    { to: '/accounts/contact', icon: 'community', words: 'contact.nav', may: ['publish', 'accounts.contact'] },
    { to: '/accounts/readings', icon: 'readings', words: 'readings.nav', may: ['read', 'accounts.reading'], bar: true },
  ],
};
