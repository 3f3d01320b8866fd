import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand, useFormat, useSession } from '../../../platform/shell/index.ts';
import { ChoiceField, Form, Section, SelectField, Stack, TextField } from '../../../platform/ui/index.ts';
import { categories, languages, serviceGroups, sexes } from '../domain/index.ts';
import type { Profile } from './answers.ts';
import { HoursFields } from './HoursFields.tsx';
import { always, isAlways, useWords } from './words.ts';
import './partners.css';

export const emptyProfile: Profile = {
  name: '',
  otherNames: [],
  category: 'ngo',
  services: [],
  wards: [],
  leastAge: null,
  mostAge: null,
  sex: 'any',
  languages: [],
  hours: [],
  emergencyHours: [],
  address: '',
  phone: '',
  email: '',
};

const linesOf = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean); // biome-ignore format: one thought
const ageOf = (text: string) => (/^\d{1,2}$/.test(text.trim()) ? Number(text) : null);

/** What an organisation is and does, asked once: for a new one, and for one that is described anew. */
export function OrganisationForm({
  id,
  name,
  starts,
  submit,
  expectedVersion,
  onDone,
}: {
  readonly id: string;
  readonly name: 'add' | 'describe';
  readonly starts: Profile;
  readonly submit: string;
  readonly expectedVersion?: number;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('partners');
  const { city } = useSession();
  const { ward } = useFormat();
  const { language } = useWords();
  const [profile, setProfile] = useState(starts);
  const [others, setOthers] = useState(starts.otherNames.join('\n'));
  const [ages, setAges] = useState({ least: String(starts.leastAge ?? ''), most: String(starts.mostAge ?? '') });
  const [emergency, setEmergency] = useState(
    starts.emergencyHours.length === 0 ? 'none' : isAlways(starts.emergencyHours) ? 'always' : 'hours',
  );
  const command = useCommand('partners.organisation', onDone);
  const set =
    <K extends keyof Profile>(field: K) =>
    (value: Profile[K]) =>
      setProfile((now) => ({ ...now, [field]: value }));
  const send = () =>
    command.mutate({
      id,
      name,
      input: {
        ...profile,
        name: profile.name.trim(),
        otherNames: linesOf(others),
        leastAge: ageOf(ages.least),
        mostAge: ageOf(ages.most),
        emergencyHours: emergency === 'none' ? [] : emergency === 'always' ? always : profile.emergencyHours,
      },
      ...(expectedVersion === undefined ? {} : { expectedVersion }),
    });
  const inGroup = (group: readonly string[]) => profile.services.filter((one) => group.includes(one));
  return (
    <Form
      wide
      onSubmit={send}
      submit={submit}
      pending={command.isPending}
      refused={command.error ?? undefined}
      onCancel={() => history.back()}
    >
      <Section title={t('form.who')}>
        <TextField label={t('organisation.name')} name="name" value={profile.name} onChange={set('name')} required />
        <TextField
          label={t('form.other-names')}
          name="otherNames"
          hint={t('form.other-names-hint')}
          value={others}
          onChange={setOthers}
          lines={2}
        />
        <SelectField
          label={t('organisation.category')}
          value={profile.category}
          onChange={set('category')}
          options={categories.map((one) => [one, t(`category.${one}`)] as const)}
        />
      </Section>
      <Section title={t('organisation.services')}>
        <Stack>
          {Object.entries(serviceGroups).map(([group, offered]) => (
            <div key={group} className="partners-choices">
              <ChoiceField
                several
                label={t(`group.${group}`)}
                value={inGroup(offered)}
                onChange={(chosen) => set('services')([...profile.services.filter((one) => !offered.includes(one)), ...chosen])}
                options={offered.map((one) => [one, t(`service.${one}`)] as const)}
              />
            </div>
          ))}
        </Stack>
      </Section>
      <Section title={t('form.for-whom')}>
        {city.wards.length > 0 && (
          <div className="partners-choices">
            <ChoiceField
              several
              label={t('organisation.wards')}
              hint={t('form.wards-hint')}
              value={profile.wards}
              onChange={set('wards')}
              options={city.wards.map((code) => [code, ward(code)] as const)}
            />
          </div>
        )}
        <div className="form__row">
          <TextField
            label={t('form.least-age')}
            name="leastAge"
            type="number"
            inputMode="numeric"
            value={ages.least}
            onChange={(least) => setAges({ ...ages, least })}
          />
          <TextField
            label={t('form.most-age')}
            name="mostAge"
            type="number"
            inputMode="numeric"
            value={ages.most}
            onChange={(most) => setAges({ ...ages, most })}
          />
        </div>
        <ChoiceField
          label={t('organisation.sex')}
          value={[profile.sex]}
          onChange={([sex]) => set('sex')(sex!)}
          options={sexes.map((one) => [one, t(`sex.${one}`)] as const)}
        />
        <details>
          <summary>
            {t('organisation.languages')}
            {profile.languages.length > 0 && `: ${profile.languages.map(language).join(', ')}`}
          </summary>
          <div className="partners-choices">
            <ChoiceField
              several
              label={t('organisation.languages')}
              value={profile.languages}
              onChange={set('languages')}
              options={languages.map((one) => [one, language(one)] as const)}
            />
          </div>
        </details>
      </Section>
      <Section title={t('form.when')}>
        <HoursFields label={t('organisation.hours')} starts={profile.hours} onChange={set('hours')} />
        <ChoiceField
          label={t('organisation.emergency')}
          value={[emergency]}
          onChange={([chosen]) => setEmergency(chosen!)}
          options={(['none', 'always', 'hours'] as const).map((one) => [one, t(`emergency.${one}`)] as const)}
        />
        {emergency === 'hours' && (
          <HoursFields label={t('organisation.emergency-hours')} starts={profile.emergencyHours} onChange={set('emergencyHours')} />
        )}
      </Section>
      <Section title={t('form.reach')}>
        <TextField
          label={t('organisation.address')}
          name="address"
          hint={t('form.address-hint')}
          value={profile.address}
          onChange={set('address')}
          lines={2}
        />
        <TextField label={t('contact.phone')} name="phone" type="tel" value={profile.phone} onChange={set('phone')} />
        <TextField label={t('contact.email')} name="email" type="email" value={profile.email} onChange={set('email')} />
      </Section>
    </Form>
  );
}
