import { useTranslation } from 'react-i18next';
import { ListPage, useList, type Views, WithViews } from '../../../../platform/shell/list/index.ts';
import { type caseList, usualColumns } from '../../domain/index.ts';
import { useListColumns } from './columns.tsx';
import { useFilters } from './filters.ts';
import { useManyActs } from './useManyActs.tsx';
import { useNarrowedWords } from './words.ts';

const path = '/api/cases/list';

/** The cases that somebody may read, as they want to see them: it opens with the view that they chose. */
export default function CasesPage() {
  const { t } = useTranslation('cases');
  return (
    <WithViews path={path} kind="cases.list-views" title={t('nav')}>
      {(views) => <List views={views} />}
    </WithViews>
  );
}

function List({ views }: { readonly views: Views | undefined }) {
  const { t } = useTranslation('cases');
  const words = useNarrowedWords();
  const list = useList<typeof caseList>({
    path,
    at: '/cases',
    address: {
      ...{
        status: 'text',
        mine: 'yes',
        overdue: 'yes',
        unassigned: 'yes',
        flagged: 'yes',
        danger: 'yes',
        riskLevel: 'text',
        ward: 'text',
        worker: 'text',
      },
      ...{ source: 'text', trafficking: 'text', referral: 'text', consent: 'yes', lack: 'text', late: 'text', task: 'text', phase: 'text' },
      ...{ basis: 'text', interests: 'text', solution: 'text', leaving: 'text' },
      ...{ lives: 'text', person: 'text', household: 'text', openedFrom: 'text', openedUntil: 'text', closedFrom: 'text' },
      ...{ closedUntil: 'text', ageFrom: 'number', ageTo: 'number', notSeenDays: 'number' },
    },
    search: 'name',
    which: ['status', 'mine', 'overdue', 'unassigned', 'flagged', 'danger'],
    counts: true,
    columns: usualColumns,
    views,
  });
  const { status, mine, overdue, unassigned, flagged } = list.narrowing;
  const closed = status === 'closed';
  const which = closed ? 'closed' : mine ? 'mine' : overdue ? 'overdue' : unassigned ? 'unassigned' : flagged ? 'flagged' : 'open';
  const { total, first } = list;
  const { filters, more } = useFilters(list);
  const columns = useListColumns();
  const many = useManyActs(closed, {
    says: t('list.these', { count: total?.count ?? 0, n: total?.n ?? '' }),
    criteria: { ...list.narrowing, status: status ?? 'open' },
    search: list.text.trim(),
  });
  return (
    <ListPage<typeof caseList>
      of={list}
      title={t('nav')}
      lead={total ? t(first?.beyond ? 'list.beyond' : 'list.total', total) : t('list.lead')}
      add={{ to: '/cases/open', label: t('open.title'), may: ['open', 'cases.case'] }}
      search={t('list.name')}
      searchHint={t('list.name-hint')}
      filters={filters}
      orders={[
        ['due', t('list.sort-due')],
        ['opened', t('list.sort-opened')],
      ]}
      elsewhere={{ lack: words.lack, person: () => t('list.one-person'), household: () => t('list.one-household') }}
      more={more}
      columns={columns}
      onCard={4}
      many={{ nameOf: (one) => one.name || t('case.no-name'), ...many }}
      noneFound={t('list.none-such')}
      empty={[t(`list.none-${which}`), t('list.none-more')]}
    />
  );
}
