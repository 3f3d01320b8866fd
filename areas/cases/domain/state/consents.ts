export const purposes = ['case-work', 'sharing', 'family-tracing', 'interview', 'medical', 'photograph', 'research'] as const;
export type Purpose = (typeof purposes)[number];
/** For which a child may be protected without consent while there is danger. */
export const emergencyPurposes = ['case-work', 'sharing', 'family-tracing', 'interview', 'medical'] as const satisfies readonly Purpose[];
export const waysToConsent = ['signed', 'spoken', 'thumb-print'] as const;
/** What somebody must have been told before he can say yes; the rest may be told. */
export const toBeTold = ['purpose', 'use', 'withdrawal', 'retention'] as const;
export const tellings = [...toBeTold, 'access'] as const;

/** What somebody said to one purpose, once. */
export interface Consent {
  readonly id: string;
  /** The child itself (assent), or the carer of that id. */
  readonly who: string;
  readonly purpose: Purpose;
  /** With whom may be shared: the partner of that id, or any of that kind. */
  readonly partner: string | null;
  /** `unable`: the child cannot be asked, as the note says why. */
  readonly answer: 'given' | 'refused' | 'unable';
  readonly on: string;
  /** When it was written down. */
  readonly at: string;
  readonly until: string;
  readonly language: string;
  readonly interpreter: boolean;
  readonly how: (typeof waysToConsent)[number];
  readonly told: readonly (typeof tellings)[number][];
  readonly witness: string;
  readonly note: string;
  /** The paper, as an attachment of the case. */
  readonly attachment: string | null;
  readonly withdrawn: { readonly on: string; readonly who: string } | null;
}

/** What is done without consent because a child is in danger: for a purpose, with the reason, until a supervisor says whether it stands. */
export interface Emergency {
  readonly id: string;
  readonly purpose: (typeof emergencyPurposes)[number];
  readonly on: string;
  readonly until: string;
  readonly by: string;
  readonly because: string;
  readonly reviewDue: string;
  readonly review: { readonly upheld: boolean; readonly on: string; readonly by: string } | null;
}

export interface Consents {
  readonly ledger: readonly Consent[];
  readonly emergencies: readonly Emergency[];
  /** From which age on a child is asked itself, by the city's limits when consent was last recorded. */
  readonly assentFromAge: number;
}
