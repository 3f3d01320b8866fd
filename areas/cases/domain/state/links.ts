/** How two cases belong together. */
export const linkKinds = ['sibling', 'same-household', 'same-incident', 'same-recruiter', 'other'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** Another case that belongs together with this one. */
export interface CaseLink {
  readonly case: string;
  readonly kind: LinkKind;
  readonly on: string;
  readonly by: string;
  /** Whether it was said here; else it was heard from the other case. */
  readonly own: boolean;
  /** What is known of it. It stands in the case in which it was written, so that it goes with that child. */
  readonly known: string | null;
}

/** What ties a case to others: cases that somebody linked, and suspects. */
export interface Links {
  readonly cases: readonly CaseLink[];
  /** Suspects who are connected to the case, with the carer whom one of them is. What else is known of them is in their own records. */
  readonly suspects: readonly { readonly suspect: string; readonly carer: string | null }[];
}
