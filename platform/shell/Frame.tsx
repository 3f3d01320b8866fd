import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, Mark } from '../ui/Icon.tsx';
import { Button } from '../ui/index.ts';
import type { WebArea } from './area.ts';
import { Bell } from './Bell.tsx';
import { useSession } from './session.tsx';
import { useSignOut } from './signOut.ts';

/** The navigation of an area's entries that the person may use. */
export function useEntries(areas: readonly WebArea[]) {
  const { may } = useSession();
  const { t } = useTranslation(areas.map(({ name }) => name));
  return areas.flatMap(({ name, nav = [] }) =>
    nav
      .filter((entry) => may(...entry.may) && !(entry.unless && may(...entry.unless)))
      .map((entry) => ({ ...entry, label: t(`${name}:${entry.words}`) })),
  );
}

export type Entry = ReturnType<typeof useEntries>[number];

export function Frame({ areas }: { readonly areas: readonly WebArea[] }) {
  const { t } = useTranslation('shell');
  const { user, city, may } = useSession();
  const entries = useEntries(areas);
  const news = areas.find((area) => area.news && may(...area.news.may))?.news;
  const signOut = useSignOut();
  const main = useRef<HTMLElement>(null);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  // Of two entries that lead here, /people and /people/review, the longer one is where the person is.
  const here = [...entries, ...(news ? [news] : [])]
    .map(({ to }) => to)
    .filter((to) => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0];
  const linkTo = ({ to, icon, label, bar }: Entry) => (
    <Link key={to} to={to} activeOptions={{ exact: to !== here }} className={bar ? undefined : 'nav__side-only'}>
      <Icon name={icon} />
      <span>{label}</span>
    </Link>
  );
  const office = entries.filter((entry) => entry.office);
  const first = useRef(true);
  // A new page is read from its top, by eyes and by screen readers.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what changes
  useEffect(() => {
    if (!first.current) main.current?.focus({ preventScroll: true });
    first.current = false;
    window.scrollTo(0, 0);
  }, [path]);
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
        <Button kind="quiet" onPress={() => void signOut()}>
          {t('sign-out')}
        </Button>
      </header>
      <aside className="frame__side" aria-label={t('navigation')}>
        <div className="frame__brand">
          {brand}
          {bell}
        </div>
        <nav className="nav">
          <Link to="/" activeOptions={{ exact: true }}>
            <Icon name="today" />
            <span>{t('today.nav')}</span>
          </Link>
          {entries.filter((entry) => !entry.office).map(linkTo)}
          {office.length > 0 && <h2 className="nav__heading nav__side-only">{t('office')}</h2>}
          {office.map(linkTo)}
          <Link to="/settings" className="nav__side-only">
            <Icon name="settings" />
            <span>{t('settings.nav')}</span>
          </Link>
          <Link to="/more" className="nav__bar-only">
            <Icon name="more" />
            <span>{t('more.nav')}</span>
          </Link>
        </nav>
        <div className="frame__who">
          <span dir="auto">{user.name}</span>
          <Button kind="quiet" onPress={() => void signOut()}>
            {t('sign-out')}
          </Button>
        </div>
      </aside>
      <main className="frame__main" id="main" tabIndex={-1} ref={main}>
        <Outlet />
      </main>
    </div>
  );
}
