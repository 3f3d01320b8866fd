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
