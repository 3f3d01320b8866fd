import organisation from 'virtual:record/partners.organisation';
import { useTranslation } from 'react-i18next';
import { type AskedField, RecordForm } from '../../../platform/shell/index.ts';
import { namesIn } from '../../../platform/ui/names/names.ts';
import { serviceGroups } from '../domain/index.ts';
import { useRead } from './api.ts';
import { emergencyHours, weekHours } from './hours.tsx';

const useOrganisation = (id: string) => useRead('/api/partners/organisation/{id}', { id });

/** What an organisation is and does: asked for a new one, and anew of one that is there. */
export default function OrganisationForm() {
  const { t } = useTranslation('partners');
  return (
    <RecordForm
      record={organisation}
      at="/partners"
      add="add"
      change="describe"
      fields={useProfileFields()}
      submit={t('act.submit-add')}
      useFound={useOrganisation}
      nameOf={({ name }) => name}
    />
  );
}

/** The questions, which also say how a page and a list show what was answered. */
export function useProfileFields(): readonly AskedField[] {
  const { t, i18n } = useTranslation('partners');
  const nameOf = namesIn(i18n.language, 'language');
  return [
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
      label: t('organisation.wards'),
      hint: t('form.wards-hint'),
      none: t('organisation.whole-city'),
    },
    { name: 'leastAge', label: t('form.least-age') },
    { name: 'mostAge', label: t('form.most-age'), beside: true },
    { name: 'sex', kind: 'one', label: t('organisation.sex'), said: (one) => t(`sex.${one}`) },
    { name: 'languages', label: t('organisation.languages'), said: nameOf, fold: true },
    { section: t('form.when'), name: 'hours', kind: weekHours, label: t('organisation.hours') },
    { name: 'emergencyHours', kind: emergencyHours, label: t('organisation.emergency'), none: t('emergency.none') },
    { section: t('form.reach'), name: 'address', kind: 'text', lines: 2, label: t('organisation.address'), hint: t('form.address-hint') },
    { name: 'phone', label: t('contact.phone') },
    { name: 'email', label: t('contact.email') },
  ];
}
