import { Link, Outlet } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Mark } from '../ui/Icon.tsx';
import type { WebArea } from './area.ts';
import { Bell } from './Bell.tsx';
import './navigation/navigation.css';
import { Menu } from './navigation/Menu.tsx';
import { PhoneBar } from './navigation/PhoneBar.tsx';
import { useNavigation } from './navigation/useNavigation.ts';
import { Who } from './navigation/Who.tsx';
import { useSession } from './session.tsx';

const Palette = lazy(() => import('./palette/Palette.tsx'));

/** The keys that open the palette, as this device's keyboard names them. */
const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K';

export function Frame({ areas }: { readonly areas: readonly WebArea[] }) {
  const { t } = useTranslation('shell');
  const { city, may } = useSession();
  const navigation = useNavigation(areas);
  const news = areas.find((area) => area.news && may(...area.news.may))?.news;
  const main = useRef<HTMLElement>(null);
  const { path } = navigation;
  const first = useRef(true);
  // A new page is read from its top, by eyes and by screen readers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [path]);
  const [finding, setFinding] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      event.preventDefault();
      setFinding((now) => !now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const brand = (
    <Link to="/" className="brand">
      <Mark />
      <span>
        {t('name')}
        <small dir="auto">{city.name}</small>
      </span>
    </Link>
  );
  const bell = news && <Bell {...news} />;
  return (
    <div className="frame">
      <a className="button skip" href="#main">
        {t('skip')}
      </a>
      <header className="frame__top">
        {brand}
        {bell}
      </header>
      <aside className="frame__side" aria-label={t('navigation')}>
        {brand}
        <button type="button" className="find-field" aria-keyshortcuts="Control+K Meta+K" onClick={() => setFinding(true)}>
          <Icon name="search" />
          <span>{t('find.open')}</span>
          <span className="keycap" aria-hidden="true">
            {shortcut}
          </span>
        </button>
        <Menu navigation={navigation} />
        <div className="frame__who">
          <Who />
          {bell}
        </div>
      </aside>
      <main className="frame__main" id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
      <PhoneBar navigation={navigation} onSearch={() => setFinding(true)} />
      {finding && (
        <Suspense>
          <Palette areas={areas} navigation={navigation} onClose={() => setFinding(false)} />
        </Suspense>
      )}
    </div>
  );
}
