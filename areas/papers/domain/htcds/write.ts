import { type CaseState, consentFor, stands, traffickingOf } from '../../../cases/domain/index.ts';
import control from './control.json' with { type: 'json' };
import languageCodes from './languages.json' with { type: 'json' };

/** What a case's own state does not say. */
export interface ExportContext {
  readonly city: { readonly name: string; readonly country: string };
  readonly today: string;
  readonly worker: string | null;
  /** As the registers have it; null where nobody knows who the child is, or they do not say. */
  readonly sex: string | null;
  /** The concern with which it was opened, and its notes, oldest first. */
  readonly concern: string;
  readonly notes: readonly string[];
  readonly closing: string | null;
  readonly organisationOf: (id: string) => string;
}

type Value = string | boolean | readonly string[];
type Table = Readonly<Record<string, string>>;
type Decision = CaseState['identification']['decisions'][number];
type Referral = CaseState['referrals'][number];
type SupportPlan = Readonly<Record<string, string>>;
/** One case in the words of the standard: single fields, and the tables that a case has several rows of. */
export interface HtcdsCase {
  readonly fields: Readonly<Record<string, Value>>;
  readonly comments: readonly { readonly cco_CaseComment: string }[];
  readonly supportPlans: readonly SupportPlan[];
  /** What a formal decision found to have been done with the child; nothing where it found that the child is not a victim. */
  readonly events: readonly { readonly hte_Type: string }[];
}

const camel = (code: string) => code.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const trafficking = {
  possible: 'PossibleVictimOfTrafficking',
  actual: 'ActualVictimOfTrafficking',
  'not-a-victim': 'NotAVictimOfTrafficking',
} as const;
const decidedBy: Table = {
  police: 'Police',
  ngo: 'NGO',
  'court-or-prosecution': 'CourtOrProsecution',
  'other-government': 'NonPoliceGovernmentalOrganization',
  other: 'Other',
};
const exploitationNames: Table = { 'forced-military': 'ForcedMilitaryByNonStateActors' };

const genders: Table = { female: 'Feminine', male: 'Masculine' };
/** What a goal is for, by the domain of the child's life. */
const planTypes: Table = {
  health: 'Health',
  'mental-health': 'Health',
  education: 'Education',
  livelihood: 'Livelihood',
  justice: 'Legal',
  identity: 'Legal',
};
/** Parts of the way on which a child was exploited, by the acts of a decision (Palermo Protocol, article 3(a)). */
const eventTypes: Table = { recruitment: 'Recruitment', transportation: 'Transit', transfer: 'Transit' };
const listed = (values: readonly string[] | undefined) => (values && values.length > 0 ? values : undefined);

/** ISO 639-2, in its terminology codes; a language that it does not have is left out. */
const languageCode = (code: string | undefined): string | undefined => (code ? (languageCodes as Table)[code] : undefined);

/** Methods of control that a decision named, by its means and the items it rests on. The mapping is ours: the standard has none. */
const controlOf = ({ means, items }: Decision): readonly string[] => [
  ...new Set([...means.map((one) => control.means[one]), ...items.flatMap((item) => (control.items as Table)[item] ?? [])]),
];

/** Parts of the way that a decision found to have been gone. */
const eventsOf = ({ act, exploitation }: Decision): readonly string[] => [
  ...new Set([...act.flatMap((one) => eventTypes[one] ?? []), ...(exploitation.length > 0 ? ['Exploitation'] : [])]),
];

/** The partner took on the responsibility for the child, and the child came to them. */
const tookOver = ({ handover, status, outcome }: Referral): boolean =>
  handover && (status === 'accepted' || (status === 'completed' && outcome !== 'did-not-come'));
/** A referral that was declined or revoked is not where the child was referred to. */
const isReferred = ({ status }: Referral): boolean => status !== 'declined' && status !== 'revoked';

/** What is to be done in the case. An action belongs to no goal, so all of them are one row. */
function actionPlanOf({ actions }: CaseState): SupportPlan[] {
  const kept = actions.filter(({ settled }) => settled !== 'dropped');
  if (kept.length === 0) return [];
  const settledOn = kept.map((one) => one.settledOn);
  const ended = settledOn.every((day) => day !== null) ? settledOn.sort().at(-1) : undefined;
  return [
    {
      spl_Type: 'SocialCare',
      spl_ActionPlan: kept.map(({ what, due, settledOn: done }) => `${what} (${done ? `done ${done}` : `due ${due}`})`).join('\n'),
      spl_PlannedEndDate: kept
        .map(({ due }) => due)
        .sort()
        .at(-1)!,
      ...(ended ? { spl_ActualEndDate: ended } : {}),
    },
  ];
}

