import switches from 'virtual:record/accounts.switches';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, RecordHistory, useFormat } from '../../../../platform/shell/index.ts';
import { Columns, Page, Section, Table, useToast } from '../../../../platform/ui/index.ts';
import type { AreaSetting } from '../../contract/index.ts';
import { useRead } from '../api.ts';

/** Which areas the city uses, and from which day. */
export default function AreasPage() {
  const { t } = useTranslation('accounts');
  const { date } = useFormat();
  const setting = useRead('/api/accounts/areas');
  return (
    <Page title={t('areas.nav')} lead={t('areas.lead')}>
      <Await of={setting}>
        {({ id, version, areas }) => (
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
            <SwitchForm key={version} id={id} areas={areas} />
          </Columns>
        )}
      </Await>
      {setting.data && setting.data.version > 0 && <RecordHistory kind={switches.kind} id={setting.data.id} />}
    </Page>
  );
}

function SwitchForm({ id, areas }: { readonly id: string; readonly areas: readonly AreaSetting[] }) {
  const { t } = useTranslation('accounts');
  const { today } = useFormat();
  const say = useToast();
  return (
    <Section title={t('areas.switch')}>
      <CommandForm
        kind={switches}
        id={id}
        name="switch"
        held={{ from: today }}
        fields={[
          { name: 'area', kind: 'pick', label: t('areas.area'), options: areas.map(({ area }) => [area, t(`areas.name.${area}`)]) },
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
        submit={t('areas.submit')}
        onDone={() => say(t('areas.done'))}
      />
    </Section>
  );
}
