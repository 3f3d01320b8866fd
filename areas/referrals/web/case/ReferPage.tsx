import caseInputs from 'virtual:record/cases.case';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isoOf } from '../../../../platform/decider/index.ts';
import { CommandForm, useFormat } from '../../../../platform/shell/index.ts';
import { Section, useNavigate, useToast } from '../../../../platform/ui/index.ts';
import { urgencies } from '../../../cases/domain/index.ts';
import { type CasePart, casePage, casePart } from '../../../cases/web/index.ts';
import type { CaseServices } from '../../contract/index.ts';
import { useServices } from '../api.ts';
import { isUntold, serviceFields, toldOf } from './referFields.tsx';
import { useConsentGiven } from './useConsentGiven.tsx';

/** Refers the child of a case to a partner: for a service, to one who offers it, what they are told, and until when they see it. */
export default casePage('services', casePart('form', useServices, Refer));

function Refer({ head, of }: CasePart<CaseServices>) {
  const { shareUntil: usualUntil } = of;
  const { t } = useTranslation(['referrals', 'cases', 'partners']);
  const { today, ward } = useFormat();
  const navigate = useNavigate();
  const say = useToast();
  // Kept: a control of another kind would be another control, without what was typed into it.
  const [partner] = useState(() => serviceFields(t, head.ward));
  const [told] = useState(() =>
    toldOf({ name: head.name, 'birth-date': head.born ? isoOf(head.born) : '', ward: head.ward ? ward(head.ward) : '' }),
  );
  const consent = useConsentGiven(head.id, of);
  return (
    <Section title={t('services.refer')}>
      <CommandForm
        kind={caseInputs}
        id={head.id}
        name="refer"
        held={{ until: usualUntil, ...consent.held }}
        fields={[
          ...partner,
          ...consent.fields,
          {
            name: 'told',
            of: 'organisation',
            when: ({ organisation }) => organisation !== '',
            kind: told,
            label: t('services.told'),
            hint: t('services.told-hint'),
            check: (values) => (isUntold(values['told']) ? t('services.told-empty') : undefined),
            required: true,
          },
          { name: 'because', label: t('services.because'), hint: t('services.because-hint') },
          {
            name: 'urgency',
            kind: 'one',
            label: t('services.urgency'),
            options: urgencies.map((one) => [one, t(`urgency.${one}`), t(`urgency-means.${one}`)]),
          },
          { name: 'until', kind: 'day', label: t('services.until'), hint: t('services.until-hint'), min: today, required: true },
          { heading: t('services.responsibility'), name: 'handover', label: t('services.hand-over'), hint: t('services.hand-over-means') },
        ]}
        // What the city shares for is not asked for again: it may be shortened by what consent allows.
        input={({ until, ...answers }, referral) => ({ referral, ...answers, ...(until === usualUntil ? {} : { until }) })}
        send={consent.send}
        submit={t('services.submit')}
        onDone={() => {
          say(t('services.referred'));
          void navigate({ to: '/cases/$id/services', params: { id: head.id } });
        }}
        onClose={() => history.back()}
      />
    </Section>
  );
}
