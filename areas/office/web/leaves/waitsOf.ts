import type { Leave } from '../../contract/index.ts';

/** What a supervisor has to do for a leave now; nothing where it runs its course. */
export const waitsOf = ({ from, until, left }: Leave, today: string): 'hand-over-now' | 'give-back-now' | undefined => {
  if (until < today) return 'give-back-now';
  return from <= today && left > 0 ? 'hand-over-now' : undefined;
};
