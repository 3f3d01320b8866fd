import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Await, type Problem, useFormat, useOffice, useSession } from '../../../platform/shell/index.ts';
import { Badge, Empty, Link, LinkButton, Name, Page, Section, Table } from '../../../platform/ui/index.ts';
import { useRead } from './api.ts';

/** Erasures and holds: those that wait or are in force, then the others. Nobody is named in the lists. */
export default function ErasuresPage() {
  const { t } = useTranslation('protection');
  const { may } = useSession();
  const asks = may('ask', 'protection.erasure');
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
        shown={({ id, ground, status, askedBy, askedOn, settledOn }) => ({
          to: `/protection/${id}`,
          says: t(`ground.${ground}`),
          status: t(`status.${status}`),
          runs: status === 'asked',
          by: askedBy,
          days: [askedOn, settledOn],
        })}
        words={[t('erase.ground'), t('erasure.asked-by'), t('erasure.asked-on'), t('erasure.settled-on')]}
      />
      {may('read', 'protection.retention-hold') && <Holds />}
    </Page>
  );
}

function Holds() {
  const { t } = useTranslation('protection');
  const holds = useRead('/api/protection/retention-holds');
  return (
    <Listed
      title={t('retention-hold.title')}
      none={t('retention-hold.none')}
      of={holds}
      shown={({ id, status, by, on, liftedOn }) => ({
        to: `/protection/holds/${id}`,
        says: t('retention-hold.window'),
        status: t(`retention-hold.status.${status}`),
        runs: status === 'placed',
        by,
        days: [on, liftedOn],
      })}
      words={[t('held.what'), t('retention-hold.placed-by'), t('retention-hold.placed-on'), t('retention-hold.lifted-on')]}
    />
  );
}

/** How a row of either list is shown. */
interface Row {
  readonly to: string;
  readonly says: string;
  readonly status: string;
  /** Whether it waits or is in force. */
  readonly runs: boolean;
  readonly by: string | null;
  readonly days: readonly [begun: string | null, ended: string | null];
}

function Listed<R>({
  title,
  none,
  of,
  shown,
  words: [says, by, begun, ended],
}: {
  readonly title: string;
  readonly none: string;
  readonly of: UseQueryResult<{ readonly rows: readonly R[] }, Problem>;
  readonly shown: (row: R) => Row;
  readonly words: readonly [says: string, by: string, begun: string, ended: string];
}) {
  const { t } = useTranslation('protection');
  const { date } = useFormat();
  const { nameOf } = useOffice();
  return (
    <Section title={title}>
      <Await of={of}>
        {({ rows }) => (
          <Table
            caption={title}
            empty={<Empty title={none} />}
            rows={rows.map(shown)}
            keyOf={({ to }) => to}
            columns={[
              { key: 'says', title: says, main: true, cell: (row) => <Link to={row.to}>{row.says}</Link> },
              { key: 'status', title: t('list.status'), cell: (row) => <Badge tone={row.runs ? 'orange' : 'plain'}>{row.status}</Badge> },
              { key: 'by', title: by, cell: (row) => row.by && <Name>{nameOf(row.by)}</Name> },
              { key: 'begun', title: begun, whole: true, cell: ({ days: [day] }) => day && date(day) },
              { key: 'ended', title: ended, whole: true, cell: ({ days: [, day] }) => day && date(day) },
            ]}
          />
        )}
      </Await>
    </Section>
  );
}
