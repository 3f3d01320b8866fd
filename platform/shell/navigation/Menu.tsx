import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { EntryLink } from './EntryLink.tsx';
import type { Navigation, NavigationGroup } from './useNavigation.ts';

/** Today and the groups, one of them open: that of the page one is on, until another is opened. A group of one page is that page. */
export function Menu({ navigation }: { readonly navigation: Navigation }) {
  const { t } = useTranslation('shell');
  const { groups, here, path } = navigation;
  const own = groups.find(({ entries }) => entries.some(({ to }) => to === here)) ?? (groups.length === 1 ? groups[0] : undefined);
  // Opened by hand on this page; on another page its own group is open again.
  const [opened, setOpened] = useState<{ readonly path: string; readonly group: string | undefined }>();
  const open = opened?.path === path ? opened.group : own?.name;
  return (
    <nav className="menu" aria-label={t('navigation')}>
      <EntryLink to="/" navigation={navigation} className="menu__entry">
        <Icon name="today" />
        <span>{t('today.nav')}</span>
      </EntryLink>
      {groups.map((group) =>
        group.entries.length === 1 ? (
          group.entries.map(({ to, label }) => (
            <EntryLink key={to} to={to} navigation={navigation} className="menu__entry">
              <Icon name={group.icon} />
              <span>{label}</span>
            </EntryLink>
          ))
        ) : (
          <MenuGroup
            key={group.name}
            group={group}
            navigation={navigation}
            open={open === group.name}
            onToggle={() => setOpened({ path, group: open === group.name ? undefined : group.name })}
          />
        ),
      )}
    </nav>
  );
}

function MenuGroup({
  group: { label, icon, entries },
  navigation,
  open,
  onToggle,
}: {
  readonly group: NavigationGroup;
  readonly navigation: Navigation;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const id = useId();
  return (
    <div>
      <button type="button" className="menu__entry" aria-expanded={open} aria-controls={id} onClick={onToggle}>
        <Icon name={icon} />
        <span>{label}</span>
      </button>
      <ul id={id} hidden={!open}>
        {entries.map(({ to, label: words }) => (
          <li key={to + words}>
            <EntryLink to={to} navigation={navigation} className="menu__page">
              {words}
            </EntryLink>
          </li>
        ))}
      </ul>
    </div>
  );
}
