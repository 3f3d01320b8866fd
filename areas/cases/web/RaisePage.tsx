import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { useCommand, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Form, Page, Section, SelectField, TextField, useToast } from '../../../platform/ui/index.ts';
import { sources } from '../domain/index.ts';
import { Duplicates } from './Duplicates.tsx';

/** A worry about a child, written down before anybody decides whether it becomes a case. */
export default function RaisePage() {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const { ward: wardName } = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const [id] = useState(() => uuidv7());
  const [name, setName] = useState('');
  const [ward, setWard] = useState('');
  const [birthYear, setBirthYear] = useState('');
  const [source, setSource] = useState('call');
  const [what, setWhat] = useState('');
  const command = useCommand('cases.concern', () => {
    say(t('concerns.raised-done'));
    void navigate({ to: '/cases/concerns' });
  });
  const year = /^\d{4}$/.test(birthYear) ? Number(birthYear) : null;
  return (
    <Page title={t('concerns.raise')} lead={t('concerns.raise-lead')} back={{ to: '/cases/concerns', label: t('concerns.nav') }}>
      <Section>
        <Form
          onSubmit={() =>
            command.mutate({
              id,
              name: 'raise',
              input: { person: null, source, ward: ward || null, birthYear: year, name: name.trim(), what },
            })
          }
          submit={t('concerns.submit')}
          pending={command.isPending}
          refused={command.error ?? undefined}
          onCancel={() => history.back()}
        >
          <SelectField
            label={t('case.source')}
            name="source"
            value={source}
            onChange={setSource}
            options={sources.map((one) => [one, t(`source.${one}`)] as const)}
          />
          <TextField label={t('open.name')} name="name" hint={t('open.name-hint')} value={name} onChange={setName} required />
          <div className="form__row">
            <SelectField
              label={t('case.ward')}
              name="ward"
              value={ward}
              onChange={setWard}
              options={[['', t('open.not-known')], ...city.wards.map((one) => [one, wardName(one)] as const)]}
            />
            <TextField
              label={t('open.birth-year')}
              name="birthYear"
              hint={t('open.birth-year-hint')}
              value={birthYear}
              onChange={setBirthYear}
              inputMode="numeric"
            />
          </div>
          <Duplicates question={{ name: name.trim(), ...(year ? { birthYear: year } : {}) }} />
          <TextField
            label={t('concerns.what')}
            name="what"
            hint={t('concerns.what-hint')}
            value={what}
            onChange={setWhat}
            lines={6}
            required
          />
        </Form>
      </Section>
    </Page>
  );
}
