import { useTranslation } from 'react-i18next';
import type { Act, FormValues } from '../../../../../platform/shell/index.ts';
import type { CaseDecision, CaseIdentification } from '../../../contract/index.ts';
import { useQuestions } from '../questions.ts';

/** What may be done about formal decisions: record one, ask for its review, say how that ended. `sayItem` gives the words of a question. */
export function useIdentificationActs({ screenings, decisions }: CaseIdentification, sayItem: (name: string) => string) {
  const { t } = useTranslation('cases');
  const { because, past } = useQuestions();
  const screening = screenings.at(-1);
  const on = past('on', t('identification.on'));
  const bodyName = { name: 'bodyName', label: t('identification.body-name') };
  const isFound = ({ status }: FormValues) => status !== 'not-a-victim';
  const repeats = decisions.some((one) => one.stands && one.status !== 'not-a-victim');
  const record: Act = {
    name: 'record-identification',
    makes: 'decision',
    fields: [
      { name: 'status', kind: 'one', label: t('identification.status'), said: (one) => t(`trafficking-status.${one}`) },
      {
        name: 'again',
        kind: 'one',
        label: t('identification.again-question'),
        values: ['no', 'yes'],
        said: (one) => t(`identification.again-${one}`),
        required: true,
        when: (answers) => repeats && isFound(answers),
      },
      { name: 'body', label: t('identification.body'), said: (one) => t(`body.${one}`) },
      bodyName,
      { name: 'decidedBy', label: t('identification.decided-by') },
      on,
      { name: 'act', label: t('identification.act'), said: (one) => t(`act-of.${one}`), when: isFound },
      {
        name: 'means',
        label: t('identification.means'),
        hint: t('identification.means-hint'),
        said: (one) => t(`means-of.${one}`),
        when: isFound,
      },
      { name: 'exploitation', label: t('identification.exploitation'), said: (one) => t(`exploitation.${one}`), when: isFound },
      {
        name: 'items',
        kind: 'several',
        label: t('identification.items'),
        options: screening?.fired.map((name) => [name, sayItem(name)] as const) ?? [],
      },
      { name: 'reasons', label: t('identification.reasons') },
      { name: 'reviewUntil', label: t('identification.review-until'), hint: t('identification.review-until-hint') },
    ],
    input: ({ again, ...answers }) => ({
      ...answers,
      screening: screening?.id ?? null,
      ...(again === undefined ? {} : { again: again === 'yes' }),
    }),
  };
  const ask = ({ id }: CaseDecision): Act => ({
    name: 'ask-review',
    target: { decision: id },
    fields: [
      { name: 'how', kind: 'one', label: t('identification.how'), said: (how) => t(`review.${how}`) },
      { ...on, label: t('identification.asked-on') },
      because,
    ],
  });
  const leave = ({ id }: CaseDecision): Act => ({ name: 'leave-standing', target: { decision: id }, fields: [because] });
  const settle = ({ id }: CaseDecision): Act => ({
    name: 'settle-review',
    target: { decision: id },
    fields: [
      { name: 'outcome', kind: 'one', label: t('identification.outcome'), said: (one) => t(`review-outcome.${one}`) },
      bodyName,
      on,
      because,
    ],
  });
  return { record, ask, leave, settle };
}
