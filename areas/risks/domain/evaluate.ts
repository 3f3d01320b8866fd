import { addDays, addMonths, ageOn, type Born, earliest, latest, mayBeChild } from '../../../platform/decider/index.ts';
import type { PastSign } from '../../cases/domain/index.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { bornBetween, middleOf } from './age.ts';
import type { PendingReason, Reason } from './reason.ts';
import type { RuleId, RuleSet } from './ruleset.ts';

/** A row that may be a child's, and the pair of rows that somebody is to judge before it is known. */
export interface Perhaps {
  readonly state: EntryState;
  readonly pair: string;
}

/** What a closed case of a child says: that there was one, that the child was a victim, ran away, or lived out of their home. */
export interface PastCase {
  readonly id: string;
  readonly sign: PastSign;
  readonly on: string;
}

/** What the registers say of one child. */
export interface ChildFacts {
  readonly birthDate: string | null;
  readonly entries: readonly { readonly id: string; readonly state: EntryState }[];
  /** Rows that may be this child's: nobody has said yet whether they are. What one of them may show is not known to be missing. */
  readonly perhaps: readonly Perhaps[];
  /** Lists of need the household is on: the rows, and how many different lists. */
  readonly householdNeeds: readonly { readonly id: string; readonly list: string }[];
  /** Open cases of others in the household. */
  readonly siblingCases: readonly string[];
  /** What closed cases of the child say. */
  readonly past: readonly PastCase[];
  /** Closed cases of others in the household. */
  readonly householdPast: readonly PastCase[];
  /** Registers that have been imported at all: absence from a register nobody brought says nothing. */
  readonly covered: ReadonlySet<string>;
}

/** A child's facts with the days of birth worked out. */
type Known = ChildFacts & { readonly born: Born | undefined };
type Test = (child: Known, parameters: Readonly<Record<string, number>>, asOf: string) => Omit<Reason, 'rule' | 'weight'> | undefined;

const rowsIn = (child: ChildFacts, register: string) => child.entries.filter(({ state }) => state.register === register);
const perhapsIn = (child: ChildFacts, register: string) => child.perhaps.some(({ state }) => state.register === register);
const ids = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);
const reason = (sources: readonly string[], since: string | null = null) => ({ sources, since, cases: [] });
const newest = (dates: readonly (string | undefined)[]) =>
  dates
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

