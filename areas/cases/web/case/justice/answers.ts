import type { Justice, Stage, Step } from '../../../domain/index.ts';

export type JusticeStep = Step;
export type JusticeCourtDate = Justice['courtDates'][number];
/** What the route of the page answers. */
export interface CaseJustice extends Justice {
  readonly stages: readonly Stage[];
}
