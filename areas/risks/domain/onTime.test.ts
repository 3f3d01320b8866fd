import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, addMonths } from '../../../platform/decider/index.ts';
import countries from './countries.json' with { type: 'json' };
import { knownCountries } from './countryFacts.ts';
import { type ChildFacts, evaluate } from './evaluate.ts';
import { defaultRules } from './index.ts';
import { rowOf } from './testing.ts';

type Country = keyof typeof countries;

/** The last day on which a dose is in time, reckoned by the calendar from the country's table and not as the rule does. */
const lastDay = (born: string, { until, unit }: { until: number; unit: string }) =>
  unit === 'weeks' ? addDays(born, until * 7) : addMonths(born, until);

/** The first day of school of a child: the first school year after the birthday. */
function schoolDay(born: string, { fromAge, startMonth }: { fromAge: number; startMonth: number }) {
  const birthday = addMonths(born, fromAge * 12);
  for (let year = Number(birthday.slice(0, 4)); ; year++) {
    const day = `${year}-${String(startMonth).padStart(2, '0')}-01`;
    if (day >= birthday) return day;
  }
}

/** What the registers say on a day of a child for whom everything is done on the last day that is in time. */
function knownOn(country: Country, born: string, day: string): ChildFacts {
  const { registration, school, vaccines } = countries[country];
  const given = Object.entries(vaccines).flatMap(([dose, fact]) => (lastDay(born, fact) <= day ? [[dose, lastDay(born, fact)]] : []));
  const registered = addDays(born, registration.days);
  const atSchool = schoolDay(born, school);
  return {
    birthDate: born,
    entries: [
      rowOf('clinic', Object.fromEntries(given), day),
      ...(registered <= day ? [rowOf('birth', { registration_date: registered }, day)] : []),
      ...(atSchool <= day ? [rowOf('school', { enrolment_status: 'enrolled' }, day)] : []),
    ],
    perhaps: [],
    householdNeeds: [],
    siblingCases: [],
    past: [],
    householdPast: [],
    covered: new Set(['birth', 'clinic', 'school']),
  };
}
const lateRules = ['birth-not-registered', 'not-in-school', 'immunisation-missed'];

for (const country of knownCountries as readonly Country[]) {
  test(`given a child of ${country} who is registered, vaccinated and enrolled in time, no day of eight years has a reason`, () => {
    const set = defaultRules(country);
    // Born on a leap day, at the end of a year and of a month.
    for (const born of ['2020-02-29', '2019-12-31', '2020-08-31'])
      for (let day = born; day < addMonths(born, 96); day = addDays(day, 1)) {
        const found = evaluate(set, knownOn(country, born, day), day).map(({ rule }) => rule);
        assert.deepEqual(
          found.filter((rule) => lateRules.includes(rule)),
          [],
          `${country}, born ${born}, on ${day}`,
        );
      }
  });

  test(`given a child of ${country} for whom nothing is done, each of the three rules that is in use says so`, () => {
    const set = defaultRules(country);
    const active = set.rules.filter(({ id, active }) => active && lateRules.includes(id)).map(({ id }) => id);
    const born = '2015-06-15';
    const found = new Set<string>();
    for (let months = 0; months < 120; months++) {
      const day = addMonths(born, months);
      const facts = { ...knownOn(country, born, '2015-06-15'), entries: [rowOf('clinic', {}, day)] };
      for (const { rule } of evaluate(set, facts, day)) found.add(rule);
    }
    assert.deepEqual([...found].filter((rule) => lateRules.includes(rule)).sort(), active.sort());
  });
}
