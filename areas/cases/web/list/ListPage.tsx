import { useTranslation } from 'react-i18next';
import { useSession } from '../../../../platform/shell/index.ts';
import {
  FromElsewhere,
  ListTable,
  MoreFilters,
  OrderField,
  Filters as PlainFilters,
  Search,
  useList,
  type Views,
  ViewsBar,
  WithViews,
} from '../../../../platform/shell/list/index.ts';
import { Empty, LinkButton, Page, Section } from '../../../../platform/ui/index.ts';
import { type caseList, usualColumns } from '../../domain/index.ts';
import { useListColumns } from './columns.tsx';
import { useFilters } from './filters.ts';
import { useManyActs } from './useManyActs.tsx';
import { useNarrowedWords } from './words.ts';

const path = '/api/cases/list';

/** The cases that somebody may read, as they want to see them: it opens with the view that they chose. */
export default function ListPage() {
  const { t } = useTranslation('cases');
  return (
    <WithViews path={path} kind="cases.list-views" title={t('nav')}>
      {(views) => <List views={views} />}
    </WithViews>
  );
}

function List({ views }: { readonly views: Views | undefined }) {
  const { t } = useTranslation('cases');
  const { may } = useSession();
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
        riskLevel: 'text',
        ward: 'text',
        worker: 'text',
      },
      ...{ source: 'text', trafficking: 'text', referral: 'text', consent: 'yes', lack: 'text', late: 'text', task: 'text', phase: 'text' },
      ...{ lives: 'text', person: 'text', household: 'text', openedFrom: 'text', openedUntil: 'text', closedFrom: 'text' },
      ...{ closedUntil: 'text', ageFrom: 'number', ageTo: 'number', notSeenDays: 'number' },
    },
    search: 'name',
    which: ['status', 'mine', 'overdue', 'unassigned', 'flagged'],
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
    <Page
      title={t('nav')}
      lead={total ? t(first?.beyond ? 'list.beyond' : 'list.total', total) : t('list.lead')}
      actions={
        may('open', 'cases.case') && (
          <LinkButton kind="primary" to="/cases/open">
            {t('open.title')}
          </LinkButton>
        )
      }
    >
      <Section>
        <ViewsBar of={list} />
        <Search of={list} label={t('list.name')} hint={t('list.name-hint')} />
        <div className="filters">
          <PlainFilters of={list} fields={filters} />
          <OrderField
            of={list}
            orders={[
              ['due', t('list.sort-due')],
              ['opened', t('list.sort-opened')],
            ]}
          />
        </div>
        <FromElsewhere
          of={list}
          words={{ lack: (lack) => words.lack(lack), person: () => t('list.one-person'), household: () => t('list.one-household') }}
        />
        <MoreFilters of={list} fields={more} />
        <ListTable
          of={list}
          caption={t('nav')}
          columns={columns}
          onCard={4}
          many={{ nameOf: (one) => one.name || t('case.no-name'), ...many }}
          noneFound={t('list.none-such')}
          empty={<Empty title={t(`list.none-${which}`)}>{t('list.none-more')}</Empty>}
        />
      </Section>
    </Page>
  );
}
