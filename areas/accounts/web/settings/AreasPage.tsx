import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useCommand, useFormat } from '../../../../platform/shell/index.ts';
import { Columns, DateField, Form, Page, Section, Segment, SelectField, Table, useToast } from '../../../../platform/ui/index.ts';
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
    </Page>
  );
}

function SwitchForm({ id, areas }: { readonly id: string; readonly areas: readonly AreaSetting[] }) {
  const { t } = useTranslation('accounts');
  const { today } = useFormat();
  const say = useToast();
  const [area, setArea] = useState('');
  const [on, setOn] = useState<string>();
  const [from, setFrom] = useState(today);
  const command = useCommand('accounts.switches', () => say(t('areas.done')));
  return (
    <Section title={t('areas.switch')}>
      <Form
        onSubmit={() => command.mutate({ id, name: 'switch', input: { area, on: on === 'on', from } })}
        submit={t('areas.submit')}
        pending={command.isPending}
        refused={command.error ?? undefined}
      >
        <SelectField
          label={t('areas.area')}
          value={area}
          onChange={setArea}
          required
          options={[['', ''], ...areas.map((one) => [one.area, t(`areas.name.${one.area}`)] as const)]}
        />
        <Segment
          label={t('areas.to')}
          value={on}
          onChange={setOn}
          required
          options={[
            { value: 'on', label: t('areas.on') },
            { value: 'off', label: t('areas.off') },
          ]}
        />
        <DateField label={t('areas.from')} name="from" value={from} onChange={setFrom} min={today} required />
      </Form>
    </Section>
  );
}
