import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Await, useCommand } from '../../../platform/shell/index.ts';
import { Button, Form, Page, Section, TextField, useToast } from '../../../platform/ui/index.ts';
import type { City } from '../contract/index.ts';
import { useRead } from './api.ts';

export default function CityPage() {
  const { t } = useTranslation('accounts');
  const city = useRead('/api/accounts/city');
  return (
    <Page title={t('city.nav')} lead={t('city.lead')}>
      <Section>
        <Await of={city}>{(found) => <CityForm key={found.version} city={found} />}</Await>
      </Section>
    </Page>
  );
}

let made = 0;
const editable = ({ code, name, aliases }: City['wards'][number]) => ({ key: ++made, code, name, aliases: aliases.join(', ') });

function CityForm({ city }: { readonly city: City }) {
  const { t } = useTranslation('accounts');
  const say = useToast();
  const [name, setName] = useState(city.name);
  const [wards, setWards] = useState(() => city.wards.map(editable));
  const command = useCommand('accounts.city', () => say(t('city.done')));
  const change = (key: number, more: object) => setWards(wards.map((ward) => (ward.key === key ? { ...ward, ...more } : ward)));
  const input = {
    name,
    country: city.country,
    timeZone: city.timeZone,
    wards: wards.map((ward) => ({
      code: ward.code.trim(),
      name: ward.name.trim(),
      aliases: ward.aliases.split(/[,،、]/).flatMap((alias) => alias.trim() || []),
    })),
  };
  return (
    <Form
      wide
      onSubmit={() => command.mutate({ id: city.id, name: 'describe', input, expectedVersion: city.version || undefined })}
      submit={t('city.submit')}
      pending={command.isPending}
      refused={command.error ?? undefined}
    >
      <TextField label={t('set-up.city')} name="name" value={name} onChange={setName} required />
      <h2>{t('city.wards')}</h2>
      {wards.length === 0 && <p className="soft">{t('city.none')}</p>}
      {wards.map((ward, i) => (
        <fieldset key={ward.key} className="section" style={{ margin: 0 }}>
          <legend className="field__label">{t('city.one', { n: i + 1 })}</legend>
          <div className="form__row">
            <TextField label={t('city.code')} value={ward.code} onChange={(code) => change(ward.key, { code })} required />
            <TextField label={t('city.name')} value={ward.name} onChange={(text) => change(ward.key, { name: text })} required />
          </div>
          <TextField
            label={t('city.aliases')}
            hint={t('city.aliases-hint')}
            value={ward.aliases}
            onChange={(aliases) => change(ward.key, { aliases })}
          />
          <div>
            <Button kind="quiet" onPress={() => setWards(wards.filter(({ key }) => key !== ward.key))}>
              {t('city.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button onPress={() => setWards([...wards, editable({ code: '', name: '', aliases: [] })])}>{t('city.add')}</Button>
      </div>
    </Form>
  );
}
