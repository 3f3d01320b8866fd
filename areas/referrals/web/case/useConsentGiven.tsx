import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { type FormField, type FormValues, request, useFormat } from '../../../../platform/shell/index.ts';
import { toBeTold, waysToConsent } from '../../../cases/domain/index.ts';
import { languageChoice } from '../../../cases/web/index.ts';
import type { CaseServices } from '../../contract/index.ts';

const [who, told, spoken, how, witness] = ['consent-who', 'consent-told', 'consent-language', 'consent-how', 'consent-witness'] as const;

/**
 * Consent to speak of the child with the partner that was chosen: asked for in the form of the referral where it is missing, and written down
 * before the referral is sent, a consent for each who agreed.
 */
export function useConsentGiven(id: string, { sharing, carers, language, interpreter }: CaseServices) {
  const { t } = useTranslation(['referrals', 'cases', 'partners']);
  const { today } = useFormat();
  // The same however often the form is sent.
  const [made] = useState(() => new Map<string, string>());
  const idOf = (what: string) => {
    const known = made.get(what) ?? uuidv7();
    made.set(what, known);
    return known;
  };
  const of = ({ organisation }: FormValues) => sharing.find((one) => one.organisation === organisation);
  const lacks = (values: FormValues) => of(values)?.holds === false;
  const fields: readonly FormField[] = [
    {
      name: who,
      kind: 'several',
      inline: true,
      heading: t('services.consent-lacks'),
      lead: t('services.consent-lead'),
      label: t('services.consent-who'),
      options: [['child', t('consent.child')], ...carers.map((one) => [one.id, one.name, t(`relation.${one.relation}`)] as const)],
      required: true,
      when: lacks,
    },
    {
      name: told,
      kind: 'yes',
      label: t('services.consent-told'),
      hint: toBeTold.map((one) => t(`telling.${one}`)).join('. '),
      check: (values) => (lacks(values) && !values[told] ? t('problem.told-first') : undefined),
      when: lacks,
    },
    { name: spoken, kind: languageChoice, label: t('consent.language'), required: true, when: lacks },
    {
      name: how,
      kind: 'one',
      label: t('consent.how'),
      options: waysToConsent.map((one) => [one, t(`consent-way.${one}`)] as const),
      required: true,
      when: lacks,
    },
    {
      name: witness,
      kind: 'line',
      label: t('consent.witness'),
      required: true,
      when: (values) => lacks(values) && values[how] === 'thumb-print',
    },
  ];
  return {
    fields,
    held: { [spoken]: language ?? undefined },
    /** Those who agreed first, then the referral: it is refused where somebody's word is still missing. */
    async send(input: object, commandId: string): Promise<unknown> {
      const { [who]: agreed, [told]: _, [spoken]: said, [how]: way, [witness]: seenBy, ...referral } = input as FormValues;
      for (const one of (agreed ?? []) as readonly string[])
        await request('POST', `/api/cases/case/${id}/record-consent`, {
          commandId: idOf(`command ${one}`),
          input: {
            consent: idOf(`${one} ${String(referral['organisation'])}`),
            who: one,
            purpose: 'sharing',
            partner: referral['organisation'],
            told: toBeTold,
            answer: 'given',
            language: said,
            interpreter,
            how: way,
            ...(seenBy ? { witness: seenBy } : {}),
            on: today,
          },
        });
      return await request('POST', `/api/cases/case/${id}/refer`, { commandId, input: referral });
    },
  };
}
