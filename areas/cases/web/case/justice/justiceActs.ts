import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../../platform/shell/index.ts';
import { type FormField, useSession } from '../../../../../platform/shell/index.ts';
import type { CaseJustice, JusticeCourtDate, JusticeStep } from '../../../contract/index.ts';
import { courtHearings, stepKinds, stepOutcomes, wishes } from '../../../domain/index.ts';

/** What may be done about the proceedings of a case. */
export function useJusticeActs(justice: CaseJustice) {
  const { t } = useTranslation('cases');
  const { city } = useSession();
  const options = (group: string, of: readonly string[]) => of.map((one) => [one, t(`${group}.${one}`)] as const);
  const because: FormField = { name: 'because', kind: 'line', label: t('act.because'), required: true };
  const past: FormField = { name: 'on', kind: 'day', label: t('justice.on'), max: city.today, starts: city.today, required: true };
  const record: Act = {
    name: 'record-step',
    fields: [
      { name: 'kind', kind: 'pick', label: t('justice.kind'), options: options('step', stepKinds), starts: 'complaint' },
      // Each kind has outcomes of its own: only those are offered.
      ...stepKinds.flatMap((kind): FormField[] =>
        stepOutcomes[kind].length === 0
          ? []
          : [
              {
                name: `outcome-${kind}`,
                kind: 'one',
                label: t('justice.outcome'),
                options: options('step-outcome', stepOutcomes[kind]),
                required: true,
                when: (values) => (values['kind'] ?? 'complaint') === kind,
              },
            ],
      ),
      past,
      { name: 'authority', kind: 'line', label: t('justice.authority'), hint: t('justice.authority-hint'), required: true },
      { name: 'reference', kind: 'line', label: t('justice.reference') },
      { name: 'note', kind: 'text', lines: 3, label: t('justice.note') },
    ],
    input: (answers, made) => {
      const outcome = answers[`outcome-${answers['kind']}`];
      const rest = Object.fromEntries(Object.entries(answers).filter(([name]) => !name.startsWith('outcome-')));
      return { step: made, ...rest, ...(outcome === undefined ? {} : { outcome }) };
    },
  };
  const strike = ({ id }: JusticeStep): Act => ({
    name: 'strike-step',
    to: id,
    fields: [because],
    input: (answers) => ({ step: id, ...answers }),
  });
  const courtDay = (known?: JusticeCourtDate): FormField[] => [
    { name: 'on', kind: 'day', label: t('justice.court-on'), min: city.today, starts: known?.on ?? '', required: true },
    { name: 'purpose', kind: 'line', label: t('justice.purpose'), starts: known?.purpose ?? '', required: true },
    { name: 'place', kind: 'line', label: t('justice.place'), starts: known?.place ?? '' },
    { name: 'accompaniedBy', kind: 'line', label: t('justice.accompanied'), starts: known?.accompaniedBy ?? '' },
  ];
  const planDay: Act = { name: 'plan-court-date', fields: courtDay(), input: (answers, made) => ({ courtDate: made, ...answers }) };
  const moveDay = (known: JusticeCourtDate): Act => ({
    name: 'plan-court-date',
    to: known.id,
    fields: courtDay(known),
    input: (answers) => ({ courtDate: known.id, ...answers }),
  });
  const holdDay = (known: JusticeCourtDate): Act => ({
    name: 'hold-court-date',
    to: known.id,
    fields: [
      { ...past, label: t('justice.court-on') },
      { name: 'heard', kind: 'one', label: t('justice.heard'), options: options('heard', courtHearings), required: true },
      {
        name: 'accompaniedBy',
        kind: 'line',
        label: t('justice.was-accompanied'),
        hint: t('justice.was-accompanied-hint'),
        starts: known.accompaniedBy ?? '',
      },
      { name: 'note', kind: 'text', lines: 4, label: t('justice.what-came'), required: true },
    ],
    input: (answers) => ({ courtDate: known.id, ...answers }),
  });
  const cancelDay = ({ id }: JusticeCourtDate): Act => ({
    name: 'cancel-court-date',
    to: id,
    fields: [because],
    input: (answers) => ({ courtDate: id, ...answers }),
  });
  const wish: Act = {
    name: 'record-wish',
    fields: [
      { name: 'child', kind: 'one', label: t('justice.child-says'), options: options('wish', wishes), starts: justice.wish?.child ?? 'not-asked' }, // biome-ignore format: one thought
      { name: 'carer', kind: 'one', label: t('justice.carer-says'), options: options('wish', wishes), starts: justice.wish?.carer ?? 'not-asked' }, // biome-ignore format: one thought
      { name: 'note', kind: 'text', lines: 3, label: t('justice.in-their-words') },
    ],
  };
  const lawyer: Act = {
    name: 'name-lawyer',
    fields: [
      { name: 'name', kind: 'line', label: t('justice.lawyer-name'), starts: justice.lawyer?.name ?? '', required: true },
      { name: 'contact', kind: 'line', label: t('justice.lawyer-contact'), starts: justice.lawyer?.contact ?? '' },
      { ...past, name: 'since', label: t('justice.since'), starts: justice.lawyer?.since ?? city.today },
    ],
  };
  const endLawyer: Act = { name: 'end-lawyer', fields: [because] };
  return { record, strike, planDay, moveDay, holdDay, cancelDay, wish, lawyer, endLawyer };
}
