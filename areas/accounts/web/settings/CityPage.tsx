import city from 'virtual:record/accounts.city';
import { useTranslation } from 'react-i18next';
import { ActForm, Await, RecordHistory } from '../../../../platform/shell/index.ts';
import { Page, Section } from '../../../../platform/ui/index.ts';
import { useAgain, useRead } from '../api.ts';

interface Spelled {
  /** An empty list where nothing stands in the field. */
  readonly aliases?: string | readonly never[];
}

export default function CityPage() {
  const { t } = useTranslation('accounts');
  const found = useRead('/api/accounts/city');
  // Every page shows dates as the session says.
  const sessionAgain = useAgain('/api/session');
  return (
    <Page title={t('city.nav')} lead={t('city.lead')}>
      <Await of={found}>
        {(held) => (
          <>
            <Section>
              <ActForm
                of={held}
                record={city}
                name="describe"
                held={{ ...held, wards: held.wards.map((ward) => ({ ...ward, aliases: ward.aliases.join(', ') })) }}
                fields={[
                  { name: 'name', label: t('set-up.city') },
                  {
                    name: 'calendar',
                    label: t('city.calendar'),
                    hint: t('city.calendar-hint'),
                    said: (name) => t(`ui:date.calendar.${name}`),
                  },
                  {
                    name: 'wards',
                    label: t('city.wards'),
                    one: (n) => t('city.one', { n }),
                    add: t('city.add'),
                    none: t('city.none'),
                    fields: [
                      { name: 'code', label: t('city.code') },
                      { name: 'name', label: t('city.name'), beside: true },
                      { name: 'aliases', kind: 'line', label: t('city.aliases'), hint: t('city.aliases-hint') },
                    ],
                  },
                ]}
                input={({ wards, ...answers }) => ({
                  ...answers,
                  country: held.country,
                  timeZone: held.timeZone,
                  wards: (wards as readonly Spelled[]).map(({ aliases = '', ...ward }) => ({
                    ...ward,
                    aliases: [aliases].flat().flatMap((text) => text.split(/[,،、]/).flatMap((alias) => alias.trim() || [])),
                  })),
                })}
                submit={t('city.submit')}
                done={t('city.done')}
                onDone={sessionAgain}
              />
            </Section>
            {held.version > 0 && <RecordHistory kind={city.kind} id={held.id} />}
          </>
        )}
      </Await>
    </Page>
  );
}
