import type { Born } from '../../../platform/decider/index.ts';
import type { Justice } from './state.ts';

/** Something that is known to have happened, and until when it lasted where it is over. */
export interface Fact {
  readonly on: string;
  readonly to?: string | null;
}

/** Facts outside of the proceedings by which legal timers start or end: the record that the proceedings are a part of knows them. */
export const childFacts = [
  'opened',
  'graded',
  'presumed',
  'danger',
  'decision',
  'identified',
  'review-asked',
  'review-settled',
  'placed',
  'placed-in-emergency',
  'sheltered',
  'with-family',
  'away',
  'returned',
  'assessed',
  'assessed-again',
  'planned',
  'visited',
  'helped',
] as const;
export type ChildFact = (typeof childFacts)[number];

/** As much as the proceedings need to know of the child and of the record that they are a part of. */
export interface Child {
  readonly justice: Justice;
  readonly openedOn: string;
  /** Of which country the laws are; null: the record does not say. */
  readonly country: string | null;
  readonly born: Born | null;
  /** Whether anything speaks of trafficking. */
  readonly isVictim: boolean;
  /** Where the child is detained now; null: they are not, as far as anybody wrote down. */
  readonly detention: { readonly id: string; readonly from: string } | null;
  readonly happened: (fact: ChildFact) => readonly Fact[];
}
