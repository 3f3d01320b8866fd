import { useTranslation } from 'react-i18next';
import type { Act, FormField } from '../../../../../platform/shell/index.ts';
import { useSession } from '../../../../../platform/shell/index.ts';
import type { CaseDecision, CaseIdentification } from '../../../contract/index.ts';
import { acts, bodies, exploitations, means, statuses } from '../../../domain/index.ts';

/** What may be done about formal decisions: record one, ask for its review, say how that ended. `sayItem` gives the words of a question. */
export function useIdentificationActs(found: CaseIdentification, sayItem: (name: string) => string) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const options = (group: string, of: readonly string[]) => of.map((one) => [one, t(`${group}.${one}`)] as const);
  const isFound = ({ status }: Readonly<Record<string, unknown>>) => status !== 'not-a-victim';
  const screening = found.screenings.at(-1);
  const repeats = found.decisions.some((one) => one.stands && one.status !== 'not-a-victim');
  const because: FormField = { name: 'because', kind: 'text', lines: 3, label: t('act.because'), required: true };
  const on: FormField = { name: 'on', kind: 'day', label: t('identification.on'), max: city.today, starts: city.today, required: true };
  const record: Act = {
    name: 'record-identification',
    fields: [
      {
        name: 'status',
        kind: 'one',
        label: t('identification.status'),
        options: options('trafficking-status', statuses),
        required: true,
      },
      ...(repeats
        ? [
            {
              name: 'again',
              kind: 'one',
              label: t('identification.again-question'),
              options: [
                ['no', t('identification.again-no')],
                ['yes', t('identification.again-yes')],
              ],
              required: true,
              when: isFound,
            } satisfies FormField,
          ]
        : []),
      { name: 'body', kind: 'pick', label: t('identification.body'), options: options('body', bodies), starts: 'police' },
      { name: 'bodyName', kind: 'line', label: t('identification.body-name'), required: true },
      { name: 'decidedBy', kind: 'line', label: t('identification.decided-by') },
      on,
      { name: 'act', kind: 'several', label: t('identification.act'), options: options('act-of', acts), when: isFound },
      { name: 'means', kind: 'several', label: t('identification.means'), hint: t('identification.means-hint'), options: options('means-of', means), when: isFound }, // biome-ignore format: one thought
      { name: 'exploitation', kind: 'several', label: t('identification.exploitation'), options: options('exploitation', exploitations), when: isFound }, // biome-ignore format: one thought
      ...(screening && screening.fired.length > 0
        ? [
            {
              name: 'items',
              kind: 'several',
              label: t('identification.items'),
              options: screening.fired.map((name) => [name, sayItem(name)] as const),
            } satisfies FormField,
          ]
        : []),
      { name: 'reasons', kind: 'text', lines: 4, label: t('identification.reasons'), required: true },
      { name: 'reviewUntil', kind: 'day', label: t('identification.review-until'), hint: t('identification.review-until-hint') },
    ],
    input: ({ again, ...answers }, made) => ({
      decision: made,
      decidedBy: null,
      reviewUntil: null,
      act: [],
      means: [],
      exploitation: [],
      items: [],
      screening: screening?.id ?? null,
      ...answers,
      ...(again === undefined ? {} : { again: again === 'yes' }),
    }),
  };
  const ask = ({ id }: CaseDecision): Act => ({
    name: 'ask-review',
    to: id,
    fields: [
      { name: 'how', kind: 'one', label: t('identification.how'), options: options('review', ['review', 'appeal']), starts: 'review' },
      { ...on, label: t('identification.asked-on') },
      because,
    ],
    input: (answers) => ({ decision: id, ...answers }),
  });
  const leave = ({ id }: CaseDecision): Act => ({
    name: 'leave-standing',
    to: id,
    fields: [because],
    input: (answers) => ({ decision: id, ...answers }),
  });
  const settle = ({ id }: CaseDecision): Act => ({
    name: 'settle-review',
    to: id,
    fields: [
      { name: 'outcome', kind: 'one', label: t('identification.outcome'), options: options('review-outcome', ['upheld', 'set-aside']), required: true }, // biome-ignore format: one thought
      { name: 'bodyName', kind: 'line', label: t('identification.body-name'), required: true },
      on,
      because,
    ],
    input: (answers) => ({ decision: id, ...answers }),
  });
  return { record, ask, leave, settle };
}
