import type { Actor } from './decider.ts';
import type { GrantLimits, Role } from './roles.ts';

/** A permission rule as CASL reads it; it allows and never forbids. `conditions` are in its MongoDB form over the facts of the record. */
export interface Rule {
  readonly action: string | string[];
  readonly subject: string | string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
}

/**
 * What an area allows to whom: pure, so that server, list and screen read the same rules. `today` is the city's calendar day, for what is
 * allowed until a day; `now` the instant, for what is allowed for hours.
 */
export type Policy = (actor: Actor, today: string, now: string) => readonly Rule[];

/** Who may give commands to a record or read it: users of some roles, for all records of the kind or those that `where` names. */
export interface Grant extends GrantLimits {
  /** The records it holds for, as a condition over their facts; where left out all of the city, where it gives undefined none. */
  where?(actor: Actor, today: string, now: string): Rule['conditions'] | undefined;
  /** Other grants that it includes. */
  readonly includes?: readonly string[];
}

/** Names of a record's grants, or the system alone, as a consequence of another record's change. */
export type By = string | readonly string[];

/** After every day: without a current day, nothing that ends on a day is allowed. */
export const afterAll = '9999-12-31';
/** The same of instants. */
export const afterAllInstants = `${afterAll}T23:59:59.999Z`;

/** True where the actor has one of the roles. It may narrow what a grant allows and never replaces one, because cities change who has grants. */
export function hasRole(actor: Actor, ...some: Role[]): boolean {
  return actor.roles.some((role) => some.includes(role));
}
