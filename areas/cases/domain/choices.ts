// What may be chosen in the fields of a case. Pages take it from here: no schema comes with it.

export const riskLevels = ['high', 'medium', 'low'] as const;
export const closeReasons = [
  'goals-met',
  'moved',
  'of-age',
  'lost',
  'died',
  'services-declined',
  'unfounded',
  'duplicate',
  'opened-in-error',
] as const;
export type CloseReason = (typeof closeReasons)[number];
/** What may be done to find a child who is missing. */
export const searchSteps = ['home', 'family', 'school', 'police', 'partner', 'other-places', 'phone', 'other'] as const;
/** What a child says to the help that is offered. */
export const wordsOnServices = ['declines', 'wants-services', 'cannot-say'] as const;
/** What a young person says to adult services, and what somebody says about the help they got. */
export const adultServiceWishes = ['wants', 'does-not-want', 'cannot-say'] as const;
export const feedbackKinds = ['feedback', 'complaint'] as const;
export const feedbackFrom = ['child', 'carer', 'other'] as const;
export const sources = ['call', 'walk-in', 'visit', 'partner', 'police', 'risk-list', 'other'] as const;
export const caseStatuses = ['open', 'closed'] as const;

export const paperKinds = ['identity', 'photo', 'medical', 'court', 'consent', 'school', 'message', 'other'] as const;
export const paperAbouts = ['child', 'mother', 'father', 'guardian', 'sibling', 'suspect', 'place', 'other'] as const;

export const situations = ['with-family', 'separated', 'unaccompanied'] as const;
export const relations = [
  'mother',
  'father',
  'step-parent',
  'grandparent',
  'sibling',
  'aunt-or-uncle',
  'other-kin',
  'spouse',
  'foster-carer',
  'institution',
  'appointed',
  'neighbour',
  'other',
] as const;
export const guardianBases = ['parent', 'court', 'authority', 'interim', 'trusted-adult', 'family-agreement'] as const;
export const authorities = ['taken', 'held'] as const;
export const ageBases = ['document', 'statement', 'assessment'] as const;
export const needs = ['seeing', 'hearing', 'speaking', 'moving', 'understanding', 'reading', 'distress', 'other'] as const;

export const purposes = ['case-work', 'sharing', 'family-tracing', 'interview', 'medical', 'photograph', 'research'] as const;
/** For which a child may be protected without consent while there is danger: no interview protects one. */
export const emergencyPurposes = ['case-work', 'sharing', 'family-tracing', 'medical'] as const;
/** On what the office acts without consent: the first two are recorded with the law or the court, the last is invoked in danger. */
export const recordedBases = ['legal-duty', 'court-order'] as const;
export const basisKinds = [...recordedBases, 'emergency'] as const;
export type BasisKind = (typeof basisKinds)[number];
export const waysToConsent = ['signed', 'spoken', 'thumb-print'] as const;
/** What somebody must have been told before they can say yes; the rest may be told. */
export const toBeTold = ['purpose', 'use', 'withdrawal', 'retention'] as const;
export const tellings = [...toBeTold, 'access'] as const;

export const solutions = ['family-return', 'local-integration', 'alternative-care', 'country-of-origin', 'resettlement'] as const;
/** Solutions that a log may hold: `other-country` was said before a return to the country of origin and a resettlement were told apart. */
export const recordedSolutions = [...solutions, 'other-country'] as const;
/** Those by which a child goes home; what `other-country` meant is not known, so it is determined anew. */
export const homeward: readonly string[] = ['family-return', 'country-of-origin'] satisfies (typeof solutions)[number][];
/** `observed`: of a child too young to be asked. `not-yet`: written down, but nothing lasting is decided before the child was heard. */
export const hearings = ['heard', 'observed', 'not-possible', 'not-yet'] as const;
/** What became of the child's wish. */
export const wishesOfChild = ['followed', 'not-followed', 'no-wish'] as const;
/** Who must be on the panel that determines what is best for a child; a guardian besides, where the child needs one. */
export const panelRoles = ['supervisor', 'child-protection'] as const;
/** Other professions, of which the panel has one at least. */
export const professions = ['doctor', 'psychologist', 'teacher', 'lawyer', 'partner'] as const;
export const participantRoles = [
  'child',
  'guardian',
  'carer',
  'case-worker',
  'supervisor',
  'child-protection',
  'partner',
  'doctor',
  'psychologist',
  'teacher',
  'lawyer',
  'other',
] as const;
export const placeKinds = ['family', 'kin', 'foster', 'shelter', 'hospital', 'independent', 'other'] as const;
export const placeResults = ['safe', 'safe-with-conditions', 'not-safe'] as const;

