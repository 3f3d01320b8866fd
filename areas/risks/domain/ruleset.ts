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
type Known = Partial<Settings>;
/** In one order, whatever the order in which they were sent. */
const asRules = (settings: Known): Rule[] =>
  ruleIds.map((id) => {
    const own: Record<string, number> = defaults.rules[id].parameters;
    // Rules that were set before there was this one: the city does not use it until it decides so.
    const { weight, active, parameters }: Omit<Rule, 'id'> = settings[id] ?? { ...defaults.rules[id], active: false };
    return { id, weight, active, parameters: Object.fromEntries(Object.keys(own).map((name) => [name, parameters[name] ?? own[name]!])) };
  });

/** Between which numbers a parameter of any rule may lie. */
const limits: Readonly<Record<string, { readonly least: number; readonly most: number }>> = defaults.limits;
/** The same by rule, for the screen. */
export const limitsOf = (id: RuleId) => Object.fromEntries(Object.keys(defaults.rules[id].parameters).map((name) => [name, limits[name]!]));

/** The rules a city starts with: its country's limits are put in. A country that asks no child to attend school begins without that rule. */
export function defaultRules(country: string): RuleSet {
  const given: Settings = defaults.rules;
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

/** Whom a rule may hit for what they are rather than for a danger they are in. */
export const hitGroups = ['foreign', 'migrant', 'home-school', 'religious-school', 'poverty'] as const;
export const hitsOf = (id: RuleId): readonly (typeof hitGroups)[number][] => defaults.rules[id].hits as (typeof hitGroups)[number][];
/** What is known of a rule's sign, and how well. The weight itself comes from no study: the council's own, or what Olle starts with. */
export const evidenceOf = (id: RuleId): { readonly source: string; readonly mark: 'V' | 'S' | 'M' } =>
  defaults.rules[id].evidence as { source: string; mark: 'V' | 'S' | 'M' };

/** Rules that may hit groups and are turned on, each with why it is right to do so although it hits them. */
const turnedOn = coded(Type.Optional(Type.Array(fields({ rule: coded(oneOf(...ruleIds)), because: field.line }))));

const version = { turnedOn, from: field.day, because: field.line, rules: coded(SettingsSchema) };
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
  readonly turnedOn?: readonly { readonly rule: RuleId; readonly because: string }[];
}

export interface RulesetState {
  /** In order of the day from which each holds. */
  readonly versions: readonly RuleVersion[];
  /** Rules that may hit groups and of which it was said why they are used all the same. */
  readonly said: readonly RuleId[];
}

/** Rules in use that may hit a group, and of which nobody of the city has said why: Olle began with them. */
export const undecidedOf = (state: RulesetState | undefined, rules: readonly Rule[]): readonly RuleId[] =>
  rules.flatMap(({ id, active }) => (active && hitsOf(id).length > 0 && !state?.said.includes(id) ? [id] : []));

/** The rules that hold on a day: the latest version that has begun, or those the city started with. */
export const inForceOn = (state: RulesetState | undefined, country: string, day: string): RuleSet =>
  state?.versions.findLast(({ from }) => from <= day) ?? defaultRules(country);

const withoutFrom = (state: RulesetState | undefined, from: string) => state?.versions.filter((one) => one.from !== from) ?? [];
/** Whether a rule is in use on the day before others begin. */
const wasActive = (state: RulesetState | undefined, id: RuleId, from: string): boolean =>
  (state?.versions.findLast((one) => one.from <= from)?.rules ?? asRules(defaults.rules)).some((rule) => rule.id === id && rule.active);
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
    /** Sees whom the rules list, by group. */
    counter: { roles: ['monitoring-officer'], mayAlso: ['data-protection-officer', 'research', 'council'] },
    keeper: { roles: ['supervisor', 'administrator'], mayAlso: ['monitoring-officer', 'council'], includes: ['reader'] },
  },
  acts: { read: 'reader', 'see-groups': ['keeper', 'counter'] },
  evolve(state, event) {
    const others = withoutFrom(state, event.from);
    const said = state?.said ?? [];
    if (event.type === 'rules-withdrawn') return { versions: others, said };
    const { from, on, by, because, rules, turnedOn } = event;
    const set = { from, ...(turnedOn ? { turnedOn } : {}), rules: asRules(rules), setOn: on, by, because };
    const fresh = (turnedOn ?? []).flatMap(({ rule }) => (said.includes(rule) ? [] : [rule]));
    return { versions: [...others, set].sort((a, b) => a.from.localeCompare(b.from)), said: [...said, ...fresh] };
  },
  commands: {
    set: command({
      summary: 'Set the rules that hold from a day on; what held before is kept',
      in: 'new-or-existing',
      by: 'keeper',
      input: fields(version),
      decide(state, { from, because, rules, turnedOn }, { today, actor }) {
        if (from < today) return refuse('risks.rules-in-the-past', { from }, ['/from']);
        const { fromAge, toAge } = rules['not-in-school'].parameters;
        if (fromAge! > toAge!) return refuse('risks.ages-reversed', {}, ['/rules/not-in-school']);
        const unseen = ruleIds.find(
          (id) => hitsOf(id).length > 0 && rules[id].active && !wasActive(state, id, from) && !turnedOn?.some(({ rule }) => rule === id),
        );
        if (unseen) return refuse('risks.look-whom-it-hits', {}, [`/rules/${unseen}/active`]);
        const known = state?.versions.find((one) => one.from === from);
        const saysMore = turnedOn?.some(({ rule }) => !state?.said.includes(rule)) ?? false;
        if (known && !saysMore && JSON.stringify(known.rules) === writtenOut(rules)) return [];
        return [{ type: 'rules-set', from, on: today, by: actor.id, rules, because, ...(turnedOn ? { turnedOn } : {}) }];
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
