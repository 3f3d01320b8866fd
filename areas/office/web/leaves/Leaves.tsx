import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { Badge, Name, nameColumn, Section, Table } from '../../../../platform/ui/index.ts';
import type { Leave } from '../../contract/index.ts';
import { useRead } from '../api.ts';
import { waitsOf } from './waitsOf.ts';

/** Who is away or will be. Nothing where nobody is. */
export function Leaves() {
  const { t } = useTranslation(['office', 'cases']);
  const { date, number, today } = useFormat();
  const { nameOf } = useOffice();
  const { data } = useRead('/api/office/leaves');
  if (!data || data.rows.length === 0) return null;
  return (
    <Section title={t('leave.away')}>
      <Table
        caption={t('leave.away')}
        rows={data.rows}
        keyOf={({ id }) => id}
        columns={[
          nameColumn({ title: t('case.worker'), to: '/office/leaves/$id', name: ({ worker }: Leave) => nameOf(worker) }),
          { key: 'time', title: t('leave.time'), cell: ({ from, until }) => t('leave.from-to', { from: date(from), to: date(until) }) },
          { key: 'to', title: t('leave.to'), cell: ({ to }) => <Name>{to.map(nameOf).join(', ')}</Name> },
          {
            key: 'now',
            title: t('leave.now'),
            cell: (one) => {
              const says = waitsOf(one, today);
              if (says)
                return <Badge tone="orange">{t(`leave.${says}`, { n: number(says === 'hand-over-now' ? one.left : one.lent) })}</Badge>;
              return one.from > today ? t('leave.to-come') : t('leave.with-substitutes', { n: number(one.lent) });
            },
          },
        ]}
      />
    </Section>
  );
}
