import type { Tx } from '../../../platform/database/pool.ts';
import { type Born, fullAge } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { type Request, systemActor, theOne } from '../../../platform/ledger/ledger.ts';
import { closedUnseenOf, openCasesOf, pastCasesOf, personsOfCasesChanged } from '../../cases/server/readers.ts';
import type { PersonState } from '../../people/domain/index.ts';
import {
  concernedSince,
  type Doubt,
  inHouseholds,
  joinedInto,
  mates,
  minorsAfter,
  rowsInDoubt,
  rowsOfHouseholds,
} from '../../people/server/readers.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { registersWithRows } from '../../registers/server/readers.ts';
import {
  bornBetween,
  type ChildState,
  childRecord,
  doneAbout,
  type EvaluationState,
  evaluate,
  evaluationRecord,
  GroupCounts,
  groupsOf,
  inForceOn,
  isChild,
  type PendingReason,
  pendingReasonRecord,
  pendingReasons,
  type Reason,
  type RuleSet,
  type RulesetState,
  rulesetRecord,
} from '../domain/index.ts';

const batch = 500;

/** By which rules, on which day, and knowing which registers and doubts children are looked at. */
interface Measure {
  readonly today: string;
  readonly rules: RuleSet;
  readonly rulesVersion: number;
  readonly covered: ReadonlySet<string>;
  readonly inDoubt: ReadonlyMap<string, readonly Doubt[]>;
}

/** A child who was looked at: their groups, and the rules that apply, used or not. */
type Looked = Parameters<GroupCounts['add']>;

async function measureOf({ ledger, sealing }: Services, tx: Tx, city: number): Promise<Measure> {
  const today = await ledger.today(tx, city);
  const country = await tx.query<{ country: string }>('select country from city where number = $1', [city]);
  const ruleset = await ledger.find<RulesetState>(tx, city, rulesetRecord.kind, sealing.idFor(city, rulesetRecord.kind, theOne));
  return {
    today,
    rules: inForceOn(ruleset?.state, country.rows[0]!.country, today),
    rulesVersion: ruleset?.version ?? 0,
    covered: await registersWithRows(tx, ['birth', 'school', 'clinic', 'social', 'household']),
    inDoubt: await rowsInDoubt(tx, city),
  };
}

/** What the rest of their households adds: rows on lists of need, and open cases. */
async function householdFacts(tx: Tx, households: readonly string[]) {
  const needs = await rowsOfHouseholds(tx, households, 'social');
  const living = await inHouseholds(tx, households);
  const open = await openCasesOf(
    tx,
    living.map(({ person }) => person),
  );
  const past = await pastCasesOf(
    tx,
    living.map(({ person }) => person),
  );
  const cases = living.flatMap(({ household, person }) => (open.get(person) ?? []).map((id) => ({ household, person, id })));
  return {
    needs: Map.groupBy(needs, (row) => row.household),
    past: Map.groupBy(
      living.flatMap(({ household, person }) => (past.get(person) ?? []).map((one) => ({ household, person, one }))),
      (row) => row.household,
    ),
    cases: Map.groupBy(
      cases.sort((a, b) => (a.id < b.id ? -1 : 1)),
      (row) => row.household,
    ),
  };
}

/** Records about persons who are nobody any more because one of these took up their rows. */
async function formerChildren(tx: Tx, city: number, ids: readonly string[]): Promise<{ child: string; into: string }[]> {
  const into = new Map((await joinedInto(tx, ids)).map((one) => [one.former, one.into]));
  const { rows } = await tx.query<{ child: string; person: string }>(
    'select id as child, person from risks_child where city = $1 and person = any($2) order by id',
    [city, [...into.keys()]],
  );
  return rows.map(({ child, person }) => ({ child, into: into.get(person)! }));
}

/**
 * Evaluates the rules for persons and writes what differs: the reasons of those who may be under age, and none for those who are not, or
 * who are nobody any more. Safe to run twice. Returns the children who were looked at.
 */