/** A case in the words of the standard; what it does not hold is left out (`notHeld`). */
export function toHtcds(state: CaseState, context: ExportContext): HtcdsCase {
  const { safeguards, followUp, referrals, identification } = state;
  const standing = identification.decisions.filter((one) => stands(one));
  // Of decisions that contradict each other, the one that protects counts, as in the case itself.
  const victim = standing.findLast(({ status }) => status !== 'not-a-victim');
  // Presumed by a screening, also after a decision that the child is none: possible, and decided by nobody yet.
  const presumed = !victim && traffickingOf(state) === 'presumed';
  const decision = presumed ? undefined : (victim ?? standing.at(-1));
  const takenOver = referrals.findLast(tookOver);
  const sent = takenOver ?? referrals.findLast(isReferred);
  const born = safeguards.age?.born;
  const status = state.status === 'closed' ? 'Closed' : followUp.since ? 'FollowUp' : 'Active';
  const said: Record<string, Value | null | undefined> = {
    org_Name: context.city.name,
    org_ShippingCity: context.city.name,
    org_ShippingCountry: context.city.country,
    org_Type: 'LocalGovernmentOrganisation',
    // Names of families, clans and fathers stand in no one order: a name is one text.
    prs_FirstName: state.name,
    prs_Birthdate: born?.length === 10 ? born : undefined,
    prs_Gender: context.sex ? (genders[context.sex] ?? 'NonSpecifiedUnknown') : undefined,
    prs_Deceased: state.closeReason === 'died' ? true : undefined,
    prs_PrimaryLanguage: languageCode(safeguards.languages[0]),
    prs_SecondaryLanguage: languageCode(safeguards.languages[1]),
    vic_TraffickingStatus: presumed ? trafficking.possible : decision && trafficking[decision.status],
    vic_TraffickingStatusDecisionMakingOrg: decision && decidedBy[decision.body],
    vic_TypeOfExploitation: listed(victim?.exploitation.map((one) => exploitationNames[one] ?? camel(one))),
    vic_MethodsOfControl: listed(victim && controlOf(victim)),
    cas_Status: status === 'Closed' && takenOver ? 'ClosedReferred' : status,
    cas_ReasonForCaseClosure: state.closeReason
      ? [state.closeReason, state.closedUnseen ? 'child not seen' : undefined, context.closing].filter(Boolean).join(': ')
      : undefined,
    cas_CaseOwner: context.worker,
    cas_IncomingReferralDate: state.openedOn,
    cas_IncomingReferralDetails: context.concern,
    cas_ReferredOrganisation: sent && context.organisationOf(sent.organisation),
    cas_OutgoingReferralDate: sent?.on,
    cas_OutgoingReferralDetails: sent?.because,
    // A child is referred to a service of a partner; to whoever answers for them elsewhere only where the case was closed as moved.
    cas_ReasonForOutgoingReferral:
      sent && (takenOver && state.closeReason === 'moved' ? 'MigrationOrChangeOfLocation' : 'AdditionalServicesRequired'),
    con_Consent: consentFor(state, 'case-work', context.today).status === 'valid',
  };
  return {
    fields: Object.fromEntries(
      Object.entries(said).filter((entry): entry is [string, Value] => entry[1] !== null && entry[1] !== undefined && entry[1] !== ''),
    ),
    comments: context.notes.map((text) => ({ cco_CaseComment: text })),
    events: (victim ? eventsOf(victim) : []).map((hte_Type) => ({ hte_Type })),
    supportPlans: [
      ...state.plan.goals.map(({ what, domain, due, settledOn }) => ({
        spl_Type: planTypes[domain] ?? 'SocialCare',
        spl_Objectives: what,
        spl_PlannedEndDate: due,
        ...(settledOn ? { spl_ActualEndDate: settledOn } : {}),
      })),
      ...actionPlanOf(state),
    ],
  };
}

/** The names of fields that `toHtcds` may write. */
export const written: readonly string[] = [
  'org_Name',
  'org_ShippingCity',
  'org_ShippingCountry',
  'org_Type',
  'prs_FirstName',
  'prs_Birthdate',
  'prs_Deceased',
  'prs_PrimaryLanguage',
  'prs_SecondaryLanguage',
  'vic_TraffickingStatus',
  'vic_TraffickingStatusDecisionMakingOrg',
  'vic_TypeOfExploitation',
  'cas_Status',
  'cas_ReasonForCaseClosure',
  'cas_CaseOwner',
  'cas_IncomingReferralDate',
  'cas_IncomingReferralDetails',
  'cas_ReferredOrganisation',
  'cas_OutgoingReferralDate',
  'cas_OutgoingReferralDetails',
  'con_Consent',
  'cco_CaseComment',
  'spl_Objectives',
  'spl_PlannedEndDate',
  'spl_ActualEndDate',
  'spl_Type',
  'spl_ActionPlan',
  'prs_Gender',
  'vic_MethodsOfControl',
  'cas_ReasonForOutgoingReferral',
  'hte_Type',
];
