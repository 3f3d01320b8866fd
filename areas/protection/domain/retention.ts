import { addDays, addMonths, fullAge } from '../../../platform/decider/index.ts';
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
  readonly openedOn: string;
  /** The last day on which the child may have been born; null: nobody knows. */
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

/**
 * The day on which it is looked at whether a closed case is still needed: after the time of its kind, and not before the child is 18. A child
 * of whose birth nothing is known was born when the case was opened; where nothing was found, nobody waits for that.
 */
export function retentionReviewOn(found: ClosedCase, country: string, day: string): string {
  const kind = retentionKindOf(found);
  const bornBy = found.bornBy ?? (kind === 'nothing-found' ? null : found.openedOn);
  const after = addMonths(found.closedOn, scheduleOf(country, kind, day).months);
  const grown = bornBy === null ? after : addMonths(bornBy, 12 * fullAge);
  return [after, grown].sort()[1]!;
}

/** Between which days a closed case lies that may be due by a day: it was closed by `closed`, and its child, where the birth is known, born by `born`. */
export function mayBeDueBy(day: string, country: string, today: string): { readonly closed: string; readonly born: string } {
  const shortest = Math.min(...retentionKinds.map((kind) => scheduleOf(country, kind, today).months));
  // A month is up to three days shorter than another one.
  const back = (months: number) => addDays(addMonths(day, -months), 3);
  return { closed: back(shortest), born: back(12 * fullAge) };
}