async function evaluatePersons(
  services: Services,
  tx: Tx,
  city: number,
  ids: readonly string[],
  measure: Measure,
): Promise<readonly Looked[]> {
  const { ledger, sealing } = services;
  const { today, rules, covered, inDoubt } = measure;
  // Also rules that the city does not use: it sees whom they would list before it turns one on.
  const everyRule = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, active: true })) };
  const used = new Set(rules.rules.filter(({ active }) => active).map(({ id }) => id));
  const persons = await ledger.findMany<PersonState>(tx, city, 'people.person', ids);
  const minors = ids.flatMap((id) => {
    const person = persons.get(id)?.state;
    return person && person.members.length > 0 && isChild(person.card.birthDate, today) ? [{ id, person }] : [];
  });
  const { needs, cases, past } = await householdFacts(tx, [...new Set(minors.flatMap(({ person }) => person.household ?? []))]);
  const doubtsOf = (person: PersonState) => person.members.flatMap(({ entry }) => inDoubt.get(entry) ?? []);
  const entries = await ledger.findMany<EntryState>(tx, city, 'registers.entry', [
    ...new Set([
      ...minors.flatMap(({ person }) => doubtsOf(person).map(({ row }) => row)),
      ...minors.flatMap(({ person }) => person.members.map(({ entry }) => entry)),
      ...[...needs.values()].flatMap((rows) => rows.map(({ entry }) => entry)),
    ]),
  ]);
  const opened = await openCasesOf(tx, ids);
  const unseen = await closedUnseenOf(tx, ids);
  const pastOf = await pastCasesOf(tx, ids);
  const caseOf = new Map([...opened].map(([person, cases]) => [person, cases.at(-1)!]));
  const reasonsOf = new Map<string, readonly Reason[]>();
  const bornOf = new Map<string, Born | undefined>();
  const pendingOf = new Map<string, readonly PendingReason[]>();
  const looked: Looked[] = [];
  for (const { id, person } of minors) {
    const own = person.members.flatMap(({ entry }) => {
      const state = entries.get(entry)?.state;
      return state?.status === 'present' ? [{ id: entry, state }] : [];
    });
    const { household } = person;
    const needRows = household
      ? (needs.get(household) ?? []).map(({ entry }) => entry)
      : own.filter(({ state }) => state.register === 'social').map((row) => row.id);
    const householdNeeds = needRows.flatMap((entry) => {
      const list = entries.get(entry)?.state.values.programme;
      return list ? [{ id: entry, list }] : [];
    });
    const siblingCases = ((household && cases.get(household)) || []).filter((one) => one.person !== id).map((one) => one.id);
    const perhaps = doubtsOf(person).flatMap(({ row, pair }) => {
      const state = entries.get(row)?.state;
      return state?.status === 'present' ? [{ state, pair }] : [];
    });
    const householdPast = ((household && past.get(household)) || []).filter((one) => one.person !== id).map(({ one }) => one);
    const ofCases = { siblingCases, past: pastOf.get(id) ?? [], householdPast };
    const facts = { birthDate: person.card.birthDate, entries: own, perhaps, householdNeeds, ...ofCases, covered };
    const born = bornBetween(facts.birthDate, own);
    bornOf.set(id, born);
    const found = evaluate(everyRule, facts, today);
    reasonsOf.set(
      id,
      found.filter(({ rule }) => used.has(rule)),
    );
    looked.push([groupsOf(facts, born, today), found.map(({ rule }) => rule)]);
    const pending = pendingReasons(rules, facts, today);
    if (pending.length > 0) pendingOf.set(id, pending);
  }
  const listed = await tx.query<{ person: string; status: string; reasons: number }>(
    'select person, status, cardinality(reasons) as reasons from risks_child where city = $1 and person = any($2)',
    [city, ids],
  );
  const known = new Map(listed.rows.map((row) => [row.person, row]));
  const formerly = await formerChildren(tx, city, ids);
  const done = await ledger.findMany<ChildState>(
    tx,
    city,
    childRecord.kind,
    formerly.map(({ child }) => child),
  );
  const requests = ids.flatMap((id): Request[] => {
    const reasons = reasonsOf.get(id) ?? [];
    const before = known.get(id);
    const open = caseOf.get(id);
    // A child without reasons that was never listed has no record, and gets none.
    if (reasons.length === 0 && (!before || (before.reasons === 0 && before.status !== 'case'))) return [];
    const person = persons.get(id)?.state;
    const child = { kind: childRecord.kind, id: sealing.idFor(city, childRecord.kind, id) };
    const about = { ward: person?.ward ?? null, born: bornOf.get(id) ?? null, name: person?.card.names[0] ?? '' };
    return [
      { ...child, name: 'find', input: { person: id, reasons, ...about } },
      ...formerly.flatMap(({ child: from, into }) => {
        const taken = into === id && done.get(from) && doneAbout(done.get(from)!.state);
        return taken ? [{ ...child, name: 'take-over', input: { from, ...taken } }] : [];
      }),
      ...(open ? [{ ...child, name: 'note-case', input: { case: open } }] : []),
      ...(!open && before?.status === 'case' ? [{ ...child, name: 'end-case', input: { seen: !unseen.has(id) } }] : []),
    ];
  });
  const pendingBefore = await tx.query<{ person: string }>(
    'select distinct person from risks_pending_reason where city = $1 and person = any($2)',
    [city, ids],
  );
  for (const person of new Set([...pendingOf.keys(), ...pendingBefore.rows.map((row) => row.person)]))
    requests.push({
      kind: pendingReasonRecord.kind,
      id: sealing.idFor(city, pendingReasonRecord.kind, person),
      name: 'note',
      input: { person, pending: pendingOf.get(person) ?? [] },
    });
  const outcomes = await ledger.run(tx, systemActor(city), requests);
  // Of a person who was erased nothing is told.
  const failed = outcomes.find((outcome) => !outcome.ok && !['ledger.erased', 'ledger.no-such-record'].includes(outcome.refusal.refused));
  if (failed && !failed.ok) throw new Error(failed.refusal.refused);
  return looked;
}

