import { createMongoAbility, type MongoAbility, type RawRuleOf, subject } from '@casl/ability';
import { type Actor, afterAll, afterAllInstants, type Facts, type Policy, type Rule } from '../decider/index.ts';

export type Ability = MongoAbility;

/** All rules of an actor on a day and at an instant: what the areas' policies grant, each bound to the actor's own city. */
export function rulesOf(policies: readonly Policy[], actor: Actor, today = afterAll, now = afterAllInstants): Rule[] {
  return policies
    .flatMap((policy) => policy(actor, today, now))
    .map((rule) => ({ ...rule, conditions: { ...rule.conditions, city: actor.city } }));
}

/** The actor's abilities, from the rules that `rulesOf` gives. */
export function abilityOf(rules: readonly Rule[]): Ability {
  return createMongoAbility(rules as unknown as RawRuleOf<MongoAbility>[]);
}

/** Whether the action is allowed on a record with these facts; the facts must name its city. */
export function allows(ability: Ability, action: string, kind: string, facts: Facts & { readonly city: number }): boolean {
  return ability.can(action, subject(kind, { ...facts }));
}

/** Whether the action is allowed on any record of the kind at all: what decides if a list or a button is offered. */
export function allowsSome(ability: Ability, action: string, kind: string): boolean {
  return ability.can(action, kind);
}

/** For each kind the actions that are allowed on some record of it: what the screen asks before it offers a page or a button. */
export function actionsByKind({ rules }: Ability): Record<string, string[]> {
  const actions = new Map<string, Set<string>>();
  for (const { action, subject: kinds } of rules as Rule[])
    for (const kind of [kinds].flat()) actions.set(kind, new Set([...(actions.get(kind) ?? []), ...[action].flat()]));
  return Object.fromEntries([...actions].map(([kind, some]) => [kind, [...some]]));
}
