import { useTranslation } from 'react-i18next';
import type { Born } from '../../../../platform/decider/index.ts';
import { type AskedField, type FieldKind, useSession } from '../../../../platform/shell/index.ts';
import { BirthField } from '../../../../platform/ui/index.ts';
import { useQuestions } from '../case/questions.ts';
import { Duplicates } from './Duplicates.tsx';

/** The days between which a child was born; below, files that may be of the same child, as soon as there is a name. */
const bornAmongFiles: FieldKind<Born | null> = {
  from: (held) => (held ?? null) as Born | null,
  answer: (born) => born ?? undefined,
  Control({ words, value, onChange, values }) {
    const name = String(values['name']).trim();
    return (
      <>
        <BirthField {...words} value={value} onChange={onChange} />
        <Duplicates question={{ ...(name ? { name } : {}), ...(value ? { born: value } : {}) }} />
      </>
    );
  },
};

/** What is asked of a child of whom somebody tells: who they are, and how the city heard. */
export function useChildFields(): readonly AskedField[] {
  const { t } = useTranslation('cases');
  return [
    { name: 'source', label: t('case.source'), said: (one) => t(`source.${one}`) },
    { name: 'name', label: t('open.name'), hint: t('open.name-hint') },
    { name: 'ward', kind: 'ward', label: t('case.ward') },
    { name: 'born', kind: bornAmongFiles, label: t('open.born'), hint: t('open.born-hint') },
  ];
}

interface Steps {
  readonly worker?: string | null;
  readonly actions: readonly { readonly what: string; readonly due: string }[];
}

/** What every new case starts with: its level of risk, its worker and first actions, which are the worker's or else the writer's. */
export function useFirstSteps() {
  const { t } = useTranslation('cases');
  const { user, may } = useSession();
  const { coming } = useQuestions();
  const worker: AskedField = { name: 'worker', label: t('case.worker'), starts: user.id };
  const fields: readonly AskedField[] = [
    {
      name: 'riskLevel',
      kind: 'one',
      label: t('case.risk'),
      said: (level) => t(`risk.${level}`),
      means: (level) => t(`risk-means.${level}`),
    },
    may('assign', 'cases.case') ? worker : { ...worker, kind: 'pick', usual: user.id, options: [[user.id, user.name]] },
    {
      name: 'actions',
      label: t('open.actions'),
      one: (n) => t('open.action', { n }),
      add: t('open.more-actions'),
      starts: [{}],
      fields: [{ name: 'what', label: t('case.what') }, coming('due', t('case.due'))],
    },
  ];
  const stepsOf = (answers: object) => {
    const { actions, worker: chosen } = answers as Steps;
    return { ...answers, actions: actions.map((action) => ({ ...action, who: chosen ?? user.id })) };
  };
  return { fields, stepsOf };
}
