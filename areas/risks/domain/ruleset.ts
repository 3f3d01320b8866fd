import { Type } from 'typebox';
import { coded, command, type Data, defineRecord, type EventOf, field, fields, oneOf, refuse } from '../../../platform/decider/index.ts';
import { daysUntil, factsOf } from './countryFacts.ts';
import defaults from './rules.json' with { type: 'json' };

export type RuleId = keyof typeof defaults.rules;
export const ruleIds = Object.keys(defaults.rules) as RuleId[];

/** A rule as a council decides it: its weight orders work, nothing more. */
export const Rule = Type.Object({
  id: oneOf(...ruleIds),
  weight: Type.Integer(),
  /** False where the city does not look for it. */
  active: Type.Boolean(),
  parameters: Type.Record(Type.String(), Type.Integer()),
});
export type Rule = Data<typeof Rule>;

export interface RuleSet {
  /** The day from which it holds, until the day of the next. */
  readonly from: string;
  readonly rules: readonly Rule[];
}

type Settings = Record<RuleId, Omit<Rule, 'id'>>;
/** In one order, whatever the order in which they were sent. */
const asRules = (settings: Settings): Rule[] =>
  ruleIds.map((id) => {
    const { weight, active, parameters } = settings[id];
    const names = Object.keys(defaults.rules[id].parameters);
    return { id, weight, active, parameters: Object.fromEntries(names.map((name) => [name, parameters[name]!])) };
  });

/** Between which numbers a parameter of any rule may lie. */
const limits: Readonly<Record<string, { readonly least: number; readonly most: number }>> = defaults.limits;
/** The same by rule, for the screen. */
export const limitsOf = (id: RuleId) => Object.fromEntries(Object.keys(defaults.rules[id].parameters).map((name) => [name, limits[name]!]));

/** The rules a city starts with: its country's limits are put in. A country that asks no child to attend school begins without that rule. */
export function defaultRules(country: string): RuleSet {
  const given = defaults.rules as Settings;
  const own = factsOf(country);
  if (!own) return { from: defaults.from, rules: asRules(given) };
  const put = (id: RuleId, parameters: object, active = given[id].active) => ({
    ...given[id],
    active,
    parameters: { ...given[id].parameters, ...parameters },
  });
  const { days } = own.registration;
  const { fromAge, toAge, startMonth, compulsory = true } = own.school;
  return {
    from: defaults.from,
    rules: asRules({
      ...given,
      'birth-not-registered': put('birth-not-registered', { graceDays: days }),
      'not-in-school': put('not-in-school', { fromAge, toAge, startMonth }, compulsory),
      'immunisation-missed': put(
        'immunisation-missed',
        Object.fromEntries(Object.entries(own.vaccines).map(([dose, fact]) => [dose, daysUntil(fact)])),
      ),
    }),
  };
}

const SettingsSchema = fields(
  Object.fromEntries(
    ruleIds.map((id) => [
      id,
      fields({
        weight: Type.Integer({ minimum: 0, maximum: 100 }),
        active: Type.Boolean(),
        parameters: fields(
          Object.fromEntries(
            Object.entries(limitsOf(id)).map(([name, { least, most }]) => [name, Type.Integer({ minimum: least, maximum: most })]),
          ),
        ),
      }),
    ]),
  ),
) as unknown as ReturnType<typeof Type.Unsafe<Settings>>;

const version = { from: field.day, because: field.line, rules: coded(SettingsSchema) };
const rulesetEvents = {
  'rules-set': fields({ ...version, on: field.date, by: field.id }),
  'rules-withdrawn': fields({ from: field.day, by: field.id }),
};
export type RulesetEvent = EventOf<typeof rulesetEvents>;

/** A version of the rules, and who decided it when and why. */
export interface RuleVersion extends RuleSet {
  readonly setOn: string;
  readonly by: string;
  readonly because: string;
}

export interface RulesetState {
  /** In order of the day from which each holds. */
  readonly versions: readonly RuleVersion[];
}

/** The rules that hold on a day: the latest version that has begun, or those the city started with. */
export const inForceOn = (state: RulesetState | undefined, country: string, day: string): RuleSet =>
  state?.versions.findLast(({ from }) => from <= day) ?? defaultRules(country);

const withoutFrom = (state: RulesetState | undefined, from: string) => state?.versions.filter((one) => one.from !== from) ?? [];
const writtenOut = (settings: Settings) => JSON.stringify(asRules(settings));

export const rulesetRecord = defineRecord<RulesetState, RulesetEvent>()({
  kind: 'risks.ruleset',
  single: true,
  events: rulesetEvents,
  facts: () => ({}),
  // Whoever sees the list or its counts sees by which rules.
  grants: {
    reader: {
      roles: ['case-worker', 'registrar', 'monitoring-officer', 'data-protection-officer'],
      mayAlso: ['clinic', 'research', 'council', 'legal', 'campaign', 'trainer', 'exchange-officer'],
    },
    keeper: { roles: ['supervisor', 'administrator'], mayAlso: ['monitoring-officer', 'council'], includes: ['reader'] },
  },
  acts: { read: 'reader' },
  evolve(state, event) {
    const others = withoutFrom(state, event.from);
    if (event.type === 'rules-withdrawn') return { versions: others };
    const { from, on, by, because, rules } = event;
    const set = { from, rules: asRules(rules), setOn: on, by, because };
    return { versions: [...others, set].sort((a, b) => a.from.localeCompare(b.from)) };
  },
  commands: {
    set: command({
      summary: 'Set the rules that hold from a day on; what held before is kept',
      in: 'new-or-existing',
      by: 'keeper',
      input: fields(version),
      decide(state, { from, because, rules }, { today, actor }) {
        if (from < today) return refuse('risks.rules-in-the-past', { from }, ['/from']);
        const { fromAge, toAge } = rules['not-in-school'].parameters;
        if (fromAge! > toAge!) return refuse('risks.ages-reversed', {}, ['/rules/not-in-school']);
        const known = state?.versions.find((one) => one.from === from);
        if (known && JSON.stringify(known.rules) === writtenOut(rules)) return [];
        return [{ type: 'rules-set', from, on: today, by: actor.id, rules, because }];
      },
    }),
    withdraw: command({
      summary: 'Take back rules that do not hold yet',
      in: 'new-or-existing',
      by: 'keeper',
      input: fields({ from: field.day }),
      decide(state, { from }, { today, actor }) {
        if (!state?.versions.some((one) => one.from === from)) return refuse('risks.no-such-rules', { from }, ['/from']);
        if (from <= today) return refuse('risks.rules-in-force', { from }, ['/from']);
        return [{ type: 'rules-withdrawn', from, by: actor.id }];
      },
    }),
  },
});
