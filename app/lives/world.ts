import type { CaseState } from '../../areas/cases/domain/state/case.ts';
import { anId } from './chance.ts';
import { partnerKinds } from './checker/ends.ts';

export interface Act {
  /** The name of a command; `wait`: nobody does anything, and days go by. */
  readonly name: string;
  readonly input: object;
  /** Who of the office, by place in the list; or a consequence. */
  readonly by: number | 'system';
}
export interface Now {
  readonly state: CaseState | undefined;
  readonly today: string;
  readonly office: readonly string[];
}
/** What somebody does as things stand; nothing where there is nothing to do it to. */
export type Step = (now: Now) => Act | undefined;

// Few people, places and things, so that acts meet what others left.
export const people = [
  { carer: anId(101), name: 'Gita Rai', relation: 'mother' },
  { carer: anId(102), name: 'Hari Rai', relation: 'father' },
  { carer: anId(103), name: 'Mina Rai', relation: 'aunt-or-uncle' },
  { carer: anId(104), name: 'Asha Lama', relation: 'appointed' },
  { carer: anId(105), name: 'Bir Rai', relation: 'spouse' },
  { carer: anId(106), name: 'Home of Hope', relation: 'institution' },
  { carer: anId(107), name: 'Dil Rai', relation: 'neighbour' },
] as const;
export type Someone = (typeof people)[number];
export const houses = [anId(201), anId(202), anId(203)];
export const suspects = [anId(301), anId(302)];
export const otherCase = anId(1001);
export const partners = Object.keys(partnerKinds);
export const solutions = ['family-return', 'family-return', 'local-integration', 'alternative-care', 'country-of-origin', 'resettlement'];
