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
export const guardianBases = ['parent', 'court', 'authority', 'interim', 'family-agreement'] as const;
export const ageBases = ['document', 'statement', 'assessment'] as const;
export const needs = ['seeing', 'hearing', 'speaking', 'moving', 'understanding', 'reading', 'distress', 'other'] as const;

/** A grown-up around the child, whom the office asks or must not ask. */
export interface Carer {
  readonly id: string;
  readonly name: string;
  readonly relation: (typeof relations)[number];
  readonly livesWithChild: boolean;
  /** How he is reached; empty where nobody knows. */
  readonly contact: string;
  readonly suspect: boolean;
  /** The instant since which, or in which last, he was held to be one; what he consented to before is void. */
  readonly suspectedAt: string | null;
}

/** A number on which the child may be called, and when. */
export interface SafeNumber {
  readonly number: string;
  readonly whose: string;
  readonly times: string;
  /** The carer whose number it is. */
  readonly carer?: string;
}

/** What protects the child in the work of the office itself: who answers for it, how old it is taken to be, how it is spoken to and reached. */
export interface Safeguards {
  readonly situation: (typeof situations)[number] | null;
  /** Until when a child alone must have a guardian. */
  readonly guardianDue: string | null;
  readonly carers: readonly Carer[];
  readonly guardian: { readonly carer: string; readonly since: string; readonly basis: (typeof guardianBases)[number] } | null;
  readonly age: { readonly basis: (typeof ageBases)[number]; readonly disputed: boolean; readonly born: string | null } | null;
  readonly languages: readonly string[];
  readonly interpreter: boolean;
  readonly needs: readonly (typeof needs)[number][];
  readonly needsNote: string;
  /** Null until somebody has asked how the child can be reached without danger. */
  readonly contact: {
    readonly notAtHome: boolean;
    readonly numbers: readonly SafeNumber[];
    readonly codeWord: string;
    readonly note: string;
    readonly on: string;
  } | null;
}
