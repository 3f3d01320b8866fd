import { type FunctionComponent, lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Page, Skeleton, Stack } from '../../ui/index.ts';
import type { WebArea } from '../area.ts';
import { useEntries } from '../Frame.tsx';
import { useFormat } from '../format.ts';
import { useSession } from '../session.tsx';
import { Menu } from './Menu.tsx';

/** "What must I do today?": what waits in each area for the person who signed in. */
export function TodayPage({ areas }: { readonly areas: readonly WebArea[] }) {
  const { t } = useTranslation('shell');
  const { user, city, may } = useSession();
  const { date } = useFormat();
  const entries = useEntries(areas);
  const parts = useMemo(
    () =>
      areas.flatMap(({ name, today }): { name: string; Part: FunctionComponent }[] =>
        today && may(...today.may) ? [{ name, Part: lazy(today.load) }] : [],
      ),
    [areas, may],
  );
  return (
    <Page title={t('today.title', { name: user.name.split(' ')[0] })} windowTitle={t('today.nav')} lead={date(city.today)}>
      {parts.length === 0 && (
        <Stack>
          <p>{t('today.nothing-more')}</p>
          <Menu entries={entries} />
        </Stack>
      )}
      {parts.map(({ name, Part }) => (
        <Suspense key={name} fallback={<Skeleton lines={3} />}>
          <Part />
        </Suspense>
      ))}
    </Page>
  );
}
