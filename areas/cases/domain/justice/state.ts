/** Steps of the proceedings, in the order of most laws, each with how it may have come out; none: that it was is all there is to say. */
export const stepOutcomes = {
  complaint: ['registered', 'not-taken'],
  investigation: ['begun', 'completed', 'dropped'],
  charge: ['filed', 'not-filed'],
  trial: ['begun', 'ended'],
  verdict: ['convicted', 'acquitted'],
  appeal: ['asked', 'upheld', 'set-aside'],
  'compensation-asked': [],
  'compensation-awarded': [],
  'compensation-paid': [],
  'witness-protection-asked': [],
  'witness-protection-granted': [],
  'witness-protection-ended': [],
} as const;
export type StepKind = keyof typeof stepOutcomes;
export const stepKinds = Object.keys(stepOutcomes) as readonly StepKind[];
/** What somebody says to taking part in the proceedings. */
export const wishes = ['takes-part', 'does-not', 'undecided', 'not-asked'] as const;
export type Wish = (typeof wishes)[number];
/** How the child was heard in court. */
export const hearings = ['not-heard', 'in-person', 'by-video', 'recorded-earlier'] as const;
export type Heard = (typeof hearings)[number];

/** Something that happened in the proceedings. */
export interface Step {
  readonly id: string;
  readonly kind: StepKind;
  readonly on: string;
  readonly outcome: string | null;
  readonly authority: string;
  /** The number of the file there. */
  readonly reference: string | null;
  readonly note: string | null;
  /** Why it does not count: it was written down in error. */
  readonly struck: string | null;
}

export interface CourtDate {
  readonly id: string;
  readonly on: string;
  readonly state: 'planned' | 'held' | 'cancelled';
  readonly purpose: string;
  readonly place: string | null;
  /** Who goes with the child, or went. */
  readonly accompaniedBy: string | null;
  readonly heard: Heard | null;
  readonly note: string | null;
}

export interface Justice {
  readonly steps: readonly Step[];
  readonly courtDates: readonly CourtDate[];
  /** The last that child and carer said to taking part. */
  readonly wish: { readonly on: string; readonly child: Wish; readonly carer: Wish; readonly note: string | null } | null;
  /** Who stands for the child by right; null where nobody is named. */
  readonly lawyer: { readonly since: string; readonly name: string; readonly contact: string | null } | null;
}
