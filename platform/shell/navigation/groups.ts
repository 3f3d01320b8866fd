import type { IconName } from '../../ui/Icon.tsx';

/** The groups of the menu in their order, each with its icon. A group without an entry for this person is not shown. */
export const groupIcons = {
  children: 'child',
  births: 'births',
  evidence: 'counts',
  community: 'community',
  partners: 'partners',
  law: 'law',
  cities: 'cities',
  office: 'settings',
} as const satisfies Record<string, IconName>;

export type Group = keyof typeof groupIcons;
export const groups = Object.keys(groupIcons) as readonly Group[];
