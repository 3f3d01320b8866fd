import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EntryState, phoneForm } from '../../registers/domain/index.ts';
import { columnsOf, wardForm } from './index.ts';

const entry = (values: EntryState['values'], more: Partial<EntryState> = {}): { state: EntryState } => ({
  state: {
    register: 'household',
    status: 'present',
    importId: 'i',
    row: 1,
    ward: values.ward ?? null,
    sex: null,
    birthYear: null,
    firstSeen: '2026-11-01',
    lastChanged: '2026-11-01',
    values,
    ...more,
  },
});
const column = (name: string, ...entries: { state: EntryState }[]) => columnsOf(entries).find((one) => one.name === name)!.values;

test('one telephone number is the same however its prefix, blanks and figures are written', () => {
  for (const [own, ...others] of [
    ['+977-9800012345', '9800012345', '00977 980 001 2345', '०९८०००१२३४५'],
    ['010-1234-5678', '+82 10-1234-5678', '1012345678'],
    ['0390-1234567', '+92 390 1234567', '3901234567'],
  ])
    for (const other of others) assert.equal(phoneForm(other), phoneForm(own!), `${own} / ${other}`);
  assert.notEqual(phoneForm('9800012345'), phoneForm('9800012346'));
  assert.equal(phoneForm('n/a 12'), null);
});

test('one ward is the same in figures of any script, with or without its name; named wards by what they sound like', () => {
  for (const [own, ...others] of [
    ['5', '05', 'Ward 5', 'वडा नं. ५', 'UC-05 Kot Darya', 'یونین کونسل 5 کوٹ دریا'],
    ['새별동', 'Saebyeol-dong'],
  ])
    for (const other of others) assert.equal(wardForm(other), wardForm(own!), `${own} / ${other}`);
  assert.notEqual(wardForm('Ward 5'), wardForm('Ward 15'));
  assert.equal(wardForm('-'), null);
});

test('an age is the year in which such a person was born, wider where ages are rounded; a whole date is a day', () => {
  const seen = { observed_on: '2026-06-06' };
  assert.deepEqual(
    column(
      'age',
      entry({ full_name: 'x', age_years: '7', ...seen }),
      entry({ full_name: 'x', age_years: '40', ...seen }),
      entry({ full_name: 'x', age_years: '41' }),
      entry({ full_name: 'x', birth_date: '2014' }),
      entry({ full_name: 'x', birth_date: '2014-05-09', age_years: '3' }),
      entry({ full_name: 'x' }),
    ),
    ['2018-06-06/2019-06-06', '1983-06-06/1988-06-06', '1984-11-01/1985-11-01', '2014-01-01/2014-12-31', '2014-05-09', null],
  );
});

test('of a cell with several telephone numbers all are compared', () => {
  assert.deepEqual(column('phone', entry({ phone: '9841234567 / 980-7654321' }), entry({ phone: '०९८०७६५४३२१' }), entry({ phone: '-' })), [
    '841234567\n807654321',
    '807654321',
    null,
  ]);
});

test('a child not yet named has no name to compare; a name in two scripts is compared in both', () => {
  assert.deepEqual(column('name', entry({ full_name: 'B/O Sita Rai' }), entry({ full_name: 'राम', other_name: 'Ram' })), [
    null,
    'राम\nRam',
  ]);
});
