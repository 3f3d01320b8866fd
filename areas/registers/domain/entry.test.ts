import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, givenOf } from '../../../platform/decider/testing.ts';
import { contentInRegister, contentOf, type EntryEvent, entryRecord } from './entry.ts';

const given = givenOf(entryRecord);
const on = '2026-11-23';
const values = { full_name: 'Asha Rai' };
const unread = { sex: 'छात्रा' };
const put = { register: 'school', import: anId(1), row: 2, on, values } as const;
const added: EntryEvent = { type: 'entry-added', ...put, ward: null, sex: null, birthYear: null, unread };
const said = { field: 'sex', word: 'छात्रा', value: 'female' } as const;
const mended: EntryEvent = { type: 'entry-mended', ...said, on };

test('a cell that could not be read is said once; what the register says again is no news', () => {
  const { state } = given(added).when('mend', said).and();
  assert.deepEqual([state.sex, state.values, state.unread], ['female', { ...values, sex: 'female' }, {}]);
  given(added)
    .when('mend', { ...said, value: 'girl' })
    .refused('registers.not-a-value');
  given(added)
    .when('mend', { ...said, word: 'छात्र' })
    .then();
  given(added, mended)
    .when('put', { ...put, unread })
    .then();
});

test('what was said of a cell holds while the register says the same there', () => {
  const elsewhere = { ...values, address: 'Bazaar 2' };
  const moved = given(added, mended)
    .when('put', { ...put, values: elsewhere, unread })
    .and().state;
  assert.deepEqual([moved.values, moved.sex], [{ ...elsewhere, sex: 'female' }, 'female']);
  const other = given(added, mended)
    .when('put', { ...put, unread: { sex: '??' } })
    .and().state;
  assert.deepEqual([other.values, other.unread, other.sex], [values, { sex: '??' }, null]);
});

test('a row mended has the content of its register still', () => {
  assert.equal(contentInRegister(given(added, mended).state), contentOf(values, unread));
});
