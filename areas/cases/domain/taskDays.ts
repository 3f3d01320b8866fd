import { addDays } from '../../../platform/decider/index.ts';
import type { TaskKind } from './taskPages.ts';

/**
 * So many days before its own a task is shown, where that is not at once: 0 for what begins because something was missed or has ended. What waits is told
 * by the record, which changes no more when those days come.
 */
const shownBefore: Partial<Record<TaskKind, number>> = {
  'legal-limit-over': 0,
  'consent-lost': 0,
  'visit-missed': 0,
  'search-child': 0,
  'search-review': 0,
  'leave-care': 365,
};

/** Kinds that are shown later than they are known, and the last day of which those are shown today. */
export const shownUntil = (today: string): readonly (readonly [kind: TaskKind, last: string])[] =>
  (Object.entries(shownBefore) as [TaskKind, number][]).map(([kind, days]) => [kind, addDays(today, days)]);

/** Whether a task is shown on a day, and not only known. */
export function isShown({ kind, due }: { readonly kind: TaskKind; readonly due: string }, today: string): boolean {
  const days = shownBefore[kind];
  return days === undefined || due <= addDays(today, days);
}

/** Whether tasks of that kind are shown as soon as they are known. */
export const isShownAtOnce = (kind: TaskKind): boolean => shownBefore[kind] === undefined;
