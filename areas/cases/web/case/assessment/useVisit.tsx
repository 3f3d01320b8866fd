import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../../platform/shell/index.ts';
import { Notice } from '../../../../../platform/ui/index.ts';
import type { Answers } from '../../../../forms/domain/index.ts';
import type { GivenQuestionnaire } from '../../../contract/index.ts';
import { lifeDomains } from '../../../domain/index.ts';
import { useRead } from '../../api.ts';

/** What the page of a visit is shown with. */
export interface Visiting {
  /** The domains that are asked about: those of the open goals, and two others in turn. */
  readonly focus: readonly string[];
  readonly last: { readonly on: string; readonly answers: Answers } | null;
  /** When the child is seen next. */
  readonly below: ReactNode;
}

/** How many domains besides those of the plan are asked about at each visit: in five visits all are. */
const inTurn = 2;

/** Of a visit: what was said the last time and what is asked today; `waits` until it is read, undefined for what is no visit. */
export function useVisit(
  id: string,
  isVisit: boolean,
  visit: string,
  given: readonly GivenQuestionnaire[],
): Visiting | undefined | 'waits' {
  const { t } = useTranslation('cases');
  const { date } = useFormat();
  const plan = useRead('/api/cases/case/{id}/plan', { id }, { enabled: isVisit });
  const followUp = useRead('/api/cases/case/{id}/follow-up', { id }, { enabled: isVisit });
  if (!isVisit) return undefined;
  if (!plan.data || !followUp.data) return plan.error || followUp.error ? undefined : 'waits';
  const goals = [...new Set(plan.data.goals.flatMap(({ state, domain }): string[] => (state === 'open' ? [domain] : [])))];
  const others = lifeDomains.filter((domain) => !goals.includes(domain));
  const before = given.filter(({ purpose, id: one }) => purpose === 'visit' && one !== visit).toSorted((a, b) => a.on.localeCompare(b.on));
  const turn = Array.from({ length: inTurn }, (_, i) => others[(before.length * inTurn + i) % others.length]!);
  const last = before.findLast(({ now }) => now.outcome.domains.some(({ score }) => score !== null));
  const next = followUp.data.visits
    .filter(({ outcome, id: one }) => outcome === null && one !== visit)
    .map(({ due }) => due)
    .sort()[0];
  return {
    focus: [...goals, ...(others.length > 0 ? turn : [])],
    last: last ? { on: last.on, answers: last.now.answers } : null,
    below: next && <Notice>{t('visit.next', { date: date(next) })}</Notice>,
  };
}
