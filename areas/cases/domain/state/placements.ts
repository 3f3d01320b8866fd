import { placeKinds } from './bestInterests.ts';

export const leavings = ['ran-away', 'taken-away', 'moved-out'] as const;
export const tracingSteps = ['searching', 'found', 'verified', 'not-found'] as const;
/** What is seen to before a child goes home; without the first ones it does not go. */
export const mustPrepare = ['child-told', 'family-told', 'escort', 'safety-plan'] as const;
export const preparations = [...mustPrepare, 'papers', 'health', 'school', 'livelihood', 'local-office'] as const;
export type Preparation = (typeof preparations)[number];

/** Where a child lives. `home`: where it returned to. `away`: it left care, and is nowhere that the office knows. */
export const dwellings = [...placeKinds, 'home', 'away'] as const;

/** Where the child was or is, from when to when; one follows the other. */
export interface Stay {
  readonly id: string;
  readonly kind: (typeof dwellings)[number];
  readonly place: string | null;
  /** What the place is called; empty where it is away. */
  readonly name: string;
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  readonly responsible: string;
  /** For an emergency placement: until when the place must have been assessed. */
  readonly emergencyUntil: string | null;
}

/** The search for somebody of the child's family. */
export interface Tracing {
  readonly id: string;
  readonly whom: string;
  readonly through: string;
  readonly step: (typeof tracingSteps)[number];
  readonly on: string;
  readonly note: string;
}

export interface Placements {
  /** In order; only the last may be open. */
  readonly stays: readonly Stay[];
  readonly tracings: readonly Tracing[];
  readonly prepared: readonly Preparation[];
  /** The return home that holds; null again when the child was taken into care afterwards. */
  readonly returned: { readonly id: string; readonly on: string; readonly place: string; readonly carer: string } | null;
}
