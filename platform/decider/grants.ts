import { type By, holds, type Policy, type Rule } from './policy.ts';
import type { RecordDefinition } from './record.ts';

/** What a grant allows: acts and commands that name it or a grant it includes. */
function actionsOf({ acts = {}, commands, grants }: RecordDefinition, name: string): string[] {
  const named = new Set([name]);
  for (const one of named) for (const included of grants[one]?.includes ?? []) named.add(included);
  const allowed = (by: By) => [by].flat().some((one) => named.has(one));
  return [
    ...Object.keys(acts).filter((act) => allowed(acts[act]!)),
    ...Object.keys(commands).filter((command) => allowed(commands[command]!.by)),
  ];
}

/** The policy that the `by` of the records' commands and acts states. */
export const policyOf =
  (...records: readonly Pick<RecordDefinition, 'kind' | 'acts' | 'grants'>[]): Policy =>
  (actor, today, now) =>
    (records as readonly RecordDefinition[]).flatMap((record) =>
      Object.entries(record.grants).flatMap(([name, { roles, where }]): Rule[] => {
        if (!holds(actor, ...roles)) return [];
        const action = actionsOf(record, name);
        const conditions = where?.(actor, today, now);
        if (action.length === 0 || (where && !conditions)) return [];
        return [{ action, subject: record.kind, ...(conditions ? { conditions } : {}) }];
      }),
    );
