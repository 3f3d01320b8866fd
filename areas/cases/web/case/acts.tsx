import { useTranslation } from 'react-i18next';
import type { Act } from '../../../../platform/shell/index.ts';
import { useOffice, useSession } from '../../../../platform/shell/index.ts';
import { Notice } from '../../../../platform/ui/index.ts';
import type { CaseAction, CaseHead, CaseOverview } from '../../contract/index.ts';
import { closeReasons, riskLevels } from '../../domain/index.ts';
import { useMentions } from '../flags/useMentions.ts';

/** Colleagues who can take a case or something to do in it. */
export function useColleagues() {
  const { user } = useSession();
  const { workers } = useOffice();
  return (workers.length > 0 ? workers : [user]).map(({ id, name }) => [id, name] as const);
}

/** What may be done to the file itself and to its actions. */
export function useFileActs(head: CaseHead, { hinders }: Pick<CaseOverview, 'hinders'>) {
  const { t } = useTranslation('cases');
  const { user, city } = useSession();
  const colleagues = useColleagues();
  const mentions = useMentions(head.id);
  const because = { name: 'because', kind: 'text', label: t('act.because'), required: true } as const;
  const acts = {
    note: {
      name: 'note',
      fields: [{ name: 'text', kind: 'text', lines: 6, label: t('act.text'), hint: t('act.text-hint'), required: true }, mentions],
    },
    addAction: {
      name: 'add-action',
      fields: [
        { name: 'what', kind: 'line', label: t('case.what'), required: true },
        { name: 'who', kind: 'pick', label: t('case.who'), options: colleagues, starts: head.worker ?? user.id, required: true },
        { name: 'due', kind: 'day', label: t('case.due'), min: city.today, required: true },
      ],
      input: (answers, made) => ({ action: made, ...answers }),
    },
    changeRisk: {
      name: 'change-risk',
      fields: [
        {
          name: 'riskLevel',
          kind: 'one',
          label: t('case.risk'),
          options: riskLevels.map((one) => [one, t(`risk.${one}`), t(`risk-means.${one}`)] as const),
          starts: head.riskLevel,
        },
        because,
      ],
    },
    assign: {
      name: 'assign',
      fields: [{ name: 'worker', kind: 'pick', label: t('case.worker'), options: colleagues, starts: head.worker ?? user.id }],
    },
    close: {
      name: 'close',
      about: hinders.length > 0 && (
        <Notice tone="orange" title={t('case.hinders')}>
          <ul>
            {hinders.map(({ code, params }) => (
              <li key={code}>{t(`problem.${code.replace('cases.', '')}`, params)}</li>
            ))}
          </ul>
        </Notice>
      ),
      fields: [
        {
          name: 'reason',
          kind: 'pick',
          label: t('act.close-reason'),
          options: closeReasons.map((one) => [one, t(`close-reason.${one}`)] as const),
          required: true,
        },
        { name: 'summary', kind: 'text', lines: 5, label: t('act.summary'), hint: t('act.summary-hint'), required: true },
      ],
    },
    reopen: { name: 'reopen', fields: [because] },
  } satisfies Record<string, Act>;
  const settle = ({ id, what }: CaseAction): Act => ({
    name: 'settle-action',
    to: id,
    about: <p dir="auto">{what}</p>,
    fields: [
      {
        name: 'how',
        kind: 'one',
        label: t('act.how'),
        options: [
          ['done', t('how.done')],
          ['dropped', t('how.dropped')],
        ],
        starts: 'done',
      },
      { name: 'note', kind: 'text', lines: 3, label: t('act.outcome'), when: ({ how }) => how !== 'dropped' },
      { name: 'why', kind: 'text', lines: 3, label: t('act.why-dropped'), required: true, when: ({ how }) => how === 'dropped' },
    ],
    input: ({ why, ...answers }) => ({ action: id, ...(why === undefined ? {} : { note: why }), ...answers }),
  });
  const takeUpAgain = ({ id, what }: CaseAction): Act => ({
    name: 'reopen-action',
    to: id,
    about: <p dir="auto">{what}</p>,
    fields: [{ name: 'because', kind: 'text', lines: 3, label: t('act.because-optional') }],
    input: (answers) => ({ action: id, ...answers }),
  });
  return { ...acts, settle, takeUpAgain };
}
