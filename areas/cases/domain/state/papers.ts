/** A paper of a case, a photo or a recording; what it holds is kept beside the log. */
export interface Paper {
  readonly id: string;
  readonly kind: PaperKind;
  readonly about: PaperAbout;
  /** BCP 47, of what is written or said in it; null where it has none or nobody said. */
  readonly language: string | null;
  readonly title: string | null;
  readonly on: string;
  readonly by: string;
  /** Set where its content was destroyed: when, by whom and why. */
  readonly removed: { readonly on: string; readonly by: string; readonly because: string } | null;
}
export type Papers = readonly Paper[];

export const paperKinds = ['identity', 'photo', 'medical', 'court', 'consent', 'school', 'message', 'other'] as const;
export type PaperKind = (typeof paperKinds)[number];
export const paperAbouts = ['child', 'mother', 'father', 'guardian', 'sibling', 'suspect', 'place', 'other'] as const;
export type PaperAbout = (typeof paperAbouts)[number];

/** What a printed document may show of a case, in the order in which it is printed. */
export const printSections = [
  'child',
  'concern',
  'protection',
  'identification',
  'needs',
  'goals',
  'actions',
  'services',
  'care',
  'visits',
  'justice',
  'notes',
  'papers',
] as const;
export type PrintSection = (typeof printSections)[number];
