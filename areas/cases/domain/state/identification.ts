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

/** A review or appeal of a formal decision. */
export interface Review {
  readonly how: 'review' | 'appeal';
  readonly askedOn: string;
  readonly because: string;
  readonly settled: {
    readonly outcome: 'upheld' | 'set-aside';
    readonly on: string;
    readonly bodyName: string;
    readonly because: string;
  } | null;
}

/** A formal decision whether the child is a victim of trafficking, by those whom the law names for it. */
export interface Decision {
  readonly id: string;
  readonly status: 'possible' | 'actual' | 'not-a-victim';
  readonly body: string;
  readonly bodyName: string;
  readonly decidedBy: string | null;
  readonly on: string;
  readonly act: readonly string[];
  readonly means: readonly string[];
  readonly exploitation: readonly string[];
  /** The screening it rests on, and the items of it that were named. */
  readonly screening: string | null;
  readonly items: readonly string[];
  readonly reasons: string;
  /** Until when it may be reviewed. */
  readonly reviewUntil: string | null;
  /** It was decided that no review is asked for. */
  readonly accepted: boolean;
  /** A new exploitation after one that was identified before. */
  readonly again: boolean;
  readonly recordedBy: string;
  readonly reviews: readonly Review[];
}

export interface IdentificationSlice {
  readonly decisions: readonly Decision[];
  /** Other cases of the same person in which trafficking was found before. */
  readonly earlierCases: readonly string[];
}
