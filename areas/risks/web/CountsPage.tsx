import { useTranslation } from 'react-i18next';
import { Await, useFormat, useRead } from '../../../platform/shell/index.ts';
import { Bars, Empty, Figure, Figures, LinkButton, Page, Section, Stack } from '../../../platform/ui/index.ts';
import type { RiskCounts } from './answers.ts';

/** The list in figures, for those who see no names. */
export default function CountsPage() {
  const { t } = useTranslation('risks');
  const { number, ward: wardName } = useFormat();
  const counts = useRead<RiskCounts>('/api/risks/counts');
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
              <Section title={t('counts.by-ward', { count: total, n: number(total) })}>
                <Bars bars={wards.map(({ ward, n }) => ({ key: ward ?? '', label: ward ? wardName(ward) : t('counts.no-ward'), n }))} />
              </Section>
            </Stack>
          )
        }
      </Await>
    </Page>
  );
}