/** How somebody is at a place. */
export const presences = ['lives', 'visits'] as const;

export const leavings = ['ran-away', 'taken-away', 'moved-out'] as const;
/** `stopped`: those who search were told to stop, as when consent to it was withdrawn. */
export const tracingSteps = ['searching', 'found', 'verified', 'not-found', 'stopped'] as const;
/** What is seen to before a child goes home; without the first ones they do not go. */
export const mustPrepare = ['child-told', 'family-told', 'escort', 'safety-plan'] as const;
export const preparations = [...mustPrepare, 'papers', 'health', 'school', 'livelihood', 'local-office'] as const;
/** Where a child can be found to be, whoever decided it: written down as a fact, also where it is forbidden to decide it. */
export const whereabouts = ['detention', 'hospital', 'with-employer', 'street', 'unsafe-home', 'elsewhere', 'unknown'] as const;
/** Those in which a child is in danger. */
export const dangerousWhereabouts = ['detention', 'with-employer', 'street', 'unsafe-home', 'unknown'] as const;
/** Where a child lives. `home`: where they returned to. `away`: they left care, and are nowhere that the office knows. */
export const dwellings = [
  ...placeKinds,
  ...(['home', 'away'] as const),
  ...(['detention', 'with-employer', 'street', 'unsafe-home', 'elsewhere', 'unknown'] as const),
] as const;

export const needLevels = ['none', 'some', 'serious', 'urgent'] as const;
export const agreements = ['agrees', 'does-not-agree', 'cannot-say'] as const;

/** What is found about trafficking: by a formal decision, or by the latest screening. */
export const traffickingFindings = ['identified', 'presumed', 'signs'] as const;

/** Words of the Human Trafficking Case Data Standard v2 (IOM, CC BY 4.0): vic_TraffickingStatus, …DecisionMakingOrg, vic_TypeOfExploitation. */
export const statuses = ['possible', 'actual', 'not-a-victim'] as const;
export const bodies = ['police', 'ngo', 'court-or-prosecution', 'other-government', 'other'] as const;
export const exploitations = [
  'child-labour',
  'forced-labour',
  'sexual-exploitation',
  'servitude',
  'forced-begging',
  'forced-marriage',
  'forced-adoption',
  'forced-military',
  'organ-removal',
  'surrogacy',
  'other',
] as const;
/** Palermo Protocol, article 3(a). */
export const acts = ['recruitment', 'transportation', 'transfer', 'harbouring', 'receipt'] as const;
export const means = [
  'force',
  'coercion',
  'abduction',
  'fraud',
  'deception',
  'abuse-of-power',
  'abuse-of-vulnerability',
  'payments',
] as const;

export const urgencies = ['urgent', 'usual'] as const;
export const declineReasons = ['no-place', 'not-offered', 'not-reached', 'unsafe', 'other'] as const;
export const outcomes = ['helped', 'partly-helped', 'not-helped', 'did-not-come'] as const;

export const visitOutcomes = ['seen', 'not-found', 'refused'] as const;

export const approvalSubjects = ['assessment', 'plan', 'closure'] as const;

/** How two cases belong together. */
export const linkKinds = ['same-child', 'sibling', 'same-household', 'same-incident', 'same-recruiter', 'other'] as const;

/** Dangers to a child, what is acted on first at the top: alarms of questionnaires, and facts of where the child is. */
export const dangerKinds = [
  ...(['danger-now', 'self-harm', 'whereabouts', 'suspect', 'needs-doctor', 'harmed', 'no-safe-place', 'refer-at-once', 'grave'] as const),
] as const;
export const dangerSources = ['screening', 'assessment', 'visit', 'whereabouts', 'suspect'] as const;

export const flagReasons = ['attention', 'information-missing', 'date-wrong', 'safety', 'waiting', 'other'] as const;

export const dismissReasons = ['known', 'not-a-concern', 'outside', 'cannot-be-found', 'other'] as const;

/** The domains of a child's life that needs, goals and visits are told by. */
export const lifeDomains = [
  'safety',
  'identity',
  'family',
  'housing',
  'health',
  'mental-health',
  'education',
  'livelihood',
  'inclusion',
  'justice',
] as const;
export type LifeDomain = (typeof lifeDomains)[number];
