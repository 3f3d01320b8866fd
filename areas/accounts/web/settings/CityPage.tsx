import city from 'virtual:record/accounts.city';
import { useTranslation } from 'react-i18next';
import { Await, CommandForm, RecordHistory } from '../../../../platform/shell/index.ts';
import { Page, Section, useToast } from '../../../../platform/ui/index.ts';
import type { City } from '../../contract/index.ts';
import { useAgain, useRead } from '../api.ts';

export default function CityPage() {
  const { t } = useTranslation('accounts');
  const found = useRead('/api/accounts/city');
  return (
    <Page title={t('city.nav')} lead={t('city.lead')}>
      <Section>
        <Await of={found}>{(held) => <CityForm key={held.version} held={held} />}</Await>
      </Section>
      {found.data && found.data.version > 0 && <RecordHistory kind={city.kind} id={found.data.id} />}
    </Page>
  );
}

interface Spelled {
  readonly aliases?: string;
}

function CityForm({ held }: { readonly held: City }) {
  const { t } = useTranslation('accounts');
  const say = useToast();
  // Every page shows dates as the session says.
  const sessionAgain = useAgain('/api/session');
  const { country, timeZone } = held;
  return (
    <CommandForm
      kind={city}
      id={held.id}
      name="describe"
      {...(held.version > 0 ? { version: held.version } : {})}
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
        country,
        timeZone,
        wards: (wards as readonly Spelled[]).map(({ aliases = '', ...ward }) => ({
          ...ward,
          aliases: [aliases].flat().flatMap((text) => text.split(/[,،、]/).flatMap((alias) => alias.trim() || [])),
        })),
      })}
      submit={t('city.submit')}
      onDone={() => {
        sessionAgain();
        say(t('city.done'));
      }}
    />
  );
}
