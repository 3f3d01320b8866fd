import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recordInputs } from './recordInputs.ts';

test('the form of a command knows from its schema what is needed, between which limits, and what can be chosen', async () => {
  const { commands } = await recordInputs('partners.organisation');
  const { add, 'count-places': count, 'make-agreement': agree, 'list-contacts': list } = commands;
  assert.deepEqual(add!['name'], { kind: 'line', maxLength: 200, required: true });
  assert.deepEqual(add!['sex'], { kind: 'pick', values: ['any', 'female', 'male'], required: true });
  assert.deepEqual(add!['leastAge'], { kind: 'number', least: 0, most: 25, blank: null });
  assert.deepEqual(add!['address'], { kind: 'line', maxLength: 400, blank: '' });
  assert.deepEqual(add!['otherNames'], { kind: 'lines', blank: [] });
  assert.equal(add!['services']!.kind, 'several');
  assert.equal(count!['places']!.required, undefined);
  assert.deepEqual(agree!['until'], { kind: 'day' });
  assert.deepEqual(agree!['from'], { kind: 'day', required: true });
  assert.deepEqual(list!['contacts']!.fields!['emergency'], { kind: 'yes' });
});

test('a record that no area gives is refused when the app is built', async () => {
  await assert.rejects(recordInputs('partners.unheard-of'), /No area gives/);
});
