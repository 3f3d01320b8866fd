import { type Refusal, refuse } from '../../../../platform/decider/index.ts';
import type { BasisKind } from '../choices.ts';
import byCountry from '../country/consent.json' with { type: 'json' };
import type { CaseState } from '../state/case.ts';
import type { Consent, Purpose } from '../state/consents.ts';
import { standsInstead, type ToPartner } from './grounds.ts';
import {
  ageIn,
  carerOf,
  guardianFirst,
  isSuspect,
  lacksGuardian,
  lastSuspected,
  mayConsent,
  surelyAged,
  treatedAsChild,
} from './protection.ts';

/** `advice`: the word of somebody who may not decide for the child, neither yes nor no. */
export type Standing = 'valid' | 'advice' | 'expired' | 'withdrawn' | 'refused' | 'void-because-suspect';

/** What may be done for a purpose, on what it rests, and whose word is missing where it may not. */
export interface ConsentFor {
  /** The kind of a basis: there is no consent, and the act rests on an order of a court, a duty by law, or danger to the child. */
  readonly status: Standing | 'missing' | BasisKind;
  /** The consent, refusal or other basis that says so; null where nobody was asked. */
  readonly consent: string | null;
  /** Whose word stands in the way, or is missing. */
  readonly of: 'carer' | 'child' | null;
}

/** What one entry of the ledger is worth on a day. */
export function standingOf(state: CaseState, consent: Consent, today: string): Standing {
  if (consent.withdrawn) return 'withdrawn';
  const carer = consent.who === 'child' ? undefined : carerOf(state, consent.who);
  if (carer && (isSuspect(state, carer) || consent.at < lastSuspected(state, carer))) return 'void-because-suspect';
  if (carer && !(treatedAsChild(state, today) && mayConsent(state, carer, consent.on))) return 'advice';
  if (consent.answer === 'refused') return 'refused';
  return consent.until < today ? 'expired' : 'valid';
}

/** Whether the child's own word is needed besides that of a carer; where the age is not known it is asked. */
function needsAssent(state: CaseState, today: string): boolean {
  const age = ageIn(state, today);
  return age === null || state.safeguards.age?.disputed === true || age.most >= state.consents.assentFromAge;
}

/** For what a parent or guardian is asked besides, also where the law lets the child decide alone. */
const alwaysWithCarer: readonly Purpose[] = ['interview', 'photograph', 'research'];
/** For what the law of a country lets a child decide; undefined where it does not say. */
const reachOf = (country: string | null): readonly string[] | undefined =>
  (byCountry.countries as Readonly<Record<string, { readonly for?: readonly string[] }>>)[country ?? '']?.for;
/** Whether the child's own consent is enough: from the age that the law of the country sets, for what it says, where the age is beyond doubt. */
function decidesAlone(state: CaseState, purpose: Purpose, today: string): boolean {
  const age = surelyAged(state, today);
  const reaches = !alwaysWithCarer.includes(purpose) && (reachOf(state.country)?.includes(purpose) ?? true);
  return age !== null && reaches && age.least >= state.consents.ownConsentFromAge;
}

/** For what no danger is a reason to go on asking on the day of a no. */
const noForTheDay: readonly Purpose[] = alwaysWithCarer;
/** When somebody said it: of a consent that was taken back, when that was. */
const saidOn = ({ on, withdrawn }: Consent): string => (withdrawn && withdrawn.on > on ? withdrawn.on : on);
const isNo = ({ answer, withdrawn }: Consent): boolean => answer === 'refused' || withdrawn !== null;

/** What was said last of these; of one day a no counts for what rests on consent alone, else what was written down last. */
const lastSaid = (words: readonly Consent[]): Consent | undefined =>
  words.reduce<Consent | undefined>((last, one) => {
    if (!last || saidOn(last) < saidOn(one)) return one;
    const staysNo = noForTheDay.includes(one.purpose) && isNo(last);
    return saidOn(last) === saidOn(one) && !staysNo ? one : last;
  }, undefined);

/** The last word of each who was asked. What names a partner counts more than what was said of its kind, unless that is a no that came after it. */
const lastWords = (consents: readonly Consent[], named: string | undefined): readonly Consent[] =>
  [...Map.groupBy(consents, ({ who }) => who).values()].flatMap((words) => {
    const own = lastSaid(words.filter(({ partner }) => partner === named));
    const ofItsKind = lastSaid(words.filter(({ partner }) => partner !== named));
    if (!own || !ofItsKind) return own ?? ofItsKind ?? [];
    return isNo(ofItsKind) && saidOn(ofItsKind) >= saidOn(own) ? ofItsKind : own;
  });

/** One word of several: who refuses is heard first, then who agrees; where neither, what became of the latest. */
function together(state: CaseState, words: readonly Consent[], today: string): { status: Standing | 'missing'; consent: string | null } {
  const judged = words.map((consent) => {
    // Who cannot be asked cannot be interviewed; for what protects them, the reason why stands for their word.
    const unheard = consent.answer === 'unable' && consent.purpose === 'interview';
    return { status: unheard ? ('missing' as const) : standingOf(state, consent, today), consent: consent.id };
  });
  const found =
    judged.find(({ status }) => status === 'refused') ?? judged.find(({ status }) => status === 'valid') ?? judged[judged.length - 1];
  return found ?? { status: 'missing', consent: null };
}

/**
 * Whether there is consent for a purpose on a day: of a carer who may decide for the child, and of the child who is old enough to be asked;
 * of whoever is of age, or old enough by law to decide alone, their own. For `sharing`, name the partner and its kind. A suspect's word counts neither way. Where consent is
 * wanting, what stands instead is said: an order of a court, a duty by law, or danger.
 */
