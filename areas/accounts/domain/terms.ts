import { addDays, type OfferedRole, offeredRoles, oneOf, type Role } from '../../../platform/decider/index.ts';

/** Whoever belongs to a partner organisation is its user for good: what was referred to it needs somebody who answers. */
export const TermRole = oneOf(...offeredRoles.filter((role): role is RoleTerm['role'] => role !== 'partner'));

/** A role that is held for a time: its first and its last day, by the city's calendar day; null where no end is planned. */
export interface RoleTerm {
  readonly role: Exclude<OfferedRole, 'partner'>;
  readonly from: string;
  readonly until: string | null;
}

/** A user as far as roles are concerned: those held, and the terms of those that begin or end on a day. */
export interface RolesHeld {
  readonly roles: readonly Role[];
  readonly terms?: readonly RoleTerm[];
}

const isOver = ({ until }: RoleTerm, day: string) => until !== null && until < day;

/** What a day brings: the terms that are over, and those that begin. */
export function turnsOf({ roles, terms = [] }: RolesHeld, day: string) {
  return {
    ended: terms.filter((term) => isOver(term, day)).map(({ role }) => role),
    begun: terms.filter((term) => !roles.includes(term.role) && term.from <= day && !isOver(term, day)).map(({ role }) => role),
  };
}

/** The roles in force on a day and the terms that are not over, also where nobody has noted yet that one began or ended. */
export function heldOn(held: RolesHeld, day: string): { roles: Role[]; terms: RoleTerm[] } {
  const { ended, begun } = turnsOf(held, day);
  const roles = [...held.roles.filter((role) => !ended.some((one) => one === role)), ...begun];
  return { roles, terms: (held.terms ?? []).filter((term) => !isOver(term, day)) };
}

/** The last day, from `day` on, on which these roles are in force; null where no term changes them. */
export function lastDayOf({ roles, terms = [] }: RolesHeld, day = ''): string | null {
  const last = terms.map(({ role, from, until }) => (roles.includes(role) ? until : addDays(from, -1)));
  return last.filter((one): one is string => one !== null && one >= day).sort()[0] ?? null;
}

/** Whether a role may be held on a day on which the other is held too. What has no term is held on every day. */
export function meet(terms: readonly RoleTerm[], one: Role, other: Role): boolean {
  const spanOf = (role: Role) => terms.find((term) => term.role === role);
  const [a, b] = [spanOf(one), spanOf(other)];
  return !(a && b ? isOver(a, b.from) || isOver(b, a.from) : false);
}
