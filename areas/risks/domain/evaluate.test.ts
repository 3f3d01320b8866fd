import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisterName, Values } from '../../registers/domain/index.ts';
import { type ChildFacts, evaluate, isChild, pendingReasons } from './evaluate.ts';
import { defaultRules } from './index.ts';
import { rowOf } from './testing.ts';

const asOf = '2026-11-23';
const rules = defaultRules('NP');
const row = (register: RegisterName, values: Values = {}) => rowOf(register, values, asOf);
const child = (given: Partial<ChildFacts>): ChildFacts => ({
  birthDate: '2016-03-01',
  entries: [row('birth'), row('school')],
  householdNeeds: [],
  siblingCases: [],
  past: [],
  householdPast: [],
  perhaps: [],
  covered: new Set(['birth', 'school', 'clinic']),
  ...given,
});
const perhaps = (register: RegisterName, values: Values = {}, pair = 'p1') => [{ state: row(register, values).state, pair }];
const rulesFor = (facts: ChildFacts, day = asOf) => evaluate(rules, facts, day).map(({ rule }) => rule);

test('given a child in the birth register and at school, there is no reason', () => {
  assert.deepEqual(rulesFor(child({})), []);
});

test('given a child in no birth register, its birth is not registered, and since when it is late', () => {
  const school = row('school');
  const [reason] = evaluate(rules, child({ entries: [school] }), asOf);
  assert.deepEqual(reason, { rule: 'birth-not-registered', weight: 30, sources: [school.id], since: '2016-04-05', cases: [] });
});

test('given a new-born in no birth register, there is no reason while the legal limit runs', () => {
  const newBorn = child({ birthDate: '2026-11-10', entries: [row('clinic', { vaccine_bcg: '2026-11-11' })] });
  assert.deepEqual(rulesFor(newBorn, '2026-12-15'), []);
  assert.deepEqual(rulesFor(newBorn, '2026-12-16'), ['birth-not-registered']);
});

test('given that no birth register was imported, absence from it says nothing', () => {
  assert.deepEqual(rulesFor(child({ entries: [row('school')], covered: new Set(['school']) })), []);
});

test('given a registration number in another register, the birth is registered', () => {
  assert.deepEqual(rulesFor(child({ entries: [row('school', { birth_registration_no: '77' })] })), []);
});

test('given school age and no roll, the child is not in school; a birth year at the border is not enough', () => {
  assert.deepEqual(rulesFor(child({ entries: [row('birth')] })), ['not-in-school']);
  assert.deepEqual(rulesFor(child({ birthDate: '2021', entries: [row('birth')] })), []);
  assert.deepEqual(rulesFor(child({ birthDate: '2020', entries: [row('birth')] })), ['not-in-school']);
  assert.deepEqual(rulesFor(child({ birthDate: '2013-01-01', entries: [row('birth')] })), [], 'past compulsory age');
});

test('given that a child left school, it has dropped out; enrolled elsewhere, it has not', () => {
  const left = row('school', { enrolment_status: 'left', left_date: '2026-01-10' });
  assert.deepEqual(evaluate(rules, child({ entries: [row('birth'), left] }), asOf)[0], {
    rule: 'dropped-out',
    weight: 25,
    sources: [left.id],
    since: '2026-01-10',
    cases: [],
  });
  assert.deepEqual(rulesFor(child({ entries: [row('birth'), left, row('school', { enrolment_status: 'enrolled' })] })), []);
});

test('given that a child changed school, finished or comes irregularly, it has not dropped out', () => {
  for (const enrolment_status of ['transferred', 'completed', 'irregular']) {
    assert.deepEqual(
      rulesFor(child({ entries: [row('birth'), row('school', { enrolment_status, left_date: '2026-01-10' })] })),
      [],
      enrolment_status,
    );
  }
});

test('given the schedule of doses of another country, the same card may miss nothing', () => {
  const facts = child({
    birthDate: '2025-09-15',
    entries: [
      row('birth'),
      row('clinic', {
        vaccine_bcg: '2025-10-12',
        vaccine_penta1: '2025-11-15',
        vaccine_penta2: '2026-01-15',
        vaccine_penta3: '2026-03-15',
      }),
    ],
  });
  assert.deepEqual(rulesFor(facts), ['immunisation-missed']);
  assert.deepEqual(evaluate(defaultRules('KR'), facts, asOf), []);
});