export function consentFor(state: CaseState, purpose: Purpose, today: string, partner?: ToPartner): ConsentFor {
  const { ledger } = state.consents;
  const concerns = ({ partner: whom }: Consent) => whom !== null && (whom === partner?.id || whom === partner?.kind);
  const words = lastWords(
    // What was said later says nothing of that day.
    ledger.filter((one) => one.purpose === purpose && one.on <= today && (purpose !== 'sharing' || concerns(one))),
    partner?.id,
  );
  const isChild = treatedAsChild(state, today);
  const alone = !isChild || decidesAlone(state, purpose, today);
  const carers = !alone
    ? {
        ...together(
          state,
          words.filter((one) => one.who !== 'child' && standingOf(state, one, today) !== 'advice'),
          today,
        ),
        of: 'carer' as const,
      }
    : undefined;
  // A no of a child who is too young to be asked stands as well, for what nothing but consent allows.
  const saysNo = alwaysWithCarer.includes(purpose) && words.some((one) => one.who === 'child' && isNo(one));
  const child =
    alone || needsAssent(state, today) || saysNo
      ? {
          ...together(
            state,
            words.filter(({ who }) => who === 'child'),
            today,
          ),
          of: 'child' as const,
        }
      : undefined;
  const wanting = [carers, child].filter((one) => one !== undefined && one.status !== 'valid');
  const problem = wanting.find((one) => one?.status === 'refused') ?? wanting[0];
  if (!problem) return { status: 'valid', consent: (carers ?? child)?.consent ?? null, of: null };
  const instead = standsInstead(state, purpose, today, { partner, childRefuses: child?.status === 'refused' });
  return instead ? { status: instead.kind, consent: instead.id, of: null } : problem;
}

const bases: readonly string[] = ['court-order', 'legal-duty', 'emergency'] satisfies BasisKind[];
/** Whether something may be done for a purpose: consent holds, or what stands instead of it. */
export const holds = ({ status }: Pick<ConsentFor, 'status'>): boolean => status === 'valid' || bases.includes(status);

const lasting: readonly string[] = ['valid', 'court-order', 'legal-duty'] satisfies ConsentFor['status'][];

/**
 * Why the child may not be questioned about what happened; undefined where they may. Closed until all that opens it is recorded: the child's
 * situation, a guardian where the child is alone or separated, and consent to the interview, the child's own word among it. A child who said
 * no, or cannot be asked, is not interviewed, whatever the danger. First questions of who they are and whether they are safe need none of
 * this (UNICEF guidelines 2006).
 */
export function mayInterviewOnFacts(state: CaseState, today: string): Refusal | undefined {
  if (treatedAsChild(state, today) && state.safeguards.situation === null) return refuse('cases.situation-first');
  const independent = guardianFirst(state, today);
  if (independent) return independent;
  if (lacksGuardian(state, today)) return refuse('cases.guardian-first');
  const consent = consentFor(state, 'interview', today);
  if (consent.status === 'valid') return undefined;
  if (consent.status === 'refused') return refuse('cases.interview-refused');
  return refuse(consent.of === 'child' ? 'cases.interview-child-first' : 'cases.interview-carer-first');
}

const closed = (state: CaseState, purpose: Purpose, today: string, code: `cases.${string}`, at: string): Refusal | undefined =>
  holds(consentFor(state, purpose, today)) ? undefined : refuse(code, {}, [at]);

/** Why a paper may not be added to the file: a photo or a medical record of the child needs consent to that. */
export function mayKeepPaper(state: CaseState, { kind, about }: { readonly kind: string; readonly about: string }, today: string) {
  if (about !== 'child') return undefined;
  if (kind === 'photo') return closed(state, 'photograph', today, 'cases.photograph-consent', '/kind');
  return kind === 'medical' ? closed(state, 'medical', today, 'cases.medical-consent', '/kind') : undefined;
}

/** Services of partners that need consent to what they do, besides that to share. */
const purposeOf: Readonly<Record<string, readonly [purpose: Purpose, code: `cases.${string}`]>> = {
  health: ['medical', 'cases.medical-consent'],
  'mental-health': ['medical', 'cases.medical-consent'],
  'family-tracing': ['family-tracing', 'cases.tracing-consent'],
};
/** Why a partner may not do that for the child: treat them, or search for their family. */
export function mayServe(state: CaseState, service: string, today: string): Refusal | undefined {
  const [purpose, code] = purposeOf[service] ?? [];
  return purpose && code ? closed(state, purpose, today, code, '/service') : undefined;
}

/**
 * The last day until which consent to work on the case, an order of a court or a duty by law holds without a gap, from the day of the last
 * word on; null where none holds then. A child whose own word comes to be needed meanwhile, or to count alone, is taken to be without: better asked once too often.
 */
export function lastDayOfConsent(state: CaseState): string | null {
  const { ledger } = state.consents;
  const said = [...ledger.map(({ on, withdrawn }) => withdrawn?.on ?? on), ...state.bases.map(({ on, ended }) => ended ?? on)]
    .sort()
    .at(-1);
  const lasts = (day: string) => lasting.includes(consentFor(state, 'case-work', day).status);
  if (said === undefined || !lasts(said)) return null;
  const days = [...new Set([...ledger, ...state.bases].map(({ until }) => until))].filter((day) => day >= said).sort();
  const gap = days.findIndex((day) => !lasts(day));
  return (gap === -1 ? days : days.slice(0, gap)).at(-1) ?? said;
}
