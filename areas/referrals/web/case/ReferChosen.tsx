import caseInputs from 'virtual:record/cases.case';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { isoOf } from '../../../../platform/decider/index.ts';
import { useFormat } from '../../../../platform/shell/index.ts';
import { ManyForm } from '../../../../platform/shell/list/index.ts';
import { urgencies } from '../../../cases/domain/index.ts';
import type { ChosenProps, ListedCase } from '../../../cases/web/index.ts';
import { serviceFields } from './referFields.tsx';

/** The chosen cases are referred to one partner. */
export default function ReferChosen(props: ChosenProps) {
  const { t } = useTranslation(['referrals', 'cases', 'partners']);
  const { ward } = useFormat();
  const [ids] = useState(() => new Map(props.picked.map(({ id }) => [id, uuidv7()])));
  const [partner] = useState(() => serviceFields(t, null));
  const toldOf = (tell: readonly string[], one: ListedCase): Record<string, string> => ({
    ...(tell.includes('name') && one.name ? { name: one.name } : {}),
    ...(tell.includes('birth-date') && one.born ? { 'birth-date': isoOf(one.born) } : {}),
    ...(tell.includes('ward') && one.ward ? { ward: ward(one.ward) } : {}),
  });
  return (
    <ManyForm
      {...props}
      path="/api/cases/list"
      kind={caseInputs}
      name="refer"
      fields={[
        ...partner,
        {
          name: 'tell',
          kind: 'several',
          label: t('services.told'),
          hint: t('bulk.told-hint'),
          options: (['name', 'birth-date', 'ward'] as const).map((field) => [field, t(`partners:shared.${field}`)] as const),
        },
        { name: 'because', label: t('services.because'), hint: t('services.because-hint') },
        {
          name: 'urgency',
          kind: 'one',
          label: t('services.urgency'),
          options: urgencies.map((one) => [one, t(`urgency.${one}`), t(`urgency-means.${one}`)]),
          required: true,
        },
      ]}
      inputFor={(one, { tell, ...answers }) => ({
        ...{ referral: ids.get(one.id)!, handover: false, told: toldOf(tell as readonly string[], one) },
        ...answers,
      })}
      submit={t('services.submit')}
    />
  );
}
