import { dutyOf } from '../bases/duties.ts';
import type { Basis } from '../bases/state.ts';
import type { BasisKind } from '../choices.ts';
import type { CaseState } from '../state/case.ts';
import type { Emergency, Purpose } from '../state/consents.ts';
import { carerOf } from './protection.ts';

/** The partner to whom something is told, and of which kind it is. */
export interface ToPartner {
  readonly id: string;
  readonly kind: string | null;
}

const earlier = (one: string, other: string) => (one < other ? one : other);
/** What a review leaves of a time: all of it, or none; until there is one, only the days up to when it is due. */
const reviewed = (until: string, review: { readonly upheld: boolean } | null, openUntil: string): string | null =>
  review ? (review.upheld ? until : null) : earlier(until, openUntil);

/** The last day on which an emergency holds, as far as is known now; null where it does not. */
export const emergencyLasts = ({ until, review, reviewDue }: Emergency): string | null => reviewed(until, review, reviewDue);
const emergencyStands = (emergency: Emergency, today: string): boolean => today <= (emergencyLasts(emergency) ?? '');

/** Whether the law was read, or a court spoke: then it holds also before a supervisor has reviewed it. */
export const isChecked = ({ kind, duty }: Basis): boolean => kind === 'court-order' || dutyOf(duty)?.mark === 'V';

/**
 * The last day on which a duty or an order holds, as far as is known now; null where it does not. A law that nobody has read holds until a
 * supervisor must have reviewed it.
 */
export function basisLasts(basis: Basis): string | null {
  const { until, review, reviewDue, ended } = basis;
  return ended === null ? reviewed(until, review, isChecked(basis) ? until : reviewDue) : null;
}
/** Whether a duty or an order holds on a day. */
export const basisStands = (basis: Basis, today: string): boolean => today >= basis.on && today <= (basisLasts(basis) ?? '');

const concerns = ({ partner }: Pick<Basis, 'partner'>, to: ToPartner | undefined) =>
  partner !== null && (partner === to?.id || partner === to?.kind);

/** What a duty by law does not do against the child's own word. */
const neverAgainstTheChild: readonly Purpose[] = ['medical', 'family-tracing'];

/**
 * On what an act rests where there is no consent to it: an order of a court, a duty by law, an emergency, in this order. None for an
 * interview, a photograph and research, for these rest on consent alone. A duty by law treats no child who said no, nor searches for their
 * family; only a court or danger does.
 */
export function standsInstead(
  { bases, consents }: Pick<CaseState, 'bases' | 'consents'>,
  purpose: Purpose,
  today: string,
  { partner, childRefuses }: { readonly partner: ToPartner | undefined; readonly childRefuses: boolean },
): { readonly kind: BasisKind; readonly id: string } | undefined {
  const holding = bases.filter(
    (one) =>
      (one.purposes as readonly string[]).includes(purpose) &&
      basisStands(one, today) &&
      (purpose !== 'sharing' || concerns(one, partner)) &&
      !(one.kind === 'legal-duty' && childRefuses && neverAgainstTheChild.includes(purpose)),
  );
  const found = holding.findLast(({ kind }) => kind === 'court-order') ?? holding.at(-1);
  if (found) return { kind: found.kind, id: found.id };
  const emergency = consents.emergencies.findLast((one) => one.purpose === purpose && emergencyStands(one, today));
  return emergency && { kind: 'emergency', id: emergency.id };
}

/** On what something rests that leaves the office, for people to read. */
export interface Ground {
  readonly kind: 'consent' | BasisKind;
  readonly on: string;
  readonly until: string;
  /** The carer who consented; null: the child, or nobody was asked. */
  readonly who: string | null;
  /** The law or the court, and the mark of a law: what is not `V` was not read in its text. */
  readonly by: string | null;
  readonly mark: string | null;
}

/** Until when something holds that ends unless a supervisor reviews it. */
const reviewedUntil = ({ until, reviewDue, review }: Pick<Emergency, 'until' | 'reviewDue' | 'review'>): string =>
  review?.upheld ? until : [until, reviewDue].sort()[0]!;

/** The consent, duty, order or emergency of that id; null where the case has none. */
export function groundOf(state: Pick<CaseState, 'bases' | 'consents' | 'safeguards'>, id: string): Ground | null {
  const consent = state.consents.ledger.find((one) => one.id === id);
  const nothing = { who: null, by: null, mark: null };
  if (consent) {
    const { on, until, who } = consent;
    return { ...nothing, kind: 'consent', on, until, who: carerOf(state, who)?.name ?? null };
  }
  const basis = state.bases.find((one) => one.id === id);
  if (basis) {
    const { kind, on, authority = null, law = null } = basis;
    const until = isChecked(basis) ? basis.until : reviewedUntil(basis);
    const duty = dutyOf(basis.duty);
    if (kind === 'court-order') return { ...nothing, kind, on, until, by: authority };
    return { ...nothing, kind, on, until, by: duty?.law ?? law, mark: duty?.mark ?? 'U' };
  }
  const emergency = state.consents.emergencies.find((one) => one.id === id);
  return emergency ? { ...nothing, kind: 'emergency', on: emergency.on, until: reviewedUntil(emergency) } : null;
}
