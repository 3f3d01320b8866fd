import organisation from 'virtual:record/partners.organisation';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type AskedField, Await, CommandForm, useFormat, useSession } from '../../../platform/shell/index.ts';
import { Name, Page, useToast } from '../../../platform/ui/index.ts';
import { serviceGroups } from '../domain/index.ts';
import { useRead } from './api.ts';
import { emergencyHours, weekHours } from './hours.tsx';

/** What an organisation is and does: asked for a new one, and anew of one that is there. */
export default function OrganisationForm() {
  const { t } = useTranslation('partners');
  const { id } = useParams({ strict: false }) as { id?: string };
  if (!id)
    return (
      <Page title={t('act.add')} back={{ to: '/partners', label: t('nav') }}>
        <Profile name="add" held={{ category: 'ngo', sex: 'any' }} />
      </Page>
    );
  return <Edit id={id} />;
}

function Edit({ id }: { readonly id: string }) {
  const { t } = useTranslation('partners');
  const found = useRead('/api/partners/organisation/{id}', { id });
  return (
    <Await of={found}>
      {(held) => (
        <Page title={t('act.describe')} lead={<Name>{held.name}</Name>} back={{ to: `/partners/${id}`, label: t('organisation.title') }}>
          <Profile name="describe" id={id} held={held} version={held.version} />
        </Page>
      )}
    </Await>
  );
}

function Profile(of: { readonly name: 'add' | 'describe'; readonly id?: string; readonly held: object; readonly version?: number }) {
  const { t, i18n } = useTranslation('partners');
  const { city } = useSession();
  const { ward } = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  const languages = new Intl.DisplayNames(i18n.language, { type: 'language' });
  const fields: readonly AskedField[] = [
    { section: t('form.who'), name: 'name', label: t('organisation.name') },
    { name: 'otherNames', label: t('form.other-names'), hint: t('form.other-names-hint') },
    { name: 'category', label: t('organisation.category'), said: (one) => t(`category.${one}`) },
    {
      section: t('organisation.services'),
      name: 'services',
      label: t('organisation.services'),
      said: (one) => t(`service.${one}`),
      groups: Object.entries(serviceGroups).map(([group, services]) => [t(`group.${group}`), services]),
    },
    {
      section: t('form.for-whom'),
      name: 'wards',
      kind: 'several',
      label: t('organisation.wards'),
      hint: t('form.wards-hint'),
      options: city.wards.map((code) => [code, ward(code)]),
      inline: true,
    },
    { name: 'leastAge', label: t('form.least-age') },
    { name: 'mostAge', label: t('form.most-age'), beside: true },
    { name: 'sex', kind: 'one', label: t('organisation.sex'), said: (one) => t(`sex.${one}`) },
    { name: 'languages', label: t('organisation.languages'), said: (one) => languages.of(one) ?? one, fold: true },
    { section: t('form.when'), name: 'hours', kind: weekHours, label: t('organisation.hours') },
    { name: 'emergencyHours', kind: emergencyHours, label: t('organisation.emergency') },
    { section: t('form.reach'), name: 'address', kind: 'text', lines: 2, label: t('organisation.address'), hint: t('form.address-hint') },
    { name: 'phone', kind: 'line', type: 'tel', label: t('contact.phone') },
    { name: 'email', kind: 'line', type: 'email', label: t('contact.email') },
  ];
  return (
    <CommandForm
      kind={organisation}
      {...of}
      fields={fields}
      submit={t(of.id ? 'act.save' : 'act.submit-add')}
      onDone={(id) => {
        say(t('act.done'));
        void navigate({ to: '/partners/$id', params: { id } as never });
      }}
      onClose={() => history.back()}
    />
  );
}
