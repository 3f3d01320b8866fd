import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersOf, type Row, startsOf, withChange, wrongIn } from './answers.ts';
import { completed, type FormField, type SchemaField } from './field.ts';

const contacts: FormField = {
  kind: 'group',
  name: 'contacts',
  label: 'Contacts',
  one: String,
  add: 'Add',
  fields: [
    { kind: 'line', name: 'name', label: 'Name', required: true },
    { kind: 'line', name: 'phone', label: 'Phone', blank: '' },
    { kind: 'yes', name: 'emergency', label: 'Emergency' },
  ],
};
const say = (key: string) => key;

test('what a record holds stands in the fields, and the same is sent where nothing is changed', () => {
  const fields: FormField[] = [
    { kind: 'number', name: 'least', label: '', blank: null },
    { kind: 'lines', name: 'names', label: '' },
    { kind: 'several', name: 'services', label: '', options: [['a', 'A']] },
    contacts,
  ];
  const held = { least: null, names: ['One', 'Two'], services: ['a'], contacts: [{ name: 'Canary', phone: '', emergency: true }] };
  assert.deepEqual(answersOf(fields, startsOf(fields, held)), held);
});

test('a row in which nothing stands is not sent; of the others it is said by their place in what is sent what is wrong', () => {
  const [empty, nameless] = [
    { key: 'x', values: { name: '', phone: '', emergency: [] } },
    { key: 'y', values: { name: ' ', phone: '1', emergency: [] } },
  ] as const satisfies Row[];
  assert.deepEqual(answersOf([contacts], { contacts: [empty] }), { contacts: [] });
  assert.deepEqual([...wrongIn([contacts], { contacts: [empty, nameless] }, say)], [['contacts/0/name', 'needed']]);
});

test('a field that is not asked is neither missing nor sent, but for what the command does not do without', () => {
  const never = () => false;
  const fields: FormField[] = [
    { kind: 'line', name: 'why', label: '', required: true, when: never },
    { kind: 'line', name: 'phone', label: '', blank: '', when: never },
  ];
  const values = startsOf(fields);
  assert.deepEqual([...wrongIn(fields, values, say)], []);
  assert.deepEqual(answersOf(fields, values), { phone: '' });
});

test('numbers and days outside of their limits are found before they are sent', () => {
  const fields: FormField[] = [
    { kind: 'number', name: 'age', label: '', least: 0, most: 25 },
    { kind: 'day', name: 'on', label: '', min: '2026-11-23' },
  ];
  const wrong = (age: string, on: string) => Object.fromEntries(wrongIn(fields, { age, on }, say));
  assert.deepEqual(wrong('26', '2026-11-22'), { age: 'between', on: 'not-before' });
  assert.deepEqual(wrong('twelve', ''), { age: 'between' });
  assert.deepEqual(wrong('25', '2026-11-23'), {});
});

test("a field takes its kind, limits and choices from the command's schema; what the page says goes before", () => {
  const inputs = {
    reason: { kind: 'pick', values: ['a', 'b'], required: true },
    because: { kind: 'text', maxLength: 10, required: true },
  } as const;
  const { said: _, ...reason } = completed(
    { name: 'reason', label: 'R', said: (one) => one.toUpperCase() },
    inputs,
  ) as unknown as SchemaField;
  assert.deepEqual(reason, { kind: 'pick', name: 'reason', label: 'R', required: true, options: [['a', 'A'], ['b', 'B']] }); // biome-ignore format: one thought
  assert.equal(completed({ name: 'because', kind: 'line', label: '' }, inputs).kind, 'line');
  assert.throws(() => completed({ name: 'unknown', label: '' }, inputs), /has no kind/);
});

test('a field may offer other values than the schema has, and say what each means', () => {
  const inputs = { purpose: { kind: 'pick', values: ['a', 'b'] }, upheld: { kind: 'yes' } } as const;
  const optionsOf = (field: SchemaField) => (completed(field, inputs) as Extract<FormField, { kind: 'pick' }>).options;
  assert.deepEqual(optionsOf({ name: 'purpose', label: '', values: ['b'], means: (one) => `${one}!` }), [['b', 'b', 'b!']]);
  assert.deepEqual(optionsOf({ name: 'upheld', kind: 'one', label: '', values: ['yes', 'no'] }), [
    ['yes', 'yes'],
    ['no', 'no'],
  ]);
});

test('of two fields that are sent under one name, that which is asked is sent and checked', () => {
  const fields: FormField[] = [
    { kind: 'line', name: 'how', label: '' },
    { kind: 'text', name: 'note', label: 'Outcome', when: ({ how }) => how === 'done' },
    { kind: 'text', name: 'note', label: 'Why', required: true, when: ({ how }) => how === 'dropped' },
  ];
  assert.deepEqual(answersOf(fields, { how: 'done', note: 'x' }), { how: 'done', note: 'x' });
  assert.deepEqual(answersOf(fields, { how: 'dropped', note: 'x' }), { how: 'dropped', note: 'x' });
  assert.deepEqual([...wrongIn(fields, { how: 'done', note: '' }, say)], []);
  assert.deepEqual([...wrongIn(fields, { how: 'dropped', note: '' }, say)], [['note', 'needed']]);
});

test('where a field is changed, what depends on it starts anew, and what depends on that', () => {
  const fields: FormField[] = [
    { kind: 'line', name: 'service', label: '' },
    { kind: 'line', name: 'partner', label: '', of: 'service' },
    { kind: 'lines', name: 'told', label: '', of: 'partner', starts: ['name'] },
    { kind: 'line', name: 'because', label: '' },
  ];
  const values = { service: 'a', partner: 'b', told: 'c', because: 'd' };
  assert.deepEqual(withChange(fields, values, 'service', 'e'), { service: 'e', partner: '', told: 'name', because: 'd' });
  assert.deepEqual(withChange(fields, values, 'because', 'e'), { ...values, because: 'e' });
});
