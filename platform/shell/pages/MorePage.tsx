import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Page, Section } from '../../ui/index.ts';
import type { WebArea } from '../area.ts';
import { useEntries } from '../Frame.tsx';

/** What does not fit into the bar at the foot of a phone. */
export function MorePage({ areas }: { readonly areas: readonly WebArea[] }) {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('more.nav')}>
      <Section>
        <ul className="more">
          {useEntries(areas).map(({ to, icon, label }) => (
            <li key={to}>
              <Link to={to}>
                <Icon name={icon} /> {label}
              </Link>
            </li>
          ))}
          <li>
            <Link to="/settings">
              <Icon name="settings" /> {t('settings.nav')}
            </Link>
          </li>
        </ul>
      </Section>
    </Page>
  );
}
