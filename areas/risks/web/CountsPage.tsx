import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useFormat } from '../../../platform/shell/index.ts';
import { Bars, Chart, Empty, Figure, Figures, LinkButton, Page, Section, Stack, Table } from '../../../platform/ui/index.ts';
import type { RiskCounts } from '../contract/index.ts';
import { useRead } from './api.ts';

/** The list in figures, for those who see no names. */
export default function CountsPage() {
  const { t } = useTranslation('risks');
  const { number } = useFormat();
  const counts = useRead('/api/risks/counts');
  return (
    <Page title={t('counts.nav')} lead={t('counts.lead')} actions={<LinkButton to="/risks/rules">{t('rules.nav')}</LinkButton>}>
      <Await of={counts}>
        {({ total, wards, reasons, statuses }) =>
          total === 0 ? (
            <Empty title={t('list.none')}>{t('list.none-more')}</Empty>
          ) : (
            <Stack>
              <Figures>
                <Figure n={number(total)} label={t('counts.on-list')} />
                {statuses.map(({ status, n }) => (
                  <Figure key={status} n={number(n)} label={t(`status.${status}`)} />
                ))}
              </Figures>
              <Section title={t('counts.by-reason')}>
                <Bars bars={reasons.map(({ reason, n }) => ({ key: reason, label: t(`rule.${reason}.name`), n }))} />
              </Section>
              <Section>
                <Wards total={total} wards={wards} />
              </Section>
            </Stack>
          )
        }
      </Await>
    </Page>
  );
}

/** How many wards the chart shows; the table has all. */
const shownWards = 12;

/** Where the children on the list live. They are counted, not estimated: there is no interval. */
function Wards({ total, wards }: { readonly total: number; readonly wards: RiskCounts['wards'] }) {
  const { t } = useTranslation('risks');
  const { date, number, today, ward: wardName } = useFormat();
  const rows = useMemo(() => {
    const named = wards.map(({ ward, n }) => ({
      key: ward ?? '',
      label: ward ? wardName(ward) : t('counts.no-ward'),
      value: n,
      says: number(n),
    }));
    return named.sort((a, b) => b.value - a.value);
  }, [wards, t, number, wardName]);
  const spec = useMemo(() => ({ kind: 'bars' as const, most: rows[0]?.value ?? 1, rows: rows.slice(0, shownWards) }), [rows]);
  const [first] = rows;
  return (
    <Chart
      title={t('counts.most-in', { ward: first?.label, n: first?.says, total: number(total) })}
      caption={t('counts.wards-caption', { date: date(today) })}
      spec={spec}
    >
      <Table
        caption={t('list.ward')}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: 'ward', title: t('list.ward'), main: true, cell: ({ label }) => label },
          { key: 'n', title: t('counts.on-list'), end: true, cell: ({ says }) => says },
        ]}
      />
    </Chart>
  );
}
