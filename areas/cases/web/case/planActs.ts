import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import { type Act, useSession } from '../../../../platform/shell/index.ts';
import type { CasePlan } from '../../contract/index.ts';
import type { LifeDomain } from '../../domain/index.ts';
import { useQuestions } from './questions.ts';

/** What may be done to the plan of a case, its approvals and its conferences. */
export function usePlanActs({ ending: agreed, carers }: Pick<CasePlan, 'ending' | 'carers'>) {
  const { t } = useTranslation('cases');
  const { user } = useSession();
  const { past, coming, because } = useQuestions();
  const note = { name: 'note', label: t('plan.note') };
  const domain = { name: 'domain', label: t('plan.domain'), said: (one: string) => t(`domain.${one}`) };

  /** A goal, for a domain that is known already or for one that is chosen. */
  const goal = (of?: LifeDomain): Act => ({
    name: 'set-goal',
    makes: 'goal',
    ...(of ? { held: { domain: of } } : {}),
    fields: [domain, { name: 'what', label: t('plan.goal'), hint: t('plan.goal-hint') }, coming('due', t('case.due'))],
  });
  const settle = ({ id }: CasePlan['goals'][number]): Act => ({
    name: 'settle-goal',
    target: { goal: id },
    fields: [
      { name: 'how', kind: 'one', label: t('plan.how'), said: (how) => t(`goal-state.${how}`) },
      { ...note, when: ({ how }) => how === 'met' },
      { ...note, label: t('act.because'), required: true, when: ({ how }) => how === 'dropped' },
    ],
  });
  const review: Act = { name: 'review-plan', fields: [{ ...note, label: t('plan.review-note') }] };
  const agrees = (one: string) => t(`agreement.${one}`);
  const ending: Act = {
    name: 'agree-ending',
    held: agreed ?? {},
    fields: [
      { name: 'child', kind: 'one', label: t('plan.child-says'), said: agrees },
      { name: 'carer', kind: 'one', label: t('plan.carer-says'), said: agrees },
      { name: 'contact', label: t('plan.contact'), hint: t('plan.contact-hint') },
    ],
  };
  const decline: Act = {
    name: 'decline-services',
    fields: [
      past('on', t('closing.on')),
      { name: 'child', kind: 'one', label: t('plan.child-says'), said: (one) => t(`on-services.${one}`) },
      {
        name: 'carer',
        kind: 'pick',
        label: t('closing.carer'),
        hint: t('closing.carer-hint'),
        options: carers.map(({ id, name }) => [id, name]),
      },
      { name: 'dangerRuledOut', label: t('closing.danger-ruled-out') },
    ],
  };
  const askApproval: Act = {
    name: 'ask-approval',
    makes: 'approval',
    fields: [
      { name: 'subject', kind: 'one', label: t('plan.subject'), said: (one) => t(`subject.${one}`) },
      {
        name: 'reason',
        label: t('act.close-reason'),
        said: (one) => t(`close-reason.${one}`),
        required: true,
        when: ({ subject }) => subject === 'closure',
      },
      note,
    ],
  };
  const giveApproval = ({ id }: CasePlan['approvals'][number]): Act => ({
    name: 'give-approval',
    target: { approval: id },
    fields: [
      { name: 'verdict', kind: 'one', label: t('plan.verdict'), said: (one) => t(`verdict.${one}`) },
      { ...note, when: ({ verdict }) => verdict === 'approved' },
      { ...note, label: t('plan.missing'), required: true, when: ({ verdict }) => verdict === 'returned' },
    ],
  });
  const withdrawApproval = ({ id }: CasePlan['approvals'][number]): Act => ({
    name: 'withdraw-approval',
    target: { approval: id },
    fields: [],
  });
  const planConference = (known?: CasePlan['conferences'][number]): Act => ({
    name: 'plan-conference',
    ...(known ? { target: { conference: known.id }, held: known } : { makes: 'conference' }),
    fields: [
      coming('on', t('plan.conference-on')),
      { name: 'purpose', label: t('plan.conference-purpose') },
      { name: 'participants', label: t('plan.participants') },
    ],
  });
  const holdConference = ({ id, participants }: CasePlan['conferences'][number]): Act => {
    // Kept with the form, so that a form sent twice makes each action once.
    const made: string[] = [];
    return {
      name: 'hold-conference',
      target: { conference: id },
      held: { participants },
      fields: [
        past('on', t('plan.conference-on')),
        { name: 'participants', label: t('plan.took-part') },
        { name: 'decisions', label: t('plan.decisions') },
        {
          name: 'actions',
          label: t('case.what'),
          one: (n) => t('open.action', { n }),
          add: t('open.more-actions'),
          fields: [
            { name: 'what', label: t('case.what') },
            { name: 'who', label: t('case.who'), starts: user.id },
            coming('due', t('case.due')),
          ],
        },
      ],
      input: ({ actions, ...answers }) => ({
        ...answers,
        actions: (actions as object[]).map((one, i) => {
          made[i] ??= uuidv7();
          return { action: made[i], ...one };
        }),
      }),
    };
  };
  const reviewConference = ({ id }: CasePlan['conferences'][number]): Act => ({
    name: 'review-conference',
    target: { conference: id },
    fields: [
      {
        name: 'upheld',
        kind: 'one',
        label: t('consent.upheld'),
        values: ['yes', 'no'],
        said: (one) => t(`plan.upheld-${one}`),
        required: true,
      },
      { name: 'note', label: t('visit.review-note') },
    ],
    input: ({ upheld, ...answers }) => ({ ...answers, upheld: upheld === 'yes' }),
  });
  const cancelConference = ({ id }: CasePlan['conferences'][number]): Act => ({
    name: 'cancel-conference',
    target: { conference: id },
    fields: [because],
  });
  return {
    goal,
    settle,
    review,
    ending,
    decline,
    askApproval,
    giveApproval,
    withdrawApproval,
    planConference,
    holdConference,
    cancelConference,
    reviewConference,
  };
}
