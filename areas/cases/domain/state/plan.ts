import type { LifeDomain } from '../lifeDomains.ts';

export const needLevels = ['none', 'some', 'serious', 'urgent'] as const;
export type NeedLevel = (typeof needLevels)[number];

/** What a child needs in one domain of its life. */
export interface Need {
  readonly domain: LifeDomain;
  readonly level: NeedLevel;
}

/** What is to be reached for a child, in one domain. */
export interface Goal {
  readonly id: string;
  readonly domain: LifeDomain;
  readonly what: string;
  readonly due: string;
  readonly state: 'open' | 'met' | 'dropped';
  readonly settledOn: string | null;
}

export interface Plan {
  /** The needs as last assessed, with the day; null before the first assessment. */
  readonly needs: { readonly on: string; readonly by: string; readonly needs: readonly Need[]; readonly strengths: string | null } | null;
  readonly goals: readonly Goal[];
  /** The day on which the plan is looked at again; null before there is one. */
  readonly reviewOn: string | null;
  /** Until when needs must have been assessed and a plan made, by the city's limits at the opening. */
  readonly assessmentDue: string | null;
  readonly planDue: string | null;
  /** What was agreed for the end, before a case is closed with its goals met. */
  readonly ending: { readonly on: string; readonly child: Agreement; readonly carer: Agreement; readonly contact: string } | null;
}

export const agreements = ['agrees', 'does-not-agree', 'cannot-say'] as const;
export type Agreement = (typeof agreements)[number];
