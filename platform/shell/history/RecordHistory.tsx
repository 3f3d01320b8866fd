import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryPage } from '../../contract/index.ts';
import { Section, Timeline } from '../../ui/index.ts';
import { Await } from '../data/Await.tsx';
import { type Problem, request } from '../data/api.ts';
import { More } from '../data/More.tsx';
import { useFormat } from '../format.ts';
import { useOffice } from '../office.ts';
import { useSentence } from './useSentence.ts';

type Rows = HistoryPage['rows'];

interface Of {
  readonly kind: string;
  readonly id: string;
}

/** The section of a page with the history of a record, or with what came `latest` in it and the way to `more`. */
export function RecordHistory({ more, ...of }: Of & { readonly latest?: number; readonly more?: ReactNode }) {
  const { t } = useTranslation('shell');
  return (
    <Section title={t('history.title')} aside={more}>
      <HistoryEntries {...of} />
    </Section>
  );
}

/** What happened to a record, the newest first, page by page; `latest`: only so many. */
export function HistoryEntries({ kind, id, latest }: Of & { readonly latest?: number }) {
  const path = `/api/${kind.replace('.', '/')}/${id}/history`;
  const query = useInfiniteQuery<HistoryPage, Problem, { pages: HistoryPage[] }, unknown[], number | null>({
    queryKey: [path, 'pages'],
    queryFn: ({ pageParam }) => request('GET', pageParam === null ? path : `${path}?before=${pageParam}`),
    initialPageParam: null,
    getNextPageParam: ({ next }) => next,
  });
  return (
    <Await of={query}>
      {({ pages }) => (
        <>
          <Entries rows={pages.flatMap(({ rows }) => rows)} latest={latest} />
          {latest === undefined && <More query={query} />}
        </>
      )}
    </Await>
  );
}

function Entries({ rows, latest }: { readonly rows: Rows; readonly latest: number | undefined }) {
  const { t, i18n } = useTranslation('shell');
  const { date, dayOf, moment } = useFormat();
  const { nameOf } = useOffice();
  const sentence = useSentence();
  const told = rows.map(({ position, at, by, on, prose, told, from, ...entry }) => {
    const day = dayOf(at);
    const names = new Intl.ListFormat(i18n.language).format(told.map(nameOf));
    return {
      key: String(position),
      day,
      what: sentence(entry),
      when: [moment(at), nameOf(by), on && on !== day && date(on), from && t(from)].filter(Boolean).join(' · '),
      text: prose.join('\n\n'),
      ...(told.length > 0 ? { aside: t('history.told', { names }) } : {}),
    };
  });
  // What was found again and again on one day, while registers came in one after the other, is shown once.
  const once = told.filter(({ day, what, text }, i) => text || told[i - 1]?.what !== what || told[i - 1]?.day !== day);
  return <Timeline entries={once.slice(0, latest)} />;
}
