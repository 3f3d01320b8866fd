import { QueryClient, QueryClientProvider, useQueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, RouterProvider } from '@tanstack/react-router';
import { type FunctionComponent, lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import './frame.css';
import { localeOf } from '../decider/index.ts';
import { Button, CityCalendar, Dialog, Empty, LinkButton, Notice, Page, Skeleton, Toasts } from '../ui/index.ts';
import type { May, WebArea } from './area.ts';
import { onSessionLost, Problem } from './data/api.ts';
import { Frame } from './Frame.tsx';
import { loadWithCatalogues } from './language.ts';
import { TodayPage } from './pages/TodayPage.tsx';
import { AreasContext } from './parts.tsx';
import { cataloguesOf } from './prefetchPage.ts';
import { SessionContext, useSession, useSessionQuery, useTurnOfDay, withMay } from './session.tsx';

/** The screens for who is not, or not yet wholly, signed in; from the area of accounts. */
interface SignInScreens {
  readonly SignIn: FunctionComponent<{ readonly onDone: () => void; readonly bare?: boolean }>;
  readonly SetUp: FunctionComponent;
  /** For who signed in with a password that somebody else chose. */
  readonly ChangePassword: FunctionComponent;
  /** For users whose role requires a second factor, and who have none yet. */
  readonly AddSecondFactor: FunctionComponent;
}

type Loads = { readonly [Name in keyof SignInScreens]: () => Promise<SignInScreens[Name]> };

/** Each of the screens, fetched with the words of its area when it is shown: who is signed in needs none. */
export function signInScreens(area: string, loads: Loads): SignInScreens {
  const screen = <Props,>(load: () => Promise<FunctionComponent<Props>>) =>
    lazy(() => loadWithCatalogues([area], async () => ({ default: await load() }))) as unknown as FunctionComponent<Props>;
  return {
    SignIn: screen(loads.SignIn),
    SetUp: screen(loads.SetUp),
    ChangePassword: screen(loads.ChangePassword),
    AddSecondFactor: screen(loads.AddSecondFactor),
  };
}

function Missing() {
  const { t } = useTranslation('shell');
  return (
    <Page title={t('missing.title')}>
      <Empty title={t('missing.words')} action={<LinkButton to="/">{t('missing.back')}</LinkButton>} />
    </Page>
  );
}

function Failed({ error, reset }: { readonly error: unknown; readonly reset: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <Notice tone="red" title={error instanceof Problem ? error.sentence : t('failed')}>
      <Button onPress={reset}>{t('again')}</Button>
    </Notice>
  );
}

/** Users who may not see a page, or whose city does not use its area, see an explanation instead of an empty page. */
function Allowed({
  area,
  may,
  Component,
}: {
  readonly area: string;
  readonly may: May | undefined;
  readonly Component: FunctionComponent;
}) {
  const { t } = useTranslation('shell');
  const session = useSession();
  const isOff = session.city.areasOff.includes(area);
  if (!isOff && (!may || session.may(...may))) return <Component />;
  return (
    <Page title={t(isOff ? 'off.title' : 'not-allowed.title')}>
      <Empty title={t(isOff ? 'off.words' : 'not-allowed.words')} action={<LinkButton to="/">{t('missing.back')}</LinkButton>} />
    </Page>
  );
}

/** The frame with the areas that the city uses today. */
function AreasInUse({ areas }: { readonly areas: readonly WebArea[] }) {
  const { areasOff } = useSession().city;
  const inUse = useMemo(() => areas.filter(({ name }) => !areasOff.includes(name)), [areas, areasOff]);
  return (
    <AreasContext value={inUse}>
      <Frame areas={inUse} />
    </AreasContext>
  );
}

/** The routes to all pages of the areas. Load it before the app is drawn, or the page is drawn twice: first without itself. */
export function routerOf(areas: readonly WebArea[]) {
  const root = createRootRoute({
    component: () => <AreasInUse areas={areas} />,
    notFoundComponent: Missing,
    errorComponent: Failed,
  });
  const page = (path: string, component: FunctionComponent) => createRoute({ getParentRoute: () => root, path, component });
  return createRouter({
    routeTree: root.addChildren([
      page('/', TodayPage),
      page(
        '/settings',
        lazyRouteComponent(() => import('./pages/SettingsPage.tsx'), 'SettingsPage'),
      ),
      ...areas.flatMap(({ moved = {} }) =>
        Object.entries(moved).map(([path, place]) =>
          page(
            path,
            lazyRouteComponent(async () => ({ default: (await import('./pages/moved.tsx')).movedTo(place) })),
          ),
        ),
      ),
      ...areas.flatMap((area) =>
        area.pages.map(({ path, load, may }) => {
          const Component = lazyRouteComponent(() => loadWithCatalogues(cataloguesOf(area), load));
          // The router fetches what it knows how to: without this the page would be asked for only when it is drawn, and drawn again then.
          return page(
            path,
            Object.assign(() => <Allowed area={area.name} may={may} Component={Component} />, { preload: Component.preload }),
          );
        }),
      ),
    ]),
    defaultPendingComponent: Skeleton,
    defaultErrorComponent: Failed,
    scrollRestoration: true,
  });
}

type AppRouter = ReturnType<typeof routerOf>;

function Loading() {
  return (
    <div className="sign-in">
      <Skeleton lines={3} />
    </div>
  );
}

function Inside({ router, screens }: { readonly router: AppRouter; readonly screens: SignInScreens }) {
  const { t } = useTranslation('shell');
  const client = useQueryClient();
  const { data, error, refetch } = useSessionQuery();
  const [lost, setLost] = useState(false);
  const session = useMemo(() => (data ? withMay(data) : undefined), [data]);
  useEffect(() => onSessionLost(() => setLost(true)), []);
  useTurnOfDay(session?.city.timeZone);
  const again = async () => {
    await refetch();
    setLost(false);
    await client.invalidateQueries();
  };
  if (location.pathname === '/setup' && data === null) return <screens.SetUp />;
  if (error && !data)
    return (
      <div className="sign-in">
        <Notice tone="orange" title={error.sentence || t('failed')}>
          <Button onPress={() => void refetch()}>{t('again')}</Button>
        </Notice>
      </div>
    );
  if (data === undefined) return <Loading />;
  if (!session) return <screens.SignIn onDone={() => void again()} />;
  if (session.mustChange) return <screens.ChangePassword />;
  if (session.mustAddFactor) return <screens.AddSecondFactor />;
  return (
    <SessionContext value={session}>
      <CityCalendar value={session.city.calendar}>
        <RouterProvider router={router} />
      </CityCalendar>
      {/* The page stays underneath: what was typed is not lost because a session ended. */}
      <Dialog title={t('session-ended')} isOpen={lost} onClose={() => undefined}>
        <Suspense fallback={<Skeleton lines={3} />}>
          <screens.SignIn bare onDone={() => void again()} />
        </Suspense>
      </Dialog>
    </SessionContext>
  );
}

/** The app: its pages in one frame for who is signed in, the sign-in screens for everyone else. */
export function Shell({ router, screens }: { readonly router: AppRouter; readonly screens: SignInScreens }) {
  const { i18n } = useTranslation();
  const [client] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          queries: {
            retry: (n, error) => n < 2 && error instanceof Problem && error.status === 503,
            refetchOnWindowFocus: false,
            staleTime: 10_000,
            networkMode: 'always',
          },
          // Without a network a request fails and says so; nothing is queued without the user's knowledge.
          mutations: { networkMode: 'always' },
        },
      }),
  );
  return (
    <I18nProvider locale={localeOf(i18n.language)}>
      <QueryClientProvider client={client}>
        <Toasts>
          <Suspense fallback={<Loading />}>
            <Inside router={router} screens={screens} />
          </Suspense>
        </Toasts>
      </QueryClientProvider>
    </I18nProvider>
  );
}
