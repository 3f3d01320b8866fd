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
