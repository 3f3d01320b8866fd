import { shownCells } from '@olle/estimation';
import { Type } from 'typebox';
import { ageOn, type Born, type Data, fields, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { middleOf } from './age.ts';
import type { ChildFacts } from './evaluate.ts';
import { type RuleId, ruleIds } from './ruleset.ts';

/**
 * The groups by which it is counted whom a rule lists, as far as registers tell them. `need`: the household is on a list of need; `carers`: a carer
 * lives elsewhere; `numbers`: no row has a number of a birth registration or an identity document, as of many foreign and stateless children.
 */
const groups = {
  everybody: ['all'],
  sex: ['female', 'male', 'not-known'],
  age: ['0-4', '5-9', '10-13', '14-17'],
  need: ['on-a-list', 'on-none'],
  carers: ['away', 'here'],
  numbers: ['none', 'some'],
} as const;
type Dimension = keyof typeof groups;
const dimensions = Object.keys(groups) as Dimension[];

/** To which group of each kind a child belongs. */
export function groupsOf(facts: ChildFacts, born: Born | undefined, asOf: string): Readonly<Record<Dimension, string>> {
  const has = (...names: ('sex' | 'carer_absent' | 'national_id' | 'birth_registration_no')[]) =>
    facts.entries.flatMap(({ state }) => names.flatMap((name) => state.values[name] ?? []));
  const [sex] = has('sex');
  const age = born ? ageOn(middleOf(born), asOf).least : undefined;
  const isAway = has('carer_absent').some((value) => value !== 'no');
  return {
    everybody: 'all',
    sex: sex === 'female' || sex === 'male' ? sex : 'not-known',
    age: age === undefined || age < 5 ? '0-4' : age < 10 ? '5-9' : age < 14 ? '10-13' : '14-17',
    need: facts.householdNeeds.length > 0 ? 'on-a-list' : 'on-none',
    carers: isAway ? 'away' : 'here',
    numbers: has('national_id', 'birth_registration_no').length > 0 ? 'some' : 'none',
  };
}

/** How many children of a group a rule lists, or would list; null where so few could single somebody out. */
export const GroupCount = fields({
  rule: oneOf(...ruleIds),
  by: oneOf(...dimensions),
  group: Type.String(),
  n: Maybe(Type.Integer()),
  of: Maybe(Type.Integer()),
});
export type GroupCount = Data<typeof GroupCount>;

/** Counts children by rule and group. What may not be shown does not leave it. */
export class GroupCounts {
  readonly #of = new Map<string, number>();
  readonly #listed = new Map<string, number>();

  /** A child with all the rules that apply, used or not. */
  add(belongs: Readonly<Record<Dimension, string>>, rules: readonly RuleId[]): void {
    const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const by of dimensions) {
      count(this.#of, `${by} ${belongs[by]}`);
      for (const rule of rules) count(this.#listed, `${rule} ${by} ${belongs[by]}`);
    }
  }

  counts(): GroupCount[] {
    return ruleIds.flatMap((rule) =>
      dimensions.flatMap((by) => {
        const cells = groups[by].map((group) => ({
          n: this.#listed.get(`${rule} ${by} ${group}`) ?? 0,
          of: this.#of.get(`${by} ${group}`) ?? 0,
        }));
        return shownCells(cells).map((cell, i) => ({ rule, by, group: groups[by][i]!, n: cell?.n ?? null, of: cell?.of ?? null }));
      }),
    );
  }
}