test('given a missed dose past its time, immunisation is missed; a dose not due yet is not', () => {
  const given = { vaccine_bcg: '2025-10-02', vaccine_penta1: '2025-11-20', vaccine_penta2: '2025-12-20', vaccine_penta3: '2026-01-20' };
  const facts = child({ birthDate: '2025-10-01', entries: [row('birth'), row('clinic', given)] });
  assert.deepEqual(rulesFor(facts), ['immunisation-missed']);
  assert.deepEqual(rulesFor(facts, '2026-07-01'), []);
});

test('given nobody saw the child for two years, it is unseen', () => {
  assert.deepEqual(
    rulesFor(child({ entries: [row('birth', { registration_date: '2016-03-20' }), row('school', { observed_on: '2024-01-01' })] })),
    ['unseen'],
  );
});

test('given a carer abroad, need on two lists, or a sibling with a case, each is a reason; the heaviest is first', () => {
  const need = [
    { id: row('social').id, list: 'a' },
    { id: row('social').id, list: 'b' },
  ];
  assert.deepEqual(
    rulesFor(
      child({
        entries: [row('birth'), row('school', { carer_absent: 'Qatar' })],
        householdNeeds: need,
        siblingCases: ['00000000-0000-7000-8000-0000000000c1'],
      }),
    ),
    ['sibling-with-case', 'carer-absent', 'household-need'],
  );
  assert.deepEqual(
    rulesFor(child({ entries: [row('birth'), row('school', { carer_absent: 'no' })], householdNeeds: need.slice(0, 1) })),
    [],
  );
});

test('given an age in place of a birth date, the day it was written narrows it down', () => {
  const aged = (age_years: string, observed_on: string) =>
    child({ birthDate: '2008', entries: [row('household', { age_years, observed_on })] });
  assert.deepEqual(rulesFor(aged('18', '2026-10-17')), [], 'eighteen for sure');
  assert.deepEqual(rulesFor(aged('17', '2026-10-17')), ['birth-not-registered']);
  // Five in May, but perhaps only since May: then school begins next April. Six in May: it began this April at the latest.
  const small = (age_years: string) =>
    child({ birthDate: '2022', entries: [row('birth'), row('household', { age_years, observed_on: '2026-05-02' })] });
  assert.deepEqual(rulesFor(small('5')), []);
  assert.deepEqual(rulesFor(small('6')), ['not-in-school']);
});

test('given a birth year and an age in another row, both together count; an age that contradicts it does not', () => {
  const rows = (age_years: string) => [
    row('clinic', { birth_date: '2021', last_visit_date: '2026-01-01' }),
    row('household', { age_years, observed_on: '2026-02-01' }),
    row('birth'),
  ];
  assert.deepEqual(rulesFor(child({ birthDate: '2021', entries: rows('5') })), ['not-in-school']);
  assert.deepEqual(rulesFor(child({ birthDate: '2021', entries: rows('9') })), []);
});

test('given a row of which nobody has said yet whether it is the child, what it may show is not known to be missing', () => {
  const alone = { entries: [row('household', { observed_on: '2024-01-01' })] };
  assert.deepEqual(rulesFor(child(alone)), ['birth-not-registered', 'not-in-school', 'unseen']);
  assert.deepEqual(rulesFor(child({ ...alone, perhaps: perhaps('birth') })), ['not-in-school', 'unseen']);
  assert.deepEqual(rulesFor(child({ ...alone, perhaps: perhaps('clinic', { birth_registration_no: '77' }) })), ['not-in-school', 'unseen']);
  assert.deepEqual(rulesFor(child({ ...alone, perhaps: perhaps('school', { last_attended: '2024-02-01' }) })), [
    'birth-not-registered',
    'unseen',
  ]);
  assert.deepEqual(rulesFor(child({ ...alone, perhaps: perhaps('school', { last_attended: '2026-11-01' }) })), ['birth-not-registered']);
});

test('given rows in doubt, a reason that they hold back is said, with the pairs that hold it; not one that would not hold', () => {
  const alone = { entries: [row('household', { observed_on: '2024-01-01' })] };
  const rows = [...perhaps('birth'), ...perhaps('school', { last_attended: '2026-11-01' }, 'p2'), ...perhaps('birth', {}, 'p3')];
  assert.deepEqual(pendingReasons(rules, child({ ...alone, perhaps: rows }), asOf), [
    { rule: 'birth-not-registered', pairs: ['p1', 'p3'] },
    { rule: 'not-in-school', pairs: ['p2'] },
    { rule: 'unseen', pairs: ['p2'] },
  ]);
  assert.deepEqual(pendingReasons(rules, child({ perhaps: rows }), asOf), []);
  assert.deepEqual(pendingReasons(rules, child(alone), asOf), []);
});

