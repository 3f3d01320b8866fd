import { nameTokens } from '@olle/names';
import { type EntryState, nameOf, phonesIn, type Values } from '../../registers/domain/index.ts';
import type { Card } from './person.ts';

/** Values by how often they occur, then by the order given. */
function byFrequency(values: readonly (string | undefined)[], key: (value: string) => string = (value) => value): string[] {
  const seen = new Map<string, { value: string; n: number }>();
  for (const value of values) {
    if (!value) continue;
    const known = seen.get(key(value));
    if (known) known.n++;
    else seen.set(key(value), { value, n: 1 });
  }
  return [...seen.values()].sort((a, b) => b.n - a.n).map(({ value }) => value);
}

/** The birth date of a row; from an age it is the year alone, as of the day the register was seen. */
function birthOf(entry: Pick<EntryState, 'values' | 'lastChanged'>): string | null {
  if (entry.values.birth_date) return entry.values.birth_date;
  const age = Number(entry.values.age_years);
  return entry.values.age_years && age <= 120 ? String(Number((entry.values.observed_on ?? entry.lastChanged).slice(0, 4)) - age) : null;
}

/** What is known of a person from the rows that are this person, the ward by the city's own name for it (`readWard`); registers that ask for papers count before those that ask for words. */
export function cardOf(
  entries: readonly EntryState[],
  readWard: (ward: string) => string | null | undefined = () => undefined,
): { card: Card; sex: string | null; ward: string | null; birthYear: number | null } {
  const trust = ['birth', 'school', 'clinic', 'social', 'household'];
  const rows = [...entries].sort(
    (a, b) =>
      trust.indexOf(a.register) - trust.indexOf(b.register) || (a.values.source_id ?? '').localeCompare(b.values.source_id ?? '', 'en'),
  );
  const births = rows.map(birthOf).filter((date) => date !== null);
  const longest = Math.max(0, ...births.map((date) => date.length));
  const birthDate = byFrequency(births.filter((date) => date.length === longest))[0] ?? null;
  const ward = [...rows].sort((a, b) => b.lastChanged.localeCompare(a.lastChanged)).find((row) => row.ward)?.ward;
  const of = (field: keyof Values) => rows.map((row) => row.values[field]);
  const names = rows.flatMap((row) => [nameOf(row.values), row.values.other_name]);
  return {
    card: {
      names: byFrequency(names, (name) => nameTokens(name).join(' ')).slice(0, 12),
      birthDate,
      mother: byFrequency(of('mother_name'))[0] ?? null,
      father: byFrequency(of('father_name'))[0] ?? null,
      phones: byFrequency(of('phone'), (phone) => phonesIn(phone).join(' ') || phone).slice(0, 5),
      numbers: byFrequency([...of('national_id'), ...of('birth_registration_no')]).slice(0, 5),
      address: byFrequency(of('address'))[0] ?? null,
    },
    sex: byFrequency(rows.map((row) => row.sex ?? undefined))[0] ?? null,
    ward: ward ? (readWard(ward) ?? ward) : null,
    birthYear: birthDate ? Number(birthDate.slice(0, 4)) : null,
  };
}
