import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Dialog } from '../../ui/index.ts';
import { EntryLink } from './EntryLink.tsx';
import { Menu } from './Menu.tsx';
import type { Navigation } from './useNavigation.ts';
import { Who } from './Who.tsx';

/** The bar of five at the foot of a phone: Today, the role's own two pages, Search, and More, which opens the whole menu. */
export function PhoneBar({ navigation, onSearch }: { readonly navigation: Navigation; readonly onSearch: () => void }) {
  const { t } = useTranslation('shell');
  const { bar, path } = navigation;
  // The page on which More was opened: it closes when another page is opened from it.
  const [openedOn, setOpenedOn] = useState<string>();
  return (
    <nav className="phone-bar" aria-label={t('main-pages')}>
      <EntryLink to="/" navigation={navigation}>
        <Icon name="today" />
        <span>{t('today.nav')}</span>
      </EntryLink>
      {bar.map(({ to, icon, label }) => (
        <EntryLink key={to + label} to={to} navigation={navigation}>
          <Icon name={icon} />
          <span>{label}</span>
        </EntryLink>
      ))}
      <button type="button" onClick={onSearch}>
        <Icon name="search" />
        <span>{t('find.nav')}</span>
      </button>
      <button type="button" aria-haspopup="dialog" onClick={() => setOpenedOn(path)}>
        <Icon name="more" />
        <span>{t('more.nav')}</span>
      </button>
      <Dialog title={t('more.title')} isOpen={openedOn === path} onClose={() => setOpenedOn(undefined)}>
        <Menu navigation={navigation} />
        <Who />
      </Dialog>
    </nav>
  );
}
