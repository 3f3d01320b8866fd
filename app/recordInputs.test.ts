import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from './compose.ts';
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
  assert.deepEqual(list!['contacts']!.fields!['phone'], { kind: 'line', type: 'tel', maxLength: 60, blank: '' });
  assert.deepEqual(add!['wards'], { kind: 'wards', blank: [] });
  const { commands: ofCase } = await recordInputs('cases.case');
  assert.deepEqual(ofCase['add-action']!['who'], { kind: 'user', required: true });
});

test('every record that a page names is given by its area', async () => {
  const pages = globSync('{areas,platform}/**/*.tsx', { cwd: root }).map((file) => readFileSync(join(root, file), 'utf8'));
  const kinds = new Set(pages.flatMap((text) => [...text.matchAll(/'virtual:record\/([^']+)'/g)].map(([, kind]) => kind!)));
  assert.ok(kinds.size > 0);
  for (const kind of kinds) assert.notDeepEqual((await recordInputs(kind)).commands, {}, kind);
});

test('a record that no area gives is refused when the app is built', async () => {
  await assert.rejects(recordInputs('partners.unheard-of'), /No area gives/);
});
