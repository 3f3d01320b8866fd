import switches from 'virtual:record/accounts.switches';
import { useTranslation } from 'react-i18next';
import { ActForm, Await, RecordHistory, useFormat } from '../../../../platform/shell/index.ts';
import { Columns, Page, Section, Table } from '../../../../platform/ui/index.ts';
import { useRead } from '../api.ts';

/** Which areas the city uses, and from which day. */
export default function AreasPage() {
  const { t } = useTranslation('accounts');
  const { date, today } = useFormat();
  const setting = useRead('/api/accounts/switches');
  return (
    <Page title={t('areas.nav')} lead={t('areas.lead')}>
      <Await of={setting}>
        {({ areas, ...record }) => (
          <>
            <Columns>
              <Section>
                <Table
                  caption={t('areas.nav')}
                  rows={areas}
                  keyOf={({ area }) => area}
                  columns={[
                    { key: 'area', title: t('areas.area'), main: true, cell: ({ area }) => t(`areas.name.${area}`) },
                    { key: 'now', title: t('areas.now'), cell: ({ on }) => t(on ? 'areas.on' : 'areas.off') },
                    {
                      key: 'next',
                      title: t('areas.next'),
                      cell: ({ next }) =>
                        next ? t(next.on ? 'areas.on-from' : 'areas.off-from', { date: date(next.from) }) : t('areas.none'),
                    },
                  ]}
                />
              </Section>
              <Section title={t('areas.switch')}>
                <ActForm
                  of={record}
                  record={switches}
                  name="switch"
                  held={{ from: today }}
                  fields={[
                    { name: 'area', label: t('areas.area'), said: (area) => t(`areas.name.${area}`) },
                    {
                      name: 'on',
                      kind: 'one',
                      label: t('areas.to'),
                      options: [
                        ['on', t('areas.on')],
                        ['off', t('areas.off')],
                      ],
                      required: true,
                    },
                    { name: 'from', label: t('areas.from'), min: today },
                  ]}
                  input={({ on, ...answers }) => ({ ...answers, on: on === 'on' })}
                />
              </Section>
            </Columns>
            {record.version > 0 && <RecordHistory kind={switches.kind} id={record.id} />}
          </>
        )}
      </Await>
    </Page>
  );
}
