import { Link } from '@tanstack/react-router';
import { type FunctionComponent, lazy, Suspense, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/Icon.tsx';
import { Page, Section, Skeleton, Stack } from '../../ui/index.ts';
import { todayPlaces } from '../area.ts';
import { useFormat } from '../format.ts';
import { type Entry, useNavigation } from '../navigation/useNavigation.ts';
import { AreasContext, useParts } from '../parts.tsx';
import { useSession } from '../session.tsx';

/** "What must I do today?": what waits in each area for the person who signed in. */
export function TodayPage() {
  const areas = useContext(AreasContext);
  const { t } = useTranslation('shell');
  const { user, city, may } = useSession();
  const { date } = useFormat();
  const navigation = useNavigation(areas);
  const parts = useMemo(
    () =>
      todayPlaces.flatMap((at) =>
        areas.flatMap(({ name, today }): { key: string; Part: FunctionComponent }[] => {
          const allowed = today?.at[at];
          if (!allowed || !may(...allowed)) return [];
          return [{ key: `${name} ${at}`, Part: lazy(async () => ({ default: (await today.load()).default[at]! })) }];
        }),
      ),
    [areas, may],
  );
  return (
    <Page title={t('today.title', { name: user.name.split(' ')[0] })} windowTitle={t('today.nav')} lead={date(city.today)}>
      {user.terms.length > 0 && <Terms />}
      {parts.length === 0 && (
        <Stack>
          <p>{t('today.nothing-more')}</p>
          <Entries entries={navigation.entries} />
        </Stack>
      )}
      {parts.map(({ key, Part }) => (
        <Suspense key={key} fallback={<Skeleton lines={3} />}>
          <Part />
        </Suspense>
      ))}
    </Page>
  );
}

/** For whoever holds a role for a time: fetched for nobody else. */
const Terms = () => useParts('shell.terms').map(({ draw }) => draw({}));

/** For whom nothing waits from day to day: what they look after. */
function Entries({ entries }: { readonly entries: readonly Entry[] }) {
  return (
    <Section>
      <ul className="more">
        {entries.map(({ to, icon, label }) => (
          <li key={to + label}>
            <Link to={to}>
              <Icon name={icon} /> {label}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}
