import type { WebArea } from '../../../platform/shell/index.ts';

export const risks: WebArea = {
  name: 'risks',
  group: 'children',
  words: ['lists', 'registers'],
  pages: [
    { path: '/risks', load: () => import('./ListPage.tsx'), may: ['read', 'risks.child'] },
    { path: '/risks/counts', load: () => import('./CountsPage.tsx'), may: ['count', 'risks.child'] },
    { path: '/risks/rules', load: () => import('./RulesPage.tsx'), may: ['read', 'risks.ruleset'] },
    { path: '/risks/groups', load: () => import('./GroupsPage.tsx'), may: ['see-groups', 'risks.ruleset'] },
    { path: '/risks/unregistered', load: () => import('./UnregisteredPage.tsx'), may: ['read', 'risks.unregistered'] },
    { path: '/risks/$id/open-case', load: () => import('./OpenCasePage.tsx'), may: ['open', 'cases.case'] },
    { path: '/risks/$id', load: () => import('./ChildPage.tsx'), may: ['read', 'risks.child'] },
  ],
  nav: [
    { to: '/risks', icon: 'risks', words: 'nav', may: ['read', 'risks.child'], bar: true },
    {
      to: '/risks/unregistered',
      icon: 'risks',
      words: 'unregistered.nav',
      may: ['read', 'risks.unregistered'],
      unless: ['read', 'risks.child'],
      bar: true,
    },
    { to: '/risks/counts', icon: 'counts', words: 'counts.nav', may: ['count', 'risks.child'], unless: ['read', 'risks.child'], bar: true },
    {
      to: '/risks/rules',
      icon: 'rules',
      words: 'rules.nav',
      may: ['set', 'risks.ruleset'],
      unless: ['count', 'risks.child'],
      bar: true,
      group: 'office',
    },
  ],
  parts: [
    {
      slot: 'people.person-actions',
      words: 'of-person.at-risk',
      may: ['read', 'risks.child'],
      load: () => import('./ofPerson/AtRiskLink.tsx'),
    },
    {
      slot: 'people.person-facts',
      words: 'pending-reasons.title',
      may: ['read', 'risks.child'],
      load: () => import('./ofPerson/PendingReasonsOfPerson.tsx'),
    },
  ],
};
