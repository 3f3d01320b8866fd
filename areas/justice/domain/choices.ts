// What may be chosen in the fields of proceedings. Pages take it from here: no schema comes with it.

/** Steps of the proceedings, in the order of most laws, each with how it may have come out; none: that it was is all there is to say. */
export const stepOutcomes = {
  complaint: ['registered', 'not-taken'],
  'court-asked': [],
  'court-order': [],
  investigation: ['begun', 'completed', 'dropped'],
  charge: ['filed', 'not-filed'],
  trial: ['begun', 'ended'],
  verdict: ['convicted', 'acquitted'],
  appeal: ['asked', 'upheld', 'set-aside'],
  'compensation-asked': [],
  'compensation-awarded': [],
  'compensation-refused': [],
  'compensation-paid': [],
  'subsidy-asked': [],
  'witness-protection-asked': [],
  'witness-protection-granted': [],
  'witness-protection-ended': [],
} as const;
export type StepKind = keyof typeof stepOutcomes;
export const stepKinds = Object.keys(stepOutcomes) as readonly StepKind[];
/** What a child is accused of, as a kind. */
export const offences = ['immigration', 'papers', 'prostitution', 'begging', 'theft', 'drugs', 'violence', 'other'] as const;
/** Whether the act was done while the child was exploited. */
export const windows = ['within', 'outside', 'not-known'] as const;
export const accusationEnds = ['dropped', 'not-punished', 'diverted', 'acquitted', 'convicted', 'recorded-in-error'] as const;
export const residences = ['citizen', 'permit', 'applied', 'none', 'not-known'] as const;
/** How a limit of the law was settled; `runs-again`: what was said of it before does not hold. */
export const timerEnds = ['done', 'not-applicable', 'runs-again'] as const;
/** What somebody says to taking part in the proceedings. */
export const wishes = ['takes-part', 'does-not', 'undecided', 'not-asked'] as const;
/** How the child was heard in court. */
export const courtHearings = ['not-heard', 'in-person', 'by-video', 'recorded-earlier'] as const;
