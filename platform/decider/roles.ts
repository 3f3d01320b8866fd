/** Every role of the nine areas. Of each a person may hold several, but for those that `accounts` keeps apart. */
export const roles = [
  'case-worker',
  'supervisor',
  'registrar',
  'partner',
  'monitoring-officer',
  'data-protection-officer',
  'administrator',
  'clinic',
  'research',
  'council',
  'legal',
  'campaign',
  'triage',
  'volunteer',
  'trainer',
  'exchange-officer',
] as const;
export type Role = (typeof roles)[number];

/** The roles that users may be given: those that have something to do in an area that there is. An area that brings grants of another adds it here. */
export const offeredRoles = [
  'case-worker',
  'supervisor',
  'registrar',
  'partner',
  'monitoring-officer',
  'data-protection-officer',
  'administrator',
] as const satisfies readonly Role[];
export type OfferedRole = (typeof offeredRoles)[number];

/** Who holds a grant, and what a city may change of that. */
export interface GrantLimits {
  /** The roles that hold it unless the city changed that. */
  readonly roles: readonly Role[];
  /** Other roles that a city may give it to; none where left out. */
  readonly mayAlso?: readonly Role[];
  /** True where no city may take it from its roles. */
  readonly fixed?: true;
}

/** A grant as decisions on it name it. */
export interface HeldGrant extends GrantLimits {
  /** `<area>.<record>/<grant>`. */
  readonly key: string;
}

/** A city's decision that from a day on a role holds a grant, or does not. */
export interface GrantChange {
  readonly grant: string;
  readonly role: Role;
  readonly holds: boolean;
  readonly from: string;
}
