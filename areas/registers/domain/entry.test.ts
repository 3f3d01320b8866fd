import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anId, givenOf } from '../../../platform/decider/testing.ts';
import { contentInRegister, contentOf, type EntryEvent, entryRecord, formerOf } from './entry.ts';

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

test('a row goes back to what it was before an import, with what was said since of a cell that it had', () => {
  const wrong = { ...put, import: anId(2), row: 7, on: '2026-11-24', values: { full_name: 'Usha Rai' } } as const;
  const before = given(added).state!;
  const former = formerOf(before)!;
  const changed = given(added, { type: 'entry-changed', ...wrong, ward: null, sex: null, birthYear: null, unread });
  const undo = { undone: anId(2), on: '2026-11-25', former };
  assert.deepEqual(changed.when('undo', undo).and().state, { ...before, mended: {} });
  const since = given(added, { type: 'entry-changed', ...wrong, ward: null, sex: null, birthYear: null, unread }, mended);
  const { values: now, unread: left, sex } = since.when('undo', undo).and().state;
  assert.deepEqual([now, left, sex], [{ ...values, sex: 'female' }, {}, 'female']);
  // What another import wrote since is not its to take back.
  given(added).when('undo', undo).then();
});

test('a row that only an undone import brought never was, and begins anew when it comes again', () => {
  const never = given(added, { type: 'entry-undone', undone: anId(1), on });
  assert.deepEqual([never.state!.status, never.state!.values], ['undone', {}]);
  never.when('mend', said).then();
  never.when('drop', { import: anId(2), on }).then();
  const again = never.when('put', { ...put, import: anId(2), on: '2026-12-01' }).and().state;
  assert.deepEqual([again.status, again.firstSeen, again.values], ['present', '2026-12-01', values]);
});
