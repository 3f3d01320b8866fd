import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Await, type Problem, useColumns, useSession } from '../../../platform/shell/index.ts';
import { Badge, type Column, Empty, Link, LinkButton, Page, Section, Table } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';
import { HoldStatus } from './HoldStatus.tsx';

/** Erasures and holds: those that wait or are in force, then the others. Nobody is named in the lists. */
export default function ErasuresPage() {
  const { t } = useTranslation('protection');
  const { may } = useSession();
  const asks = may('ask', 'protection.erasure');
  const column = useColumns();
  const erasures = useRead('/api/protection/erasures');
  return (
    <Page
      title={t('nav')}
      lead={t(asks ? 'list.lead' : 'list.lead-second')}
      actions={
        asks && (
          <LinkButton kind="primary" to="/people">
            {t('list.find')}
          </LinkButton>
        )
      }
    >
      <Listed
        title={t('list.title')}
        none={t('list.none')}
        of={erasures}
        columns={[
          {
            key: 'ground',
            title: t('erase.ground'),
            main: true,
            cell: ({ id, ground }) => <Link to={`/protection/${id}`}>{t(`ground.${ground}`)}</Link>,
          },
          {
            key: 'status',
            title: t('list.status'),
            cell: ({ status }) => <Badge tone={status === 'asked' ? 'orange' : 'plain'}>{t(`status.${status}`)}</Badge>,
          },
          column.user('askedBy', t('erasure.asked-by')),
          column.day('askedOn', t('erasure.asked-on')),
          column.day('settledOn', t('erasure.settled-on')),
        ]}
      />
      {may('read', 'protection.retention-review') && <Retention />}
      {may('read', 'protection.retention-hold') && <Holds />}
    </Page>
  );
}

/** Closed cases of which it is to be decided whether they are still needed. */
function Retention() {
  const { t } = useTranslation('protection');
  const column = useColumns();
  return (
    <Listed
      title={t('retention.title')}
      none={t('retention.none')}
      of={useRead('/api/protection/retention')}
      columns={[
        {
          key: 'case',
          title: t('held.what'),
          main: true,
          cell: ({ id, kind }) => <Link to={`/protection/retention/${id}`}>{t(`retention.kind.${kind}`)}</Link>,
        },
        column.day('closedOn', t('retention.closed-on')),
        column.day('reviewOn', t('retention.review-on')),
        {
          key: 'state',
          title: t('list.status'),
          cell: ({ isDue, onHold, erasureAsked }) => (
            <Badge tone={isDue && !onHold && !erasureAsked ? 'orange' : 'plain'}>
              {t(
                onHold
                  ? 'retention.state.on-hold'
                  : erasureAsked
                    ? 'retention.state.erasure-asked'
                    : isDue
                      ? 'retention.state.due'
                      : 'retention.state.to-come',
              )}
            </Badge>
          ),
        },
      ]}
    />
  );
}

function Holds() {
  const { t } = useTranslation('protection');
  const column = useColumns();
  return (
    <Listed
      title={t('retention-hold.title')}
      none={t('retention-hold.none')}
      of={useRead('/api/protection/retention-holds')}
      columns={[
        {
          key: 'hold',
          title: t('held.what'),
          main: true,
          cell: ({ id }) => <Link to={`/protection/holds/${id}`}>{t('retention-hold.window')}</Link>,
        },
        { key: 'status', title: t('list.status'), cell: ({ status }) => <HoldStatus status={status} /> },
        column.user('placedBy', t('retention-hold.placed-by')),
        column.day('placedOn', t('retention-hold.placed-on')),
        column.day('liftedOn', t('retention-hold.lifted-on')),
      ]}
    />
  );
}

function Listed<R extends { readonly id: string }>({
  title,
  none,
  of,
  columns,
}: {
  readonly title: string;
  readonly none: string;
  readonly of: UseQueryResult<{ readonly rows: readonly R[] }, Problem>;
  readonly columns: readonly Column<R>[];
}) {
  return (
    <Section title={title}>
      <Await of={of}>
        {({ rows }) => <Table caption={title} empty={<Empty title={none} />} rows={rows} keyOf={({ id }) => id} columns={columns} />}
      </Await>
    </Section>
  );
}
