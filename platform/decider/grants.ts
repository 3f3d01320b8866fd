import type { By, Grant, Policy, Rule } from './policy.ts';
import { byOf, type RecordDefinition } from './record/record.ts';
import type { GrantChange, HeldGrant, Role } from './roles.ts';

/** What may be permitted: a record, or something that is none and has acts alone. */
export type Permitted = Pick<RecordDefinition, 'kind' | 'acts' | 'grants'> & { readonly commands?: RecordDefinition['commands'] };

/** A grant of the areas, as Olle ships it. */
export interface StatedGrant extends Grant, HeldGrant {
  readonly kind: string;
  readonly actions: readonly string[];
}

/** A policy made of grants. */
export interface GrantPolicy extends Policy {
  readonly grants: readonly StatedGrant[];
}

/** What a grant allows: acts and commands that name it or a grant it includes. */
function actionsOf({ acts = {}, commands = {}, grants }: Permitted, name: string): string[] {
  const named = new Set([name]);
  for (const one of named) for (const included of grants[one]?.includes ?? []) named.add(included);
  const allowed = (by: By) => [by].flat().some((one) => named.has(one));
  return [
    ...Object.keys(acts).filter((act) => allowed(byOf(acts[act]!))),
    ...Object.keys(commands).filter((command) => allowed(commands[command]!.by)),
  ];
}

/** Whether a city may decide that a role holds a grant, or does not. */
export const mayChange = ({ roles, mayAlso = [], fixed }: HeldGrant, { role, holds }: Pick<GrantChange, 'role' | 'holds'>): boolean =>
  holds ? roles.includes(role) || mayAlso.includes(role) : !(fixed && roles.includes(role));

/** The roles that hold a grant on a day: those it is shipped with, and what the city changed by then as far as it may. The last decision counts. */
export function holdersOf(grant: HeldGrant, changes: readonly GrantChange[], day: string): readonly Role[] {
  const own = changes.filter((change) => change.grant === grant.key && change.from <= day && mayChange(grant, change));
  if (own.length === 0) return grant.roles;
  const holders = new Set(grant.roles);
  for (const { role, holds } of own)
    if (holds) holders.add(role);
    else holders.delete(role);
  return [...holders];
}

/** The policy that the `by` of commands and acts states. What each grant allows is computed once, not for every request. */
export function policyOf(...permitted: readonly Pick<Permitted, 'kind' | 'acts' | 'grants'>[]): GrantPolicy {
  const grants = (permitted as readonly Permitted[]).flatMap((one) =>
    Object.entries(one.grants).map(
      ([name, grant]): StatedGrant => ({ ...grant, key: `${one.kind}/${name}`, kind: one.kind, actions: actionsOf(one, name) }),
    ),
  );
  const policy: Policy = (actor, today, now) => {
    const changes = actor.grantChanges ?? [];
    return grants.flatMap((grant): Rule[] => {
      const holders = changes.length === 0 ? grant.roles : holdersOf(grant, changes, today);
      if (grant.actions.length === 0 || !actor.roles.some((role) => holders.includes(role))) return [];
      const conditions = grant.where?.(actor, today, now);
      if (grant.where && !conditions) return [];
      return [{ action: [...grant.actions], subject: grant.kind, ...(conditions ? { conditions } : {}) }];
    });
  };
  return Object.assign(policy, { grants });
}
