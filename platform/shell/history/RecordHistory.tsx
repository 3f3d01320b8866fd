import { useInfiniteQuery } from '@tanstack/react-query';
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

/** The section of a page with the history of a record. */
export function RecordHistory(of: Of) {
  const { t } = useTranslation('shell');
  return (
    <Section title={t('history.title')}>
      <HistoryEntries {...of} />
    </Section>
  );
}

/** What happened to a record, the newest first, page by page. */
export function HistoryEntries({ kind, id }: Of) {
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
          <Entries rows={pages.flatMap(({ rows }) => rows)} />
          <More query={query} />
        </>
      )}
    </Await>
  );
}

function Entries({ rows }: { readonly rows: Rows }) {
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
  return <Timeline entries={told.filter(({ day, what, text }, i) => text || told[i - 1]?.what !== what || told[i - 1]?.day !== day)} />;
}
