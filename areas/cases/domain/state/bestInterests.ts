export const solutions = ['family-return', 'local-integration', 'alternative-care', 'other-country'] as const;
export type Solution = (typeof solutions)[number];
/** `not-yet`: written down, but nothing lasting is decided before the child was heard. */
export const hearings = ['heard', 'not-possible', 'not-yet'] as const;
export const participantRoles = [
  'child',
  'guardian',
  'carer',
  'case-worker',
  'supervisor',
  'partner',
  'doctor',
  'teacher',
  'lawyer',
  'other',
] as const;
export const placeKinds = ['family', 'kin', 'foster', 'shelter', 'hospital', 'independent', 'other'] as const;
export type PlaceKind = (typeof placeKinds)[number];
export const placeResults = ['safe', 'safe-with-conditions', 'not-safe'] as const;
export type PlaceResult = (typeof placeResults)[number];

/** What was found to be best for the child, by whom, after weighing what, and what the child says of it. */
export interface Determination {
  readonly id: string;
  readonly on: string;
  readonly participants: readonly { readonly role: (typeof participantRoles)[number]; readonly name: string }[];
  readonly hearing: (typeof hearings)[number];
  /** What the child says, or why it could not be heard. */
  readonly childView: string;
  readonly options: string;
  readonly solution: Solution;
  readonly decision: string;
  readonly reviewOn: string;
}

/** A place, or a family, where the child may live: what was found there, and until when that counts. */
export interface Place {
  readonly id: string;
  readonly kind: PlaceKind;
  readonly name: string;
  /** Where it is in another country: its code (ISO 3166-1). */
  readonly country: string | null;
  /** The carer who lives there or answers for it. */
  readonly carer: string | null;
  readonly assessment: {
    readonly id: string;
    readonly on: string;
    readonly until: string;
    readonly by: string;
    /** The office of the other country with which it was made. */
    readonly jointlyWith: string;
    readonly result: PlaceResult;
    readonly reasons: string;
  };
}

export interface BestInterests {
  readonly determinations: readonly Determination[];
  readonly solution: { readonly solution: Solution; readonly determination: string; readonly on: string; readonly by: string } | null;
  readonly places: readonly Place[];
}
