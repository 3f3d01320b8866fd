import { rulesToAST } from '@casl/ability/extra';
import { CompoundCondition, type Condition, FieldCondition } from '@ucast/core';
import { type RawBuilder, sql } from 'kysely';
import type { Ability } from './ability.ts';

/** The column of a fact: `dueOn` is `due_on`. */
const column = (alias: string, fact: string): RawBuilder<unknown> =>
  sql.ref(`${alias}.${fact.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)}`);

/** A field of an element of a fact that is a list of things; compared as JavaScript does, by code. */
const inElement = (field: string): RawBuilder<unknown> => sql`(e.element ->> ${sql.lit(field)}) collate "C"`;

const comparisons: Record<string, string> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/**
 * Within a `not`, an unknown must be false, or the row would be neither in nor out. Elsewhere an unknown keeps a row out by itself, and
 * is left one: only a plain comparison is looked up in an index.
 */
function translate(condition: Condition, fieldOf: (fact: string) => RawBuilder<unknown>, negated = false): RawBuilder<boolean> {
  const known = (comparison: RawBuilder<boolean>) =>
    negated ? sql<boolean>`(coalesce(${comparison}, false))` : sql<boolean>`(${comparison})`;
  if (condition instanceof CompoundCondition) {
    const within = negated || condition.operator === 'not';
    const parts = (condition.value as Condition[]).map((part) => translate(part, fieldOf, within));
    switch (condition.operator) {
      case 'and':
        return sql`(${sql.join(parts, sql` and `)})`;
      case 'or':
        return sql`(${sql.join(parts, sql` or `)})`;
      case 'not':
        return sql`(not (${sql.join(parts, sql` and `)}))`;
    }
  }
  if (condition instanceof FieldCondition && typeof condition.field === 'string') {
    const field = fieldOf(condition.field);
    const { value } = condition;
    switch (condition.operator) {
      case 'eq':
        return value === null ? sql`(${field} is null)` : known(sql`${field} = ${value}`);
      case 'ne':
        return sql`(${field} is distinct from ${value})`;
      case 'in':
        return known(sql`${field} = any(${value})`);
      case 'nin':
        return sql`(not coalesce(${field} = any(${value}), false))`;
      case 'all':
        return known(sql`${field} @> ${value}`);
      case 'elemMatch':
        return sql`(exists (select from jsonb_array_elements(${field}) e (element) where ${translate(value as Condition, inElement, negated)}))`;
      case 'lt':
      case 'lte':
      case 'gt':
      case 'gte':
        return known(sql`${field} ${sql.raw(comparisons[condition.operator]!)} ${value}`);
    }
  }
  // Closed by default: a condition this translation does not know must never widen a list.
  throw new Error(`A permission rule uses the condition "${condition.operator}", which lists cannot express.`);
}

/**
 * The permission rules for an action on a kind of record as an SQL condition over the row named `alias`, whose columns are the
 * record's facts in snake_case. Agrees with `allows` on every row; `false` where nothing is allowed.
 */
export function where(ability: Ability, action: string, kind: string, alias: string): RawBuilder<boolean> {
  const ast = rulesToAST(ability, action, kind);
  if (ast === null) return sql<boolean>`false`;
  return translate(ast as Condition, (fact) => column(alias, fact));
}
