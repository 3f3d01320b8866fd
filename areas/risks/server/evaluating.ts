import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import type { PersonState } from '../../people/domain/index.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { childRecord, defaultRules, evaluate, isChild } from '../domain/index.ts';

const batch = 400;

/**
 * Evaluates the rules for all who may be under 18 and writes what differs. A page of children at a time: their rows, and the lists of
 * need of their whole household. Safe to run twice.
 */
export async function evaluateCity(services: Services, city: number): Promise<void> {
  const { ledger, sealing } = services;
  const { today, country, covered } = await ledger.transaction(city, async (tx) => ({
    today: await ledger.today(tx, city),
    country: (await tx.query<{ country: string }>('select country from city where number = $1', [city])).rows[0]!.country,
    covered: new Set(
      (
        await tx.query<{ register: string }>("select distinct register from registers_entry where city = $1 and status = 'present'", [city])
      ).rows.map(({ register }) => register),
    ),
  }));
  const rules = defaultRules(country);
  const listed = new Set<string>();
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const next = await ledger.transaction(city, async (tx) => {
      const { rows } = await tx.query<{ id: string; household: string | null }>(
        'select id, household from people_person where city = $1 and id > $2 and rows > 0 and birth_year >= $3 order by id limit $4',
        [city, after, Number(today.slice(0, 4)) - 18, batch],
      );
      if (rows.length === 0) return undefined;
      const households = [...new Set(rows.flatMap(({ household }) => household ?? []))];
      const mates = await tx.query<{ household: string; entry: string; person: string }>(
        `select p.household, m.entry, p.id as person from people_person p join people_member m on m.city = p.city and m.person = p.id join registers_entry e on e.city = m.city and e.id = m.entry
         where p.city = $1 and p.household = any($2) and p.rows > 0 and e.register = 'social'`,
        [city, households],
      );
      const cases = await tx.query<{ household: string; person: string }>(
        `select p.household, p.id as person from cases_case c join people_person p on p.city = c.city and p.id = c.person where c.city = $1 and c.status = 'open' and p.household = any($2)`,
        [city, households],
      );
      const persons = await ledger.findMany<PersonState>(
        tx,
        city,
        'people.person',
        rows.map(({ id }) => id),
      );
      const entries = await ledger.findMany<EntryState>(tx, city, 'registers.entry', [
        ...new Set([
          ...[...persons.values()].flatMap(({ state }) => state.members.map(({ entry }) => entry)),
          ...mates.rows.map(({ entry }) => entry),
        ]),
      ]);
      const requests = rows.flatMap(({ id, household }) => {
        const person = persons.get(id)?.state;
        if (!person || !isChild(person.card.birthDate, today)) return [];
        const own = person.members.flatMap(({ entry }) => {
          const state = entries.get(entry)?.state;
          return state ? [{ id: entry, state }] : [];
        });
        const needRows = household
          ? mates.rows.filter((mate) => mate.household === household).map(({ entry }) => entry)
          : own.filter(({ state }) => state.register === 'social').map(({ id }) => id);
        const householdNeeds = needRows.flatMap((entry) => {
          const list = entries.get(entry)?.state.values.programme;
          return list ? [{ id: entry, list }] : [];
        });
        const siblingCases = household ? cases.rows.filter((one) => one.household === household && one.person !== id).length : 0;
        const reasons = evaluate(rules, { birthDate: person.card.birthDate, entries: own, householdNeeds, siblingCases, covered }, today);
        const child = sealing.idFor(city, childRecord.kind, id);
        listed.add(child);
        return [
          {
            kind: childRecord.kind,
            id: child,
            name: 'find',
            input: { person: id, reasons, ward: person.ward, birthYear: person.birthYear, name: person.card.names[0] ?? '' },
          },
        ];
      });
      // A child without reasons that was never listed has no record, and gets none.
      const outcomes = await ledger.run(tx, systemActor(city), requests);
      const failed = outcomes.find((outcome) => !outcome.ok && outcome.refusal.refused !== 'ledger.not-found');
      if (failed && !failed.ok) throw new Error(failed.refusal.refused);
      return rows.at(-1)!.id;
    });
    if (!next) break;
    after = next;
  }
  // Persons that were merged away, emptied or have grown up leave the list.
  const stale = await ledger.transaction(city, async (tx) =>
    (
      await tx.query<{ id: string; person: string }>('select id, person from risks_child where city = $1 and cardinality(reasons) > 0', [
        city,
      ])
    ).rows.filter(({ id }) => !listed.has(id)),
  );
  for (let i = 0; i < stale.length; i += batch) {
    await ledger.executeAll(
      systemActor(city),
      stale.slice(i, i + batch).map(({ id, person }) => ({
        kind: childRecord.kind,
        id,
        name: 'find',
        input: { person, reasons: [], ward: null, birthYear: null, name: '' },
      })),
    );
  }
}

export const evaluateJob: JobDefinition = {
  name: 'risks.evaluate',
  async run({ city }, services) {
    await evaluateCity(services, city);
  },
};

/** Tells a child's record of the case opened for it. */
export const noteCaseJob: JobDefinition = {
  name: 'risks.note-case',
  async run({ city, person, case: id }, services) {
    const child = services.sealing.idFor(city, childRecord.kind, String(person));
    await services.ledger.execute(systemActor(city), { kind: childRecord.kind, id: child, name: 'note-case', input: { case: id } });
  },
};
