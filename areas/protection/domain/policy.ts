import { holds, type Policy } from '../../../platform/decider/index.ts';

/**
 * Data-protection officers give access, place holds and ask for erasures; another of them or a supervisor, who knows the work, says yes or
 * no. (`complete` and `repeat` are the system's: nobody notes an erasure that was not carried out.)
 */
export const policy: Policy = (actor) => [
  ...(holds(actor, 'data-protection-officer')
    ? [
        { action: ['read', 'ask', 'withdraw', 'decline', 'confirm'], subject: 'protection.erasure' },
        { action: ['place', 'lift'], subject: 'protection.hold' },
        { action: 'give', subject: 'protection.packet' },
      ]
    : []),
  ...(holds(actor, 'supervisor') ? [{ action: ['read', 'decline', 'confirm'], subject: 'protection.erasure' }] : []),
];
