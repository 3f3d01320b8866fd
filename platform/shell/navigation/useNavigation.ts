import { useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { IconName } from '../../ui/Icon.tsx';
import type { WebArea } from '../area.ts';
import { useSession } from '../session.tsx';
import { entryOf } from './entryOf.ts';
import { type Group, groupIcons, groups } from './groups.ts';

/** How many of the role's own pages stand in the bar of a phone, beside Today, Search and More. */
const barPages = 2;

export interface Entry {
  readonly to: string;
  readonly icon: IconName;
  readonly label: string;
  readonly group: Group;
  readonly bar: boolean;
}

export interface NavigationGroup {
  readonly name: Group;
  readonly label: string;
  readonly icon: IconName;
  readonly entries: readonly Entry[];
}

/** What the areas offer this person, in groups; and which entry the page they are on belongs to. */
export function useNavigation(areas: readonly WebArea[]) {
  const { may } = useSession();
  const { t } = useTranslation(['shell', ...areas.map(({ name }) => name)]);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const offered: readonly Entry[] = areas.flatMap(({ name, group: ofArea, nav = [] }) =>
    nav
      .filter((entry) => may(...entry.may) && !(entry.unless && may(...entry.unless)))
      .map(({ to, icon, words, group = ofArea, bar = false }) => ({ to, icon, label: t(`${name}:${words}`), group, bar })),
  );
  const settings: Entry = { to: '/settings', icon: 'settings', label: t('shell:settings.nav'), group: 'office', bar: false };
  const entries = [...offered, settings];
  const here = entryOf(
    areas,
    entries.map(({ to }) => to),
    path,
  );
  return {
    path,
    here,
    entries,
    bar: entries.filter(({ bar }) => bar).slice(0, barPages),
    groups: groups
      .map(
        (name): NavigationGroup => ({
          name,
          label: t(`shell:group.${name}`),
          icon: groupIcons[name],
          entries: entries.filter(({ group }) => group === name),
        }),
      )
      .filter((group) => group.entries.length > 0),
  };
}

export type Navigation = ReturnType<typeof useNavigation>;
