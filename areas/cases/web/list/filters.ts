import { useTranslation } from 'react-i18next';
import { useFormat, useOffice } from '../../../../platform/shell/index.ts';
import { choices, type FilterField, type ListState } from '../../../../platform/shell/list/index.ts';
import {
  adultServiceWishes,
  basisKinds,
  type caseList,
  dwellings,
  interestSteps,
  phases,
  recordedSolutions,
  riskLevels,
  sources,
  traffickingFindings,
} from '../../domain/index.ts';

type Cases = typeof caseList;

const referrals = ['sent', 'accepted', 'declined', 'completed', 'revoked'] as const;
const oldest = 25;
const notSeenFor = [14, 30, 60, 90, 180];

/** By what the list is narrowed; `more` is folded away. */
export function useFilters(list: ListState<Cases>): { readonly filters: FilterField<Cases>[]; readonly more: FilterField<Cases>[] } {
  const { t, i18n } = useTranslation('cases');
  const { nameOf } = useOffice();
  const { number, ward } = useFormat();
  // Each kind of task has its words.
  const kinds = Object.keys((i18n.getResource(i18n.language, 'cases', 'task') ?? {}) as object);
  const choice = <V extends string | number>(
    filter: keyof Cases['filters'],
    label: string,
    values: readonly V[],
    said: (value: V) => string,
  ) => ({
    label,
    options: choices<Cases, V>(filter, values, said),
  });
  const words = (prefix: string) => (one: string) => t(`${prefix}${one}`);
  const ages = Array.from({ length: oldest + 1 }, (_, age) => age);
  const wards = [...list.found('ward')].sort((one, other) => one.localeCompare(other, undefined, { numeric: true }));
  return {
    filters: [
      {
        label: t('list.which'),
        any: t('list.open'),
        options: [
          { label: t('list.mine'), narrows: { mine: true } },
          { label: t('list.overdue'), narrows: { overdue: true } },
          { label: t('list.unassigned'), narrows: { unassigned: true } },
          { label: t('list.danger'), narrows: { danger: true } },
          { label: t('list.flagged'), narrows: { flagged: true } },
          { label: t('list.closed'), narrows: { status: 'closed' } },
          { label: t('list.closed-unseen'), narrows: { status: 'closed', closedUnseen: true } },
        ],
      },
      choice('riskLevel', t('case.risk'), riskLevels, words('risk.')),
    ],
    more: [
      choice('ward', t('case.ward'), wards, ward),
      choice('worker', t('case.worker'), list.found('worker'), nameOf),
      choice('ageFrom', t('list.age-from'), ages, number),
      choice('ageTo', t('list.age-to'), ages, number),
      choice('phase', t('column.phase'), phases.slice(0, -1), words('phase.')),
      choice('lives', t('column.lives'), dwellings, words('stay.')),
      choice('notSeenDays', t('list.not-seen'), notSeenFor, (days) => t('list.days', { count: days, n: number(days) })),
      choice('late', t('list.late'), kinds, words('task.')),
      choice('task', t('list.waits'), kinds, words('task.')),
      choice('source', t('case.source'), sources, words('source.')),
      choice('trafficking', t('list.trafficking'), traffickingFindings, words('list.')),
      choice('referral', t('list.referral'), referrals, words('list.referral-')),
      {
        label: t('list.consent'),
        options: [
          { label: t('list.consent-with'), narrows: { consent: true } },
          { label: t('list.consent-without'), narrows: { consent: false } },
        ],
      },
      choice('basis', t('column.bases'), basisKinds, words('basis.')),
      choice('interests', t('care.best'), interestSteps, words('interests.')),
      choice('solution', t('care.solution'), recordedSolutions, words('solution.')),
      choice('leaving', t('column.leaving'), adultServiceWishes, words('adult-services.')),
      { label: t('list.opened-from'), day: 'openedFrom' },
      { label: t('list.opened-until'), day: 'openedUntil' },
      ...(list.narrowing.status === 'closed'
        ? ([
            { label: t('list.closed-from'), day: 'closedFrom' },
            { label: t('list.closed-until'), day: 'closedUntil' },
          ] as const)
        : []),
    ],
  };
}
