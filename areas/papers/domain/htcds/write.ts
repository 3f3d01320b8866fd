import { type CaseState, consentFor, stands, traffickingOf } from '../../../cases/domain/index.ts';

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
/** One case in the words of the standard: single fields, and the tables that a case has several rows of. */
export interface HtcdsCase {
  readonly fields: Readonly<Record<string, Value>>;
  readonly comments: readonly { readonly cco_CaseComment: string }[];
  readonly supportPlans: readonly Readonly<Record<string, string>>[];
  /** What a formal decision found to have been done with the child. */
  readonly events: readonly { readonly hte_Type: string }[];
}

const camel = (code: string) => code.replace(/(^|-)(\w)/g, (_, __, letter: string) => letter.toUpperCase());
const trafficking = {
  possible: 'PossibleVictimOfTrafficking',
  actual: 'ActualVictimOfTrafficking',
  'not-a-victim': 'NotAVictimOfTrafficking',
} as const;
const decidedBy: Readonly<Record<string, string>> = {
  police: 'Police',
  ngo: 'NGO',
  'court-or-prosecution': 'CourtOrProsecution',
  'other-government': 'NonPoliceGovernmentalOrganization',
  other: 'Other',
};
const exploitationNames: Readonly<Record<string, string>> = { 'forced-military': 'ForcedMilitaryByNonStateActors' };

const genders: Readonly<Record<string, string>> = { female: 'Feminine', male: 'Masculine' };
/** What a goal is for, by the domain of the child's life that it is in. */
const planTypes: Readonly<Record<string, string>> = {
  health: 'Health',
  'mental-health': 'Health',
  education: 'Education',
  livelihood: 'Livelihood',
  justice: 'Legal',
  identity: 'Legal',
};
/** Parts of the way on which a child was exploited, by the acts of a decision (Palermo Protocol, article 3(a)). */
const eventTypes: Readonly<Record<string, string>> = { recruitment: 'Recruitment', transportation: 'Transit', transfer: 'Transit' };
const kin = ['mother', 'father', 'step-parent', 'grandparent', 'sibling', 'aunt-or-uncle', 'other-kin', 'spouse'];

/** How the child stands to those around it who are suspected; undefined where nobody is. */
function toTrafficker({ safeguards }: CaseState): string | undefined {
  const suspects = safeguards.carers.filter(({ suspect }) => suspect);
  if (suspects.length === 0) return undefined;
  return suspects.some(({ relation }) => kin.includes(relation)) ? 'Familial' : 'Acquainted';
}

/** A case in the words of the standard; what it does not hold is left out (`notHeld`). */
export function toHtcds(state: CaseState, context: ExportContext): HtcdsCase {
  const { safeguards, followUp, referrals, identification } = state;
  const decision = identification.decisions.findLast((one) => stands(one));
  const sent = referrals.at(-1);
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
    prs_PrimaryLanguage: safeguards.languages[0],
    prs_SecondaryLanguage: safeguards.languages[1],
    // Presumed by a screening: possible, and decided by nobody yet.
    vic_TraffickingStatus: decision ? trafficking[decision.status] : traffickingOf(state) === 'presumed' ? trafficking.possible : undefined,
    vic_TraffickingStatusDecisionMakingOrg: decision && decidedBy[decision.body],
    vic_TypeOfExploitation:
      decision && decision.exploitation.length > 0 ? decision.exploitation.map((one) => exploitationNames[one] ?? camel(one)) : undefined,
    vic_RelationshipToTrafficker: toTrafficker(state),
    cas_Status: status === 'Closed' && sent?.handover && sent.status !== 'declined' ? 'ClosedReferred' : status,
    cas_ReasonForCaseClosure: state.closeReason
      ? [state.closeReason, state.closedUnseen ? 'child not seen' : undefined, context.closing].filter(Boolean).join(': ')
      : undefined,
    cas_CaseOwner: context.worker,
    cas_IncomingReferralDate: state.openedOn,
    cas_IncomingReferralDetails: context.concern,
    cas_ReferredOrganisation: sent && context.organisationOf(sent.organisation),
    cas_OutgoingReferralDate: sent?.on,
    cas_OutgoingReferralDetails: sent?.because,
    // A child is referred to a service of a partner, never away.
    cas_ReasonForOutgoingReferral: sent && 'AdditionalServicesRequired',
    con_Consent: consentFor(state, 'case-work', context.today).status === 'valid',
  };
  return {
    fields: Object.fromEntries(
      Object.entries(said).filter((entry): entry is [string, Value] => entry[1] !== null && entry[1] !== undefined && entry[1] !== ''),
    ),
    comments: context.notes.map((text) => ({ cco_CaseComment: text })),
    events: [
      ...new Set([
        ...(decision?.act ?? []).flatMap((act) => eventTypes[act] ?? []),
        ...(decision?.exploitation.length ? ['Exploitation'] : []),
      ]),
    ].map((hte_Type) => ({ hte_Type })),
    supportPlans: state.plan.goals.map(({ what, domain, due, settledOn }) => ({
      spl_Type: planTypes[domain] ?? 'SocialCare',
      spl_Objectives: what,
      spl_PlannedEndDate: due,
      ...(settledOn ? { spl_ActualEndDate: settledOn } : {}),
    })),
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
  'prs_Gender',
  'vic_RelationshipToTrafficker',
  'cas_ReasonForOutgoingReferral',
  'hte_Type',
];
