import type { Problems, Refusal } from '../decider/index.ts';

/** The ledger's own refusals. */
export const ledgerProblems = {
  'ledger.invalid-input': 422,
  'ledger.not-found': 404,
  'ledger.area-off': 404,
  'ledger.no-such-record': 422,
  'ledger.no-such-entry': 404,
  'ledger.day-past': 422,
  'ledger.day-to-come': 422,
  'ledger.not-allowed': 403,
  'ledger.not-possible-now': 409,
  'ledger.changed-meanwhile': 409,
  'ledger.one-a-city': 409,
  'ledger.command-id-reused': 409,
  'ledger.erased': 410,
} as const satisfies Problems;

/** A refusal as an exception, for code that cannot go on. */
export class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.refused);
    this.refusal = refusal;
  }
}
