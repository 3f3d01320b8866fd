import type { Tx } from '../../../../platform/database/pool.ts';
import type { DoNotCall } from '../../../../platform/http/doNotCall.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { phoneKey, searchPurpose } from '../../../people/domain/index.ts';
import { mates, personsOfEntries, personsWithNumbers } from '../../../people/server/readers.ts';

/** Of the persons given, those of whom a case says that their home must not be contacted. */
async function notAtHome(tx: Tx, persons: readonly string[]): Promise<ReadonlySet<string>> {
  if (persons.length === 0) return new Set();
  const { rows } = await tx.query<{ person: string }>(
    'select person from cases_safe_contact where city = $1 and person = any($2)',
    [tx.city, persons],
    { name: 'cases-not-at-home' },
  );
  return new Set(rows.map(({ person }) => person));
}

/**
 * Nobody calls a person, or anybody of their household, where a case of one of them says that the home must not be contacted; nor a number
 * that a case gives to somebody who must not be called, or that stands with such a home, whoever else has it. How the child is reached
 * without danger stands in the case alone.
 */
export const doNotCall: DoNotCall = async ({ sealing }, tx, { persons = [], entries = [], numbers = [] }) => {
  const ofEntries = await personsOfEntries(tx, [...new Set(entries)]);
  const distinct = [...new Set(numbers)];
  const withNumbers = await personsWithNumbers(tx, sealing, distinct);
  const asked = new Set([...persons, ...ofEntries.map(({ person }) => person), ...withNumbers.map(({ person }) => person)]);
  const households = await mates(tx, [...asked]);
  const homes = await notAtHome(tx, [...new Set(households.map(({ mate }) => mate))]);
  const excluded = new Set(households.flatMap(({ person, mate }) => (homes.has(mate) ? [person] : [])));
  const forbidden = await doNotCallNumbers(sealing, tx, distinct);
  return {
    persons: excluded,
    entries: new Set(ofEntries.flatMap(({ entry, person }) => (excluded.has(person) ? [entry] : []))),
    numbers: new Set([...forbidden, ...withNumbers.flatMap(({ number, person }) => (excluded.has(person) ? [number] : []))]),
  };
};

/** Of these numbers, those that a case other than `but` gives to somebody who must not be called. */
export async function doNotCallNumbers(sealing: Sealing, tx: Tx, numbers: readonly string[], but: string | null = null): Promise<string[]> {
  if (numbers.length === 0) return [];
  const tokenOf = (number: string) => String(sealing.blind(tx.city, searchPurpose, phoneKey(number)));
  const { rows } = await tx.query<{ token: string }>(
    'select token::text from cases_do_not_call where city = $1 and token = any($2::bigint[]) and case_id is distinct from $3',
    [tx.city, numbers.map(tokenOf), but],
    { name: 'cases-do-not-call' },
  );
  const found = new Set(rows.map(({ token }) => token));
  return numbers.filter((number) => found.has(tokenOf(number)));
}