test('given somebody known by age who is more likely of full age than not, the birth is not asked for', () => {
  const aged = (years: string, on: string) => [row('household', { age_years: years, observed_on: on })];
  const of = (entries: ReturnType<typeof aged>) => rulesFor(child({ birthDate: '2009', entries })).includes('birth-not-registered');
  assert.equal(of(aged('17', '2026-03-01')), false);
  assert.equal(of(aged('17', '2026-08-01')), true);
  assert.equal(of(aged('16', '2026-03-01')), true);
});

test('given a rule that is switched off, it gives no reason', () => {
  const off = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, active: rule.id !== 'not-in-school' })) };
  assert.deepEqual(evaluate(off, child({ entries: [row('birth')] }), asOf), []);
});

test('given a sibling with a case, the reason names the case and the rows that say who lives together', () => {
  const household = row('household', { household_id: 'H1' });
  const [reason] = evaluate(rules, child({ entries: [row('birth'), row('school'), household], siblingCases: ['c1'] }), asOf);
  assert.deepEqual([reason?.rule, reason?.cases, reason?.sources], ['sibling-with-case', ['c1'], [household.id]]);
});

test('a child is one who may be under eighteen', () => {
  assert.deepEqual(
    [isChild('2008-11-24', asOf), isChild('2008-11-23', asOf), isChild('2008', asOf), isChild(null, asOf)],
    [true, false, true, false],
  );
});

const past = (sign: 'case' | 'victim' | 'ran-away' | 'out-of-home-care', on: string, id = '00000000-0000-7000-8000-0000000000c1') => ({
  id,
  sign,
  on,
});

test('given a closed case of the child, what it says of them holds for the months of the rule, and names the case', () => {
  const closed = [
    past('case', '2025-11-23'),
    past('victim', '2025-11-23'),
    past('ran-away', '2025-01-02'),
    past('out-of-home-care', '2025-06-01'),
  ];
  assert.deepEqual(rulesFor(child({ past: closed })), ['earlier-victim', 'ran-away', 'earlier-case', 'out-of-home-care']);
  assert.deepEqual(rulesFor(child({ past: closed }), '2027-01-02'), ['earlier-victim', 'ran-away', 'earlier-case', 'out-of-home-care']);
  assert.deepEqual(
    rulesFor(child({ past: closed }), '2027-01-03'),
    ['earlier-victim', 'earlier-case', 'out-of-home-care'],
    'after 24 months',
  );
  const [reason] = evaluate(rules, child({ past: [past('case', '2025-11-23'), past('case', '2024-01-01')] }), asOf);
  assert.deepEqual(reason, { rule: 'earlier-case', weight: 30, since: '2025-11-23', sources: [], cases: [closed[0]!.id] });
  assert.deepEqual(rulesFor(child({ past: [past('case', '2026-12-01')] })), [], 'dated by a wrong clock: not before its day');
});

test('given a closed case of another child of the household, that is a reason of its own', () => {
  assert.deepEqual(rulesFor(child({ householdPast: [past('case', '2025-11-23'), past('victim', '2025-11-23')] })), [
    'household-earlier-case',
  ]);
});

test('given a row that says a child married, or is a spouse in the household, that is a reason until they are of age', () => {
  const married = [row('birth'), row('school', { enrolment_status: 'left', left_reason: 'marriage', left_date: '2026-05-01' })];
  assert.deepEqual(rulesFor(child({ birthDate: '2011-03-01', entries: married })), ['child-marriage', 'dropped-out']);
  for (const relationship_to_head of ['spouse', 'daughter-in-law', 'son-in-law'])
    assert.deepEqual(
      rulesFor(child({ birthDate: '2010', entries: [row('birth'), row('school'), row('household', { relationship_to_head })] })),
      ['child-marriage'],
    );
  const daughter = row('household', { relationship_to_head: 'daughter' });
  assert.deepEqual(rulesFor(child({ birthDate: '2010', entries: [row('birth'), row('school'), daughter] })), []);
  const spouse = row('household', { relationship_to_head: 'spouse' });
  assert.deepEqual(rulesFor(child({ birthDate: '2008', entries: [row('birth'), row('school'), spouse] })), [], 'may be 18 by now');
});

test('given a child who left school for work, it is a reason once the council has turned the rule on', () => {
  const entries = [row('birth'), row('school', { enrolment_status: 'left', left_reason: 'work', left_date: '2026-05-01' })];
  assert.deepEqual(rulesFor(child({ entries })), ['dropped-out']);
  const on = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, active: true })) };
  assert.deepEqual(
    evaluate(on, child({ entries }), asOf).map(({ rule, since }) => [rule, since]),
    [
      ['dropped-out', '2026-05-01'],
      ['left-for-work', '2026-05-01'],
    ],
  );
});
