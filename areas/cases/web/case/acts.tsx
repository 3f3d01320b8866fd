import { useTranslation } from 'react-i18next';
import { type Act, useSession } from '../../../../platform/shell/index.ts';
import { Prose } from '../../../../platform/ui/index.ts';
import type { CaseAction, CaseHead, CaseOverview } from '../../contract/index.ts';
import { useMentions } from '../flags/useMentions.ts';
import { ClosingChecklist } from './ClosingChecklist.tsx';
import { useQuestions } from './questions.ts';

/** What may be done to what waits: an action is added, completed or taken up again. */
export function useTaskActs(head: CaseHead) {
  const { t } = useTranslation('cases');
  const { user } = useSession();
  const { because, coming } = useQuestions();
  const addAction: Act = {
    name: 'add-action',
    makes: 'action',
    held: { who: head.worker ?? user.id },
    fields: [{ name: 'what', label: t('case.what') }, { name: 'who', label: t('case.who') }, coming('due', t('case.due'))],
  };
  const planVisit: Act = { name: 'add-visit', makes: 'visit', fields: [coming('due', t('visit.due'))] };
  const settle = ({ id, what }: Pick<CaseAction, 'id' | 'what'>): Act => ({
    name: 'settle-action',
    target: { action: id },
    about: <Prose>{what}</Prose>,
    fields: [
      { name: 'how', kind: 'one', label: t('act.how'), said: (how) => t(`how.${how}`) },
      { name: 'note', label: t('act.outcome'), when: ({ how }) => how !== 'dropped' },
      { name: 'note', label: t('act.why-dropped'), required: true, when: ({ how }) => how === 'dropped' },
    ],
  });
  const takeUpAgain = ({ id, what }: CaseAction): Act => ({
    name: 'reopen-action',
    target: { action: id },
    about: <Prose>{what}</Prose>,
    fields: [{ ...because, label: t('act.because-optional') }],
  });
  return { addAction, planVisit, settle, takeUpAgain };
}

/** What may be done to the file itself. */
export function useFileActs(head: CaseHead, { closing }: Pick<CaseOverview, 'closing'>) {
  const { t } = useTranslation('cases');
  const { user } = useSession();
  const mentions = useMentions(head.id);
  const { because } = useQuestions();
  const worker = head.worker ?? user.id;
  const hindersOf = (of: unknown) => closing.find(({ reason }) => reason === of)?.hinders ?? [];
  return {
    note: { name: 'note', fields: [{ name: 'text', label: t('act.text'), hint: t('act.text-hint'), lines: 6 }, mentions] },
    changeRisk: {
      name: 'change-risk',
      held: { riskLevel: head.riskLevel },
      fields: [
        { name: 'riskLevel', kind: 'one', label: t('case.risk'), said: (one) => t(`risk.${one}`), means: (one) => t(`risk-means.${one}`) },
        because,
      ],
    },
    assign: { name: 'assign', held: { worker }, fields: [{ name: 'worker', label: t('case.worker'), required: true }] },
    close: {
      name: 'close',
      // The reason is asked first: what must be done before is shown, and nothing more is asked until it is done.
      side: ({ reason }) => <ClosingChecklist id={head.id} hinders={hindersOf(reason)} />,
      fields: [
        {
          name: 'reason',
          label: t('act.close-reason'),
          said: (one) => t(`close-reason.${one}`),
          check: ({ reason }) => (hindersOf(reason).length > 0 ? t('act.close-first') : undefined),
        },
        {
          name: 'summary',
          label: t('act.summary'),
          hint: t('act.summary-hint'),
          when: ({ reason }) => Boolean(reason) && hindersOf(reason).length === 0,
        },
      ],
    },
    reopen: { name: 'reopen', fields: [because] },
  } satisfies Record<string, Act>;
}
