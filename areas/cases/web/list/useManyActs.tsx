import { useTranslation } from 'react-i18next';
import type { RowOf } from '../../../../platform/lists/list.ts';
import { useFormat, useOffice, useParts, useSession } from '../../../../platform/shell/index.ts';
import { type ManyAct, ManyForm, type ManyProps, type WholeAct } from '../../../../platform/shell/list/index.ts';
import { type caseList, riskLevels } from '../../domain/index.ts';

export type ListedCase = RowOf<typeof caseList>;
/** What another area's act on chosen cases is given (slot `cases.chosen`). */
export type ChosenProps = ManyProps<ListedCase>;
/** What another area's act on cases of the list is given, open or closed (slot `cases.listed`): what is said of them, what they are asked by. */
export interface ListedProps {
  readonly says: string;
  readonly criteria: object;
  readonly search?: string;
  readonly onClose: () => void;
}

const many = { path: '/api/cases/list', kind: 'cases.case' } as const;

/** What can be done to cases that were chosen in the list, and to all of it; to closed ones no more than that they go into a file. */
export function useManyActs(closed: boolean, all: Omit<ListedProps, 'onClose'>) {
  const { t } = useTranslation('cases');
  const { number } = useFormat();
  const { may } = useSession();
  const { workers } = useOffice();
  const chosen = useParts<ChosenProps>('cases.chosen');
  const listed = useParts<ListedProps>('cases.listed');
  const says = (count: number) => t('bulk.picked', { count, n: number(count) });
  const forms: readonly Omit<Parameters<typeof ManyForm<ListedCase>>[0], keyof ChosenProps>[] = [
    {
      ...many,
      name: 'assign',
      submit: t('act.assign'),
      fields: [
        {
          name: 'worker',
          kind: 'pick',
          label: t('case.worker'),
          options: workers.map(({ id, name }) => [id, name] as const),
          required: true,
        },
      ],
    },
    {
      ...many,
      name: 'change-risk',
      submit: t('bulk.change-risk'),
      fields: [
        {
          name: 'riskLevel',
          kind: 'pick',
          label: t('case.risk'),
          options: riskLevels.map((level) => [level, t(`risk.${level}`)] as const),
          required: true,
        },
        { name: 'because', kind: 'text', lines: 3, label: t('bulk.because'), required: true },
      ],
    },
    {
      ...many,
      name: 'note',
      submit: t('bulk.note'),
      fields: [{ name: 'text', kind: 'text', lines: 4, label: t('bulk.text'), hint: t('bulk.text-hint'), required: true }],
    },
  ];
  const own = forms
    .filter(({ name }) => may(name, 'cases.case'))
    .map((form): ManyAct<typeof caseList> => ({ label: form.submit, draw: (given) => <ManyForm {...form} {...given} /> }));
  const others = chosen.map(({ words, draw }): ManyAct<typeof caseList> => ({ label: t(words), draw }));
  const intoFiles = listed.map(
    ({ words, draw }): ManyAct<typeof caseList> => ({
      label: t(words),
      draw: ({ picked, onClose }) =>
        draw({
          says: says(picked.length),
          criteria: { cases: picked.map(({ id }) => id) },
          onClose,
        }),
    }),
  );
  const whole = listed.map(({ words, draw }): WholeAct => ({ label: t(words), draw: ({ onClose }) => draw({ ...all, onClose }) }));
  return { says, acts: [...(closed ? [] : [...own, ...others]), ...intoFiles], whole };
}
