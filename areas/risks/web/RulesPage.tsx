import { useTranslation } from 'react-i18next';
import { Await, useFormat, useRead } from '../../../platform/shell/index.ts';
import { Notice, Page, Section, Table } from '../../../platform/ui/index.ts';

interface Rules {
  readonly from: string;
  readonly rules: readonly { readonly id: string; readonly weight: number; readonly parameters: Readonly<Record<string, number>> }[];
}

/** The rules that hold, in words a council can read. */
export default function RulesPage() {
  const { t } = useTranslation('risks');
  const { date } = useFormat();
  const rules = useRead<Rules>('/api/risks/rules');
  return (
    <Page title={t('rules.nav')} lead={t('rules.lead')} back={{ to: '/risks', label: t('nav') }}>
      <Notice tone="blue" title={t('rules.no-decision-title')}>
        {t('rules.no-decision')}
      </Notice>
      <Await of={rules}>
        {({ from, rules: held }) => (
          <Section title={t('rules.since', { date: date(from) })}>
            <Table
              caption={t('rules.nav')}
              rows={held}
              keyOf={({ id }) => id}
              columns={[
                { key: 'rule', title: t('rules.rule'), main: true, cell: ({ id }) => t(`rule.${id}.name`) },
                { key: 'words', title: t('rules.words'), cell: ({ id, parameters }) => t(`rule.${id}.says`, parameters) },
                { key: 'weight', title: t('rules.weight'), end: true, cell: ({ weight }) => weight },
              ]}
            />
          </Section>
        )}
      </Await>
    </Page>
  );
}
