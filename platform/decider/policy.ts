import type { Actor, Role } from './decider.ts';

/** A permission rule as CASL reads it. `conditions` are in its MongoDB form over the facts of the record. */
export interface Rule {
  readonly action: string | string[];
  readonly subject: string | string[];
  readonly conditions?: Readonly<Record<string, unknown>>;
  readonly inverted?: boolean;
  readonly reason?: string;
}

/** What an area allows to whom: pure, so that server, list and screen read the same rules. */
export type Policy = (actor: Actor) => readonly Rule[];

/** True where the actor holds one of the roles. */
export function holds(actor: Actor, ...some: Role[]): boolean {
  return actor.roles.some((role) => some.includes(role));
}
