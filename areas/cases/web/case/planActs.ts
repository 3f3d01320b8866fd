import { useTranslation } from 'react-i18next';
import { v7 as uuidv7 } from 'uuid';
import type { Act, FormField } from '../../../../platform/shell/index.ts';
import { useSession } from '../../../../platform/shell/index.ts';
import type { CasePlan } from '../../contract/index.ts';
import { lifeDomains } from '../../domain/index.ts';
import { useColleagues } from './acts.tsx';

const needLevels = ['none', 'some', 'serious', 'urgent'];
const agreements = ['agrees', 'does-not-agree', 'cannot-say'];
/** Decisions that the form of a conference has room for; more are added as actions. */
const decisionRows = [1, 2, 3, 4];

/** What may be done to the plan of a case, its approvals and its conferences. */
export function usePlanActs(plan: CasePlan) {
  const { t } = useTranslation('cases');
  const { user, city } = useSession();
  const colleagues = useColleagues();
  const options = (prefix: string, keys: readonly string[]) => keys.map((key) => [key, t(`${prefix}.${key}`)] as const);
  const note: FormField = { name: 'note', kind: 'text', lines: 3, label: t('plan.note') };
  const because: FormField = { name: 'because', kind: 'line', label: t('act.because'), required: true };
  // What is a judgement, or somebody's word, is never filled in beforehand: a form sent in haste would say it for them.
  const before = (domain: string) => {
    const known = plan.needs?.needs.find((need) => need.domain === domain)?.level;
    return known ? { starts: known } : {};
  };

  const assess: Act = {
    name: 'assess-needs',
    fields: [
      { name: 'on', kind: 'day', label: t('plan.on'), starts: city.today, max: city.today, required: true },
      ...lifeDomains.map(
        (domain): FormField => ({ name: domain, kind: 'one', label: t(`domain.${domain}`), options: options('need', needLevels), required: true, ...before(domain) }), // biome-ignore format: one question
      ),
      {
        name: 'strengths',
        kind: 'text',
        lines: 3,
        label: t('plan.strengths'),
        hint: t('plan.strengths-hint'),
        starts: plan.needs?.strengths ?? '',
      },
      note,
    ],
    input: ({ on, strengths, note: said, ...levels }) => ({
      on,
      needs: lifeDomains.map((domain) => ({ domain, level: levels[domain] })),
      ...(strengths ? { strengths } : {}),
      ...(said ? { note: said } : {}),
    }),
  };
  const goal: Act = {
    name: 'set-goal',
    fields: [
      { name: 'domain', kind: 'pick', label: t('plan.domain'), options: options('domain', lifeDomains), starts: 'safety' },
      { name: 'what', kind: 'line', label: t('plan.goal'), hint: t('plan.goal-hint'), required: true },
      { name: 'due', kind: 'day', label: t('case.due'), min: city.today, required: true },
    ],
    input: (answers, made) => ({ goal: made, ...answers }),
  };
  const settle = ({ id }: CasePlan['goals'][number]): Act => ({
    name: 'settle-goal',
    to: id,
    fields: [
      { name: 'how', kind: 'one', label: t('plan.how'), options: options('goal-state', ['met', 'dropped']), required: true },
      { ...note, when: ({ how }) => how === 'met' },
      { name: 'why', kind: 'text', lines: 3, label: t('act.because'), required: true, when: ({ how }) => how === 'dropped' },
    ],
    input: ({ why, ...answers }) => ({ goal: id, ...answers, ...(why ? { note: why } : {}) }),
  });
  const review: Act = { name: 'review-plan', fields: [{ ...note, required: true, lines: 5, label: t('plan.review-note') }] };
  const ending: Act = {
    name: 'agree-ending',
    fields: [
      {
        name: 'child',
        kind: 'one',
        label: t('plan.child-says'),
        options: options('agreement', agreements),
        required: true,
        ...(plan.ending ? { starts: plan.ending.child } : {}),
      },
      {
        name: 'carer',
        kind: 'one',
        label: t('plan.carer-says'),
        options: options('agreement', agreements),
        required: true,
        ...(plan.ending ? { starts: plan.ending.carer } : {}),
      },
      {
        name: 'contact',
        kind: 'line',
        label: t('plan.contact'),
        hint: t('plan.contact-hint'),
        starts: plan.ending?.contact ?? '',
        required: true,
      },
    ],
  };
  const askApproval: Act = {
    name: 'ask-approval',
    fields: [
      {
        name: 'subject',
        kind: 'one',
        label: t('plan.subject'),
        options: options('subject', ['assessment', 'plan', 'closure']),
        starts: 'plan',
      },
      note,
    ],
    input: (answers, made) => ({ approval: made, ...answers }),
  };
  const giveApproval = ({ id }: CasePlan['approvals'][number]): Act => ({
    name: 'give-approval',
    to: id,
    fields: [
      { name: 'verdict', kind: 'one', label: t('plan.verdict'), options: options('verdict', ['approved', 'returned']), required: true },
      { ...note, when: ({ verdict }) => verdict === 'approved' },
      { name: 'missing', kind: 'text', lines: 3, label: t('plan.missing'), required: true, when: ({ verdict }) => verdict === 'returned' },
    ],
    input: ({ missing, ...answers }) => ({ approval: id, ...answers, ...(missing ? { note: missing } : {}) }),
  });
  const withdrawApproval = ({ id }: CasePlan['approvals'][number]): Act => ({
    name: 'withdraw-approval',
    to: id,
    fields: [],
    input: () => ({ approval: id }),
  });

  const meeting = (known?: CasePlan['conferences'][number]): FormField[] => [
    { name: 'on', kind: 'day', label: t('plan.conference-on'), min: city.today, starts: known?.on ?? '', required: true },
    { name: 'purpose', kind: 'line', label: t('plan.conference-purpose'), starts: known?.purpose ?? '', required: true },
    { name: 'participants', kind: 'text', lines: 3, label: t('plan.participants'), starts: known?.participants ?? '', required: true },
  ];
  const planConference: Act = { name: 'plan-conference', fields: meeting(), input: (answers, made) => ({ conference: made, ...answers }) };
  const moveConference = (known: CasePlan['conferences'][number]): Act => ({
    name: 'plan-conference',
    to: known.id,
    fields: meeting(known),
    input: (answers) => ({ conference: known.id, ...answers }),
  });
  const holdConference = (known: CasePlan['conferences'][number]): Act => {
    // Made with the form, so that a form sent twice makes each action once.
    const ids = decisionRows.map(() => uuidv7());
    return {
      name: 'hold-conference',
      to: known.id,
      fields: [
        { name: 'on', kind: 'day', label: t('plan.conference-on'), max: city.today, starts: city.today, required: true },
        { name: 'participants', kind: 'text', lines: 3, label: t('plan.took-part'), starts: known.participants, required: true },
        { name: 'decisions', kind: 'text', lines: 4, label: t('plan.decisions'), required: true },
        ...decisionRows.flatMap((n): FormField[] => {
          const shown = (row: number) => (values: Readonly<Record<string, unknown>>) => row === 1 || Boolean(values[`what${row - 1}`]);
          const filled = (values: Readonly<Record<string, unknown>>) => Boolean(values[`what${n}`]);
          return [
            { name: `what${n}`, kind: 'line', label: t('plan.action', { n }), when: shown(n) },
            { name: `who${n}`, kind: 'pick', label: t('plan.action-who', { n }), options: colleagues, starts: user.id, when: filled },
            { name: `due${n}`, kind: 'day', label: t('plan.action-due', { n }), min: city.today, required: true, when: filled },
          ];
        }),
      ],
      input: (answers) => ({
        conference: known.id,
        on: answers['on'],
        participants: answers['participants'],
        decisions: answers['decisions'],
        actions: decisionRows.flatMap((n, i) =>
          answers[`what${n}`] ? [{ action: ids[i], what: answers[`what${n}`], who: answers[`who${n}`], due: answers[`due${n}`] }] : [],
        ),
      }),
    };
  };
  const cancelConference = ({ id }: CasePlan['conferences'][number]): Act => ({
    name: 'cancel-conference',
    to: id,
    fields: [because],
    input: (answers) => ({ conference: id, ...answers }),
  });
  return { assess, goal, settle, review, ending, askApproval, giveApproval, withdrawApproval, planConference, moveConference, holdConference, cancelConference }; // biome-ignore format: one line
}
