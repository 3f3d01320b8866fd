import { addDays, addMonths, ageOn, earliest, latest } from '../../../platform/decider/index.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import defaults from './rules.json' with { type: 'json' };

export const ruleIds = [
  'birth-not-registered',
  'not-in-school',
  'dropped-out',
  'immunisation-missed',
  'unseen',
  'carer-absent',
  'household-need',
  'sibling-with-case',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** A rule as a council decides it: its weight orders work, nothing more. */
export interface Rule {
  readonly id: RuleId;
  readonly weight: number;
  readonly parameters: Readonly<Record<string, number>>;
}

export interface RuleSet {
  /** The day from which it holds. */
  readonly from: string;
  readonly rules: readonly Rule[];
}

/** The rules a city starts with; its country's limits are put in. */
export function defaultRules(country: string): RuleSet {
  const own = (
    defaults.countries as Record<string, { graceDays: number; fromAge: number; toAge: number; dueDays?: Record<string, number> }>
  )[country];
  return {
    from: defaults.from,
    rules: (defaults.rules as unknown as Rule[]).map((rule) => {
      if (!own) return rule;
      if (rule.id === 'birth-not-registered') return { ...rule, parameters: { graceDays: own.graceDays } };
      if (rule.id === 'not-in-school') return { ...rule, parameters: { fromAge: own.fromAge, toAge: own.toAge } };
      // The days on which doses fall due, where the country's schedule is another.
      if (rule.id === 'immunisation-missed' && own.dueDays) return { ...rule, parameters: { ...rule.parameters, ...own.dueDays } };
      return rule;
    }),
  };
}

/** What the registers say of one child. */
export interface ChildFacts {
  readonly birthDate: string | null;
  readonly entries: readonly { readonly id: string; readonly state: EntryState }[];
  /** Lists of need the household is on: the rows, and how many different lists. */
  readonly householdNeeds: readonly { readonly id: string; readonly list: string }[];
  /** Open cases of others in the household. */
  readonly siblingCases: number;
  /** Registers that have been imported at all: absence from a register nobody brought says nothing. */
  readonly covered: ReadonlySet<string>;
}

/** Why a child is on the list: a rule, since when, and the rows it rests on. */
export interface Reason {
  readonly rule: RuleId;
  readonly weight: number;
  readonly since: string | null;
  /** Where a limit is still running: until when. */
  readonly until: string | null;
  readonly sources: readonly string[];
}

type Test = (child: ChildFacts, parameters: Readonly<Record<string, number>>, asOf: string) => Omit<Reason, 'rule' | 'weight'> | undefined;

const rowsIn = (child: ChildFacts, register: string) => child.entries.filter(({ state }) => state.register === register);
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const reason = (sources: readonly string[], since: string | null = null, until: string | null = null) => ({ sources, since, until });
const newest = (dates: readonly (string | undefined)[]) =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

const tests: Readonly<Record<RuleId, Test>> = {
  'birth-not-registered': (child, { graceDays }, asOf) => {
    if (!child.covered.has('birth') || !child.birthDate || rowsIn(child, 'birth').length > 0) return undefined;
    // A registration number in any register is a registration somewhere.
    if (child.entries.some(({ state }) => state.values.birth_registration_no)) return undefined;
    const limit = addDays(latest(child.birthDate), graceDays!);
    return reason(ids(child.entries), limit < asOf ? limit : null, limit >= asOf ? limit : null);
  },
  'not-in-school': (child, { fromAge, toAge }, asOf) => {
    if (!child.covered.has('school') || !child.birthDate || rowsIn(child, 'school').length > 0) return undefined;
    const age = ageOn(child.birthDate, asOf);
    if (age.least < fromAge! || age.most > toAge!) return undefined;
    return reason(ids(child.entries), addMonths(latest(child.birthDate), fromAge! * 12));
  },
  'dropped-out': (child, { toAge }, asOf) => {
    const rows = rowsIn(child, 'school');
    if (rows.length === 0 || !child.birthDate || ageOn(child.birthDate, asOf).most > toAge!) return undefined;
    // A pupil who changed school, finished or comes irregularly has not dropped out, whatever date stands beside it.
    const left = rows.filter(
      ({ state: { values } }) =>
        values.enrolment_status === 'left' ||
        (values.left_date && !['enrolled', 'irregular', 'transferred', 'completed'].includes(values.enrolment_status ?? '')),
    );
    const attending = rows.some(({ state }) => !left.some((row) => row.state === state));
    return left.length > 0 && !attending ? reason(ids(left), newest(left.map(({ state }) => state.values.left_date)) ?? null) : undefined;
  },
  'immunisation-missed': (child, parameters, asOf) => {
    const rows = rowsIn(child, 'clinic');
    if (rows.length === 0 || !child.birthDate || ageOn(child.birthDate, asOf).most > parameters.toAge!) return undefined;
    const birth = latest(child.birthDate);
    const missed = defaults.vaccines
      .map(({ field, dueDays }) => ({ field, due: addDays(birth, parameters[field] ?? dueDays) }))
      .filter(
        ({ field, due }) => addDays(due, defaults.lateDays) < asOf && !rows.some(({ state }) => state.values[field as 'vaccine_bcg']),
      );
    return missed.length > 0 ? reason(ids(rows), missed[0]!.due) : undefined;
  },
  unseen: (child, { months }, asOf) => {
    const seen = newest(
      child.entries.flatMap(({ state }) =>
        [
          state.values.observed_on,
          state.values.last_visit_date,
          state.values.last_attended,
          state.values.enrolment_date,
          state.values.registration_date,
        ].map((date) => (date ? latest(date) : undefined)),
      ),
    );
    return seen && addMonths(seen, months!) < asOf ? reason(ids(child.entries), seen) : undefined;
  },
  'carer-absent': (child) => {
    const rows = child.entries.filter(
      ({ state }) => state.values.carer_absent && !/^(no|none|0|छैन|없음|نہیں)$/i.test(state.values.carer_absent),
    );
    return rows.length > 0 ? reason(ids(rows)) : undefined;
  },
  'household-need': (child, { lists }) =>
    new Set(child.householdNeeds.map(({ list }) => list)).size >= lists! ? reason([...new Set(ids(child.householdNeeds))]) : undefined,
  'sibling-with-case': (child) => (child.siblingCases > 0 ? reason([]) : undefined),
};

/** True where the child may be under the full age on the day, given how well the birth date is known. */
export const isChild = (birthDate: string | null, asOf: string): boolean =>
  birthDate !== null && ageOn(birthDate, asOf).least < defaults.fullAge && earliest(birthDate) <= asOf;

/**
 * The reasons for which a child is on the list on a day, heaviest first. A rule whose facts are not known gives none: a partial birth
 * date must satisfy an age limit whichever day it means. The weights order work; nothing is decided by them.
 */
export function evaluate(set: RuleSet, child: ChildFacts, asOf: string): Reason[] {
  return set.rules
    .flatMap((rule) => {
      const found = tests[rule.id](child, rule.parameters, asOf);
      return found ? [{ rule: rule.id, weight: rule.weight, ...found }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.rule.localeCompare(b.rule));
}
