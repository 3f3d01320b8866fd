import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../ui/Icon.tsx';
import { Section } from '../../ui/index.ts';
import type { Entry } from '../Frame.tsx';

/** Entries of the navigation as a page: the daily work first, then the office, and what a person sets for the device. */
export function Menu({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('shell');
  const daily = entries.filter((entry) => !entry.office);
  const office = entries.filter((entry) => entry.office);
  const settings = { to: '/settings', icon: 'settings' as const, label: t('settings.nav') };
  return (
    <>
      {daily.length > 0 && (
        <Section>
          <MenuList entries={daily} />
        </Section>
      )}
      <Section title={office.length > 0 && t('office')}>
        <MenuList entries={[...office, settings]} />
      </Section>
    </>
  );
}

function MenuList({ entries }: { readonly entries: readonly { readonly to: string; readonly icon: IconName; readonly label: string }[] }) {
  return (
    <ul className="more">
      {entries.map(({ to, icon, label }) => (
        <li key={to}>
          <Link to={to}>
            <Icon name={icon} /> {label}
          </Link>
        </li>
      ))}
    </ul>
  );
}