/** Looks at a household again: that of a person whose case was opened or closed. */
export async function evaluateHousehold(services: Services, city: number, person: string): Promise<void> {
  await services.ledger.transaction(city, async (tx) => {
    const measure = await measureOf(services, tx, city);
    const living = await mates(tx, [person]);
    await evaluatePersons(
      services,
      tx,
      city,
      living.map(({ mate }) => mate),
      measure,
    );
  });
}

/**
 * Evaluates the city: everybody who may be under age where the day, the rules or the registers are others than at the last run, else those
 * whose rows, persons or cases changed since, with their households.
 */
export async function evaluateCity(services: Services, city: number): Promise<void> {
  const { ledger, sealing } = services;
  const evaluation = sealing.idFor(city, evaluationRecord.kind, theOne);
  const { measure, last, position } = await ledger.transaction(city, async (tx) => ({
    measure: await measureOf(services, tx, city),
    last: (await ledger.find<EvaluationState>(tx, city, evaluationRecord.kind, evaluation))?.state,
    position: Number((await tx.query<{ position: number }>('select position from ledger_head where city = $1', [city])).rows[0]!.position),
  }));
  const { today, rulesVersion, covered } = measure;
  const registers = [...covered].sort();
  const counts = new GroupCounts();
  const whole = !last || last.on !== today || last.rules !== rulesVersion || last.registers.join() !== registers.join();
  let persons = 0;
  const look = async (ids: readonly string[]) => {
    for (let i = 0; i < ids.length; i += batch)
      for (const one of await ledger.transaction(city, (tx) => evaluatePersons(services, tx, city, ids.slice(i, i + batch), measure)))
        counts.add(...one);
    persons += ids.length;
  };
  if (whole) {
    const since = Number(today.slice(0, 4)) - fullAge;
    const seen = new Set<string>();
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const page = await ledger.transaction(city, (tx) => minorsAfter(tx, city, since, after, batch));
      if (page.length === 0) break;
      await look(page);
      for (const id of page) seen.add(id);
      after = page.at(-1)!;
    }
    // Persons that were merged away, emptied or have grown up leave the list.
    const listed = await ledger.transaction(city, (tx) =>
      tx.query<{ person: string }>(
        'select person from risks_child where city = $1 and cardinality(reasons) > 0 union select person from risks_pending_reason where city = $1',
        [city],
      ),
    );
    await look(listed.rows.map(({ person }) => person).filter((id) => !seen.has(id)));
  } else
    await look(
      await ledger.transaction(city, async (tx) => concernedSince(tx, city, last.position, await personsOfCasesChanged(tx, last.position))),
    );
  if (!whole && persons === 0) return;
  const input = { position, on: today, rules: rulesVersion, registers, whole, persons, ...(whole ? { groups: counts.counts() } : {}) };
  await ledger.executeAll(systemActor(city), [{ kind: evaluationRecord.kind, id: evaluation, name: 'finish', input }]);
}
