import type { Leave } from '../../contract/index.ts';

/** What a supervisor has to do for a leave now; nothing where it runs its course. */
export const waitsOf = ({ until, left }: Leave, today: string): 'hand-over-now' | 'give-back-now' | undefined =>
  until < today ? 'give-back-now' : left > 0 ? 'hand-over-now' : undefined;
