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
