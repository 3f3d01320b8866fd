import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Band as BandName, TodayLine } from '../../contract/frame.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Band, Counts, Line, LinkButton, Name, Page, Queue, Section } from '../../ui/index.ts';
import { Await } from '../data/Await.tsx';
import { useRead } from '../data/frameApi.ts';
import { useFormat } from '../format.ts';
import { type Entry, useNavigation } from '../navigation/useNavigation.ts';
import { AreasContext } from '../parts.tsx';
import { useSession } from '../session.tsx';

// The page is shown before it is asked what is new.
const LiveToday = lazy(() => import('./LiveToday.tsx'));

/** "What do I do next?": one queue for the roles of the person who signed in, the most urgent first. */
export function TodayPage() {
  const { t } = useTranslation('shell');
  const { city, may } = useSession();
  const { date, number } = useFormat();
  const today = useRead('/api/office/today');
  const areas = useContext(AreasContext);
  const news = areas.find((area) => area.news && may(...area.news.may))?.news;
  const begun = areas
    .flatMap(({ name, acts = [] }) => acts.map((act) => ({ ...act, words: `${name}:${act.words}` })))
    .find((act) => act.today && may(...act.may));
  return (
    <Page title={t('today.nav')} lead={date(city.today)} actions={begun && <LinkButton to={begun.to}>{t(begun.words)}</LinkButton>}>
      <Await of={today} lines={8}>
        {({ bands, counts }) => (
          <Queue>
            {bands.every(({ total }) => total === 0) && <Nothing />}
            {bands.map((one) => one.total > 0 && <TodayBand key={one.band} {...one} />)}
            {counts.length > 0 && <Counts counts={counts.map(({ n, ...count }) => ({ n: number(n), ...count }))} />}
          </Queue>
        )}
      </Await>
      {news && (
        <Suspense>
          <LiveToday unseen={news.unseen} />
        </Suspense>
      )}
    </Page>
  );
}

/** One band; the lines that do not fit are read when they are asked for. */
function TodayBand({ band, total, lines }: { readonly band: BandName; readonly total: number; readonly lines: readonly TodayLine[] }) {
  const { t } = useTranslation('shell');
  const { number } = useFormat();
  const [isOpen, setOpen] = useState(false);
  const more = useRead('/api/office/today', { more: band }, { enabled: isOpen }).data?.bands.find((one) => one.band === band)?.lines;
  const shown = more ?? lines;
  const others = total - shown.length;
  const inDanger = lines.filter(({ danger }) => danger).length;
  return (
    <Band
      title={t(`today.${band}`)}
      note={inDanger > 0 && inDanger === total ? t('today.in-danger', { count: inDanger, n: number(inDanger) }) : number(total)}
      more={
        others > 0 && !more ? { label: t('today.more', { count: others, n: number(others) }), onPress: () => setOpen(true) } : undefined
      }
    >
      {shown.map((line) => (
        <QueueLine key={line.id} line={line} primary={band === 'now' && line === shown[0]} />
      ))}
    </Band>
  );
}

function QueueLine({ line, primary }: { readonly line: TodayLine; readonly primary: boolean }) {
  const { t } = useTranslation('shell');
  const { age } = useFormat();
  const when = useWhen();
  const { who, born, sex, about, what, to, act, danger, late } = line;
  const { today } = useSession().city;
  const years = born ? age(born) : '';
  const isGrown = born ? Number(today.slice(0, 4)) - Number(born.last.slice(0, 4)) > 18 : false;
  const told = sex === 'female' || sex === 'male' ? t(`today.${isGrown ? 'adult' : 'child'}-${sex}`) : '';
  return (
    <Line
      who={<Name>{who}</Name>}
      about={about ?? [told, years].filter(Boolean).join(', ')}
      to={to}
      what={<Name>{what}</Name>}
      when={when(line)}
      tone={danger ? 'red' : late ? 'orange' : undefined}
      act={
        <LinkButton to={to} kind={primary ? 'primary' : 'plain'} label={`${act}: ${who}`}>
          {act}
        </LinkButton>
      }
    />
  );
}

/** By when a line is to be done: how late it is, today, or a day of this week. */
function useWhen() {
  const { t } = useTranslation('shell');
  const { today, near, number } = useFormat();
  return ({ due }: TodayLine): string => {
    if (due === null) return '';
    if (due === today) return t('today.due-today');
    if (due > today) return near(due);
    const days = Math.round((Date.parse(today) - Date.parse(due)) / 86_400_000);
    const [unit, count] = (days > 730 ? ['years', days / 365] : days > 60 ? ['months', days / 30] : ['days', days]) as readonly [
      'years' | 'months' | 'days',
      number,
    ];
    return t(`today.late-${unit}`, { count: Math.floor(count), n: number(Math.floor(count)) });
  };
}

/** Nothing waits: what the reader looks after. */
function Nothing() {
  const { t } = useTranslation('shell');
  const { entries } = useNavigation(useContext(AreasContext));
  return (
    <Section>
      <p>{t('today.nothing')}</p>
      <ul className="more">
        {entries.map(({ to, icon, label }: Entry) => (
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
