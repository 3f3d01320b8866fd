import type { CloseReason } from '../choices.ts';

/** Reasons that no danger holds up: the child has died, or the work on the child goes on in another case. */
const overAnyway: readonly string[] = ['died', 'duplicate'] satisfies readonly CloseReason[];

/** Whether what protects the child must be done before a case is closed for that reason. */
export const protectsFirst = (reason: string): boolean => !overAnyway.includes(reason);
