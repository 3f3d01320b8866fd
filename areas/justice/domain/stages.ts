import type { Child } from './child.ts';
import type { Justice, Step } from './state.ts';

/** How far justice came, for figures: each stage is reached by itself, for compensation is also paid where nobody was convicted. */
export const stages = ['suspected', 'complaint', 'investigation', 'prosecution', 'conviction', 'compensation'] as const;
export type Stage = (typeof stages)[number];

/** The steps that count: none that was written down in error. */
export const standing = ({ steps }: Justice): readonly Step[] => steps.filter(({ struck }) => struck === null);

/** Whether somebody is convicted of it now: by a verdict that no later appeal set aside. */
function isConvicted(steps: readonly Step[]): boolean {
  const setAside = steps.filter(({ kind, outcome }) => kind === 'appeal' && outcome === 'set-aside');
  return steps.some(
    ({ kind, outcome, on }) => kind === 'verdict' && outcome === 'convicted' && !setAside.some((appeal) => appeal.on >= on),
  );
}

/** Steps after which something is still to come, each with what ends it. */
const awaits: Partial<Record<Step['kind'], (later: Step) => boolean>> = {
  'court-asked': ({ kind }) => kind === 'court-order',
  investigation: ({ kind, outcome }) => (kind === 'investigation' && outcome !== 'begun') || kind === 'charge' || kind === 'verdict',
  charge: ({ kind }) => kind === 'verdict',
  trial: ({ kind }) => kind === 'verdict',
  appeal: ({ kind, outcome }) => kind === 'appeal' && outcome !== 'asked',
  'compensation-asked': ({ kind }) => kind === 'compensation-awarded' || kind === 'compensation-refused',
  'compensation-awarded': ({ kind }) => kind === 'compensation-paid',
};
const begins: readonly (string | null)[] = [null, 'begun', 'filed', 'asked'];
/** Whether proceedings still run: an accusation that has not ended, a day in court to come, or a step after which something is to come. */
export function runsOn(justice: Justice): boolean {
  const steps = standing(justice);
  const open = steps.some(
    (step) =>
      begins.includes(step.outcome) && awaits[step.kind] && !steps.some((later) => later.on >= step.on && awaits[step.kind]!(later)),
  );
  return open || justice.accusations.some(({ ended }) => ended === null) || justice.courtDates.some(({ state }) => state === 'planned');
}

/** The stages that were reached, in their order; the last is how far justice came. Nothing where there is not even a suspicion. */
export function stagesOf({ justice, isVictim }: Child): readonly Stage[] {
  const steps = standing(justice);
  const has = (kind: Step['kind'], outcome?: string) =>
    steps.some((step) => step.kind === kind && (outcome === undefined || step.outcome === outcome));
  const reached: Readonly<Record<Stage, boolean>> = {
    suspected: isVictim || steps.length > 0,
    complaint: has('complaint'),
    investigation: has('investigation'),
    prosecution: has('charge', 'filed'),
    conviction: isConvicted(steps),
    compensation: has('compensation-awarded') || has('compensation-paid'),
  };
  return stages.filter((stage) => reached[stage]);
}
