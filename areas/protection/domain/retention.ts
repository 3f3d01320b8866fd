import { addMonths } from '../../../platform/decider/index.ts';
import schedules from './retention.json' with { type: 'json' };

/** Kinds of closed cases that are kept for different times: of victims, of other children, and those in which nothing was found. */
export const retentionKinds = ['victim', 'case', 'nothing-found'] as const;
type RetentionKind = (typeof retentionKinds)[number];

/** How long the closed cases of a kind are kept before somebody looks at them, from the day of the schedule on. */
interface Schedule {
  readonly country: string;
  readonly kind: RetentionKind;
  readonly from: string;
  readonly months: number;
  readonly source: string;
  readonly mark: 'V' | 'S' | 'M';
}

interface ClosedCase {
  readonly closedOn: string;
  readonly closeReason: string | null;
  readonly trafficking: string | null;
  /** The last day on which the child may have been born. */
  readonly bornBy: string | null;
}

const nothingFound: readonly (string | null)[] = ['unfounded', 'duplicate', 'opened-in-error'];

export const retentionKindOf = ({ closeReason, trafficking }: ClosedCase): RetentionKind =>
  trafficking !== null ? 'victim' : nothingFound.includes(closeReason) ? 'nothing-found' : 'case';

/** The schedule of a country for a kind on a day: the latest that has begun; for a country without one, that of all. */
export function scheduleOf(country: string, kind: RetentionKind, day: string): Schedule {
  const begun = (schedules as readonly Schedule[]).filter((one) => one.kind === kind && one.from <= day);
  const of = (code: string) =>
    begun
      .filter((one) => one.country === code)
      .sort((a, b) => a.from.localeCompare(b.from))
      .at(-1);
  const found = of(country) ?? of('*') ?? (schedules as readonly Schedule[]).find((one) => one.country === '*' && one.kind === kind);
  if (!found) throw new Error(`No schedule for ${kind}.`);
  return found;
}

/** The day on which it is looked at whether a closed case is still needed: after the time of its kind, and not before the child is 18. */
export function retentionReviewOn(found: ClosedCase, country: string, day: string): string {
  const { months } = scheduleOf(country, retentionKindOf(found), day);
  const days = [addMonths(found.closedOn, months), ...(found.bornBy ? [addMonths(found.bornBy, 18 * 12)] : [])];
  return days.sort().at(-1)!;
}
