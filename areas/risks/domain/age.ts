import { addDays, addMonths, type Born, bornOn, daysBetween } from '../../../platform/decider/index.ts';
import type { EntryState } from '../../registers/domain/index.ts';

/** What a row that tells an age in years says: on the day it was written, so many birthdays had passed. */
function bornByAge({ values, lastChanged }: EntryState): Born | undefined {
  const age = Number(values.age_years);
  if (!values.age_years || age > 120) return undefined;
  const on = values.observed_on?.length === 10 ? values.observed_on : lastChanged;
  return { first: addDays(addMonths(on, -12 * (age + 1)), 1), last: addMonths(on, -12 * age) };
}

/**
 * When somebody was born, as narrowly as the rows tell: the date of the person's card, and where that is not a whole date, the ages in the rows.
 * A row that contradicts the others is passed over. Undefined where nothing is known.
 */
export function bornBetween(birthDate: string | null, entries: readonly { readonly state: EntryState }[]): Born | undefined {
  if (birthDate === null) return undefined;
  const card = bornOn(birthDate);
  if (birthDate.length === 10) return card;
  const ages = entries.flatMap(({ state }) => bornByAge(state) ?? []);
  // A card without a dated row has its year from an age, which is less than the age itself says.
  const dated = entries.some(({ state }) => state.values.birth_date);
  const [start, ...others] = dated || ages.length === 0 ? [card, ...ages] : ages;
  return others.reduce((born, other) => {
    const first = [born.first, other.first].sort()[1]!;
    const last = [born.last, other.last].sort()[0]!;
    return first <= last ? { first, last } : born;
  }, start!);
}

/** The day in the middle of those on which somebody may have been born. */
export const middleOf = ({ first, last }: Born): string => addDays(first, Math.floor(daysBetween(first, last) / 2));
