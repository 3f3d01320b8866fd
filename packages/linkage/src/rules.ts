import type { BlockingForm, BlockingRule } from './column.ts';
import type { Dictionary } from './comparing/compare.ts';
import { Numbering } from './numbering.ts';

const limits = { identifier: 200, person: 120, name: 40 } as const;

const rule = (limit: number, ...keys: readonly (readonly [Dictionary, BlockingForm])[]): BlockingRule => ({
  keys: keys.map(([column, form]) => ({ column: column.name, form })),
  limit,
});

/** Whether two columns together have a value for every four records or fewer: more share a place (suburb and post code), not a person. */
function tellsPeopleApart(a: Dictionary, b: Dictionary): boolean {
  const both = new Numbering(a.codes.length);
  let known = 0;
  a.codes.forEach((code, i) => {
    if (code < 0 || b.codes[i]! < 0) return;
    known++;
    both.of(code * b.values.length + b.codes[i]!);
  });
  return both.size * 4 >= known;
}

/** Codes of many values (a post code, a street, a household) tell people apart together with a name; sex or a handful of wards do not. */
const isTelling = ({ kind, values }: Dictionary) => (kind === 'code' || kind === 'text') && values.length > 50;

const placeKey = (place: Dictionary): [Dictionary, BlockingForm] => [place, place.kind === 'text' ? 'sound' : 'exact'];

/** Which records are compared: those that agree on a number, or on two things of a person that slips seldom spoil together. */
export function defaultRules(columns: readonly Dictionary[]): BlockingRule[] {
  const names = columns.filter(({ kind, shared }) => kind === 'name' && !shared);
  const kin = columns.filter(({ kind, shared }) => kind === 'name' && shared);
  const dates = columns.filter(({ kind }) => kind === 'date');
  const spans = columns.filter(({ kind }) => kind === 'span');
  const telling = columns.filter(isTelling);
  const rules = columns.filter(({ kind }) => kind === 'identifier').map((column) => rule(limits.identifier, [column, 'exact']));
  for (const date of dates) for (const name of names.slice(0, 2)) rules.push(rule(limits.person, [date, 'day'], [name, 'prefix']));
  const years: [Dictionary, BlockingForm][] =
    spans.length > 0
      ? spans.flatMap((span): [Dictionary, BlockingForm][] => [
          [span, 'from'],
          [span, 'to'],
        ])
      : dates.map((date) => [date, 'year']);
  for (const [i, name] of names.entries()) {
    for (const other of names.slice(i + 1)) {
      const both: [Dictionary, BlockingForm][] = [
        [name, 'sound'],
        [other, 'sound'],
      ];
      rules.push(rule(limits.person, ...both));
      // Of a million people too many have a frequent given and family name in common: with a third thing they are few again.
      for (const third of [...years, ...telling.map(placeKey)]) rules.push(rule(limits.person, ...both, third));
    }
    for (const other of kin) rules.push(rule(limits.person, [name, 'sound'], [other, 'sound']));
    for (const year of years) for (const form of ['first', 'last'] as const) rules.push(rule(limits.person, [name, form], year));
  }
  for (const [i, parent] of kin.entries())
    for (const year of years)
      for (const other of kin.slice(i + 1)) rules.push(rule(limits.person, [parent, 'sound'], [other, 'sound'], year));
  for (const date of dates) for (const parent of kin) rules.push(rule(limits.person, [date, 'day'], [parent, 'first']));
  for (const [i, place] of telling.entries()) {
    const at = placeKey(place);
    for (const other of telling.slice(i + 1).filter((column) => tellsPeopleApart(place, column)))
      rules.push(rule(limits.person, at, placeKey(other)));
    for (const name of names.slice(0, 2)) for (const form of ['first', 'last'] as const) rules.push(rule(limits.person, at, [name, form]));
    for (const date of dates) rules.push(rule(limits.person, [date, 'day'], at));
  }
  // A rare name alone; of a common one there are more people than can be compared.
  if (names[0]) rules.push(rule(names.length === 1 ? limits.name : limits.person, [names[0], 'sound']));
  return rules.length > 0 ? rules : columns.map((column) => rule(limits.person, [column, 'exact']));
}