/** The first day of that month, on a day or after it. */
function nextStart(day: string, month: number): string {
  const start = `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
  return start >= day ? start : addMonths(start, 12);
}

const doses = ['vaccine_bcg', 'vaccine_penta1', 'vaccine_penta2', 'vaccine_penta3', 'vaccine_mr1', 'vaccine_mr2'] as const;

const seenFields = ['observed_on', 'last_visit_date', 'last_attended', 'enrolment_date', 'registration_date'] as const;

/** A sign of the child's cases, for so many months. */
const inPast =
  (sign: PastSign, of: (child: ChildFacts) => readonly PastCase[] = ({ past }) => past): Test =>
  (child, { months }, asOf) => {
    const found = of(child).filter((one) => one.sign === sign && one.on <= asOf && addMonths(one.on, months!) >= asOf);
    return found.length > 0
      ? { sources: [], since: newest(found.map(({ on }) => on))!, cases: [...new Set(found.map(({ id }) => id))].sort() }
      : undefined;
  };

/** Those who marry into a household are its spouses and children in law. */
const marriedInto: ReadonlySet<string | undefined> = new Set(['spouse', 'daughter-in-law', 'son-in-law']);
const saidByRow =
  (says: (values: EntryState['values']) => boolean): Test =>
  (child, { toAge }, asOf) => {
    if (!child.born || ageOn(child.born, asOf).most > toAge!) return undefined;
    const rows = child.entries.filter(({ state }) => says(state.values));
    return rows.length > 0 ? reason(ids(rows), newest(rows.map(({ state }) => state.values.left_date)) ?? null) : undefined;
  };

const tests: Readonly<Record<RuleId, Test>> = {
  'birth-not-registered': (child, { graceDays }, asOf) => {
    if (!child.covered.has('birth') || !child.born || rowsIn(child, 'birth').length > 0 || perhapsIn(child, 'birth')) return undefined;
    // A registration number in any register is a registration somewhere.
    if ([...child.entries, ...child.perhaps].some(({ state }) => state.values.birth_registration_no)) return undefined;
    // Who by age alone is more likely of full age is sought in no register of children.
    if (!mayBeChild(ageOn(middleOf(child.born), asOf))) return undefined;
    const limit = addDays(child.born.last, graceDays!);
    return limit < asOf ? reason(ids(child.entries), limit) : undefined;
  },
  'not-in-school': (child, { fromAge, toAge, startMonth, lateDays }, asOf) => {
    if (!child.covered.has('school') || !child.born || rowsIn(child, 'school').length > 0 || perhapsIn(child, 'school')) return undefined;
    const age = ageOn(child.born, asOf);
    if (age.least < fromAge! || age.most > toAge!) return undefined;
    // School begins with the first school year after the birthday, and its roll reaches the office some time later.
    const due = nextStart(addMonths(child.born.last, fromAge! * 12), startMonth!);
    return addDays(due, lateDays!) < asOf ? reason(ids(child.entries), due) : undefined;
  },
  'dropped-out': (child, { toAge }, asOf) => {
    const rows = rowsIn(child, 'school');
    if (rows.length === 0 || !child.born || ageOn(child.born, asOf).most > toAge!) return undefined;
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
    if (rows.length === 0 || !child.born || ageOn(child.born, asOf).most > parameters.toAge!) return undefined;
    const birth = child.born.last;
    const missed = doses
      .map((dose) => ({ dose, due: addDays(birth, parameters[dose]!) }))
      .filter(({ dose, due }) => addDays(due, parameters.lateDays!) < asOf && !rows.some(({ state }) => state.values[dose]))
      .map(({ due }) => due)
      .sort();
    return missed.length > 0 ? reason(ids(rows), missed[0]) : undefined;
  },
  unseen: (child, { months }, asOf) => {
    const seenIn = (rows: readonly EntryState[]) =>
      newest(rows.flatMap(({ values }) => seenFields.map((field) => (values[field] ? latest(values[field]) : undefined))));
    const seen = seenIn(child.entries.map(({ state }) => state));
    const perhaps = seenIn(child.perhaps.map(({ state }) => state));
    if (perhaps && addMonths(perhaps, months!) >= asOf) return undefined;
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
  // The rows that say in which household the child lives.
  'sibling-with-case': (child) =>
    child.siblingCases.length > 0
      ? { ...reason(ids(child.entries.filter(({ state }) => state.values.household_id))), cases: [...child.siblingCases] }
      : undefined,
  'earlier-case': inPast('case'),
  'earlier-victim': inPast('victim'),
  'ran-away': inPast('ran-away'),
  'out-of-home-care': inPast('out-of-home-care'),
  'household-earlier-case': inPast('case', ({ householdPast }) => householdPast),
  'child-marriage': saidByRow((values) => values.left_reason === 'marriage' || marriedInto.has(values.relationship_to_head)),
  'left-for-work': saidByRow((values) => values.left_reason === 'work'),
};

/** True where the child may be under the full age on the day, given how well the birth date is known. */
export const isChild = (birthDate: string | null, asOf: string): boolean =>
  birthDate !== null && mayBeChild(ageOn(birthDate, asOf)) && earliest(birthDate) <= asOf;

/**
 * The reasons for which a child is on the list on a day, heaviest first. A rule whose facts are not known gives none: a partial birth
 * date must satisfy an age limit whichever day it means. The weights order work; nothing is decided by them.
 */
export function evaluate(set: RuleSet, facts: ChildFacts, asOf: string): Reason[] {
  const child = { ...facts, born: bornBetween(facts.birthDate, facts.entries) };
  if (child.born && !mayBeChild(ageOn(child.born, asOf))) return [];
  return set.rules
    .filter(({ active }) => active)
    .flatMap((rule) => {
      const found = tests[rule.id](child, rule.parameters, asOf);
      return found ? [{ rule: rule.id, weight: rule.weight, ...found }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.rule.localeCompare(b.rule));
}

/** The reasons that wait until rows in doubt are reviewed, because these may be the child's; in the order of the list, each with the pairs to review. */
export function pendingReasons(set: RuleSet, facts: ChildFacts, asOf: string): PendingReason[] {
  if (facts.perhaps.length === 0) return [];
  const rulesWith = (perhaps: readonly Perhaps[]) => new Set(evaluate(set, { ...facts, perhaps }, asOf).map(({ rule }) => rule));
  const now = rulesWith(facts.perhaps);
  const pending = [...rulesWith([])].filter((rule) => !now.has(rule));
  if (pending.length === 0) return [];
  const byPair = [...Map.groupBy(facts.perhaps, ({ pair }) => pair)].map(([pair, rows]) => ({ pair, rules: rulesWith(rows) }));
  return pending.map((rule) => ({
    rule,
    pairs: byPair
      .filter(({ rules }) => !rules.has(rule))
      .map(({ pair }) => pair)
      .sort(),
  }));
}
