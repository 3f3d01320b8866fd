import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metadataColumns, proposeMapping } from './proposal.ts';

const setting = { today: '2026-11-23', home: 'bikram-sambat' as const };
const proposed = (headers: readonly string[], rows: readonly (readonly string[])[]) =>
  Object.fromEntries(proposeMapping(headers, rows, setting).map(({ column, field }) => [headers[column]!, field]));

test('in a file of ODK Central the groups of the form hide no column, and what its server wrote is none of the child', () => {
  const headers = ['SubmissionDate', 'start', 'end', 'today', 'deviceid', 'child-name', 'child-sex', 'child-dob', 'mother-name', 'mother-dob', 'interviewer-name', 'meta-instanceID', 'KEY', 'SubmitterID']; // biome-ignore format: one list
  const row = (n: number) => [`2026-11-2${n}T08:00:00.000Z`, '2026-11-20T07:00:00.000+05:45', '2026-11-20T07:30:00.000+05:45', '2026-11-20', `collect:x${n}`, `Asha ${'abc'[n]} Rai`, 'f', `2014-05-0${n + 1}`, `Sita ${'abc'[n]} Rai`, `1990-01-0${n + 1}`, 'Hari Thapa', `uuid:${n}`, `uuid:${n}`, '5']; // biome-ignore format: one list
  const rows = [row(0), row(1), row(2)];
  assert.deepEqual(proposed(headers, rows), {
    'child-name': 'full_name',
    'child-sex': 'sex',
    'child-dob': 'birth_date',
    'mother-name': 'mother_name',
  });
  assert.deepEqual(
    metadataColumns(headers).map((column) => headers[column]),
    ['SubmissionDate', 'start', 'end', 'today', 'deviceid', 'meta-instanceID', 'KEY', 'SubmitterID'],
  );
});

test('in a file of Kobo likewise', () => {
  const headers = ['start', 'end', 'child/full_name', 'child/date_of_birth', 'hh/ward', 'hh/head/name', '__version__', '_id', '_uuid', '_submission_time', '_validation_status', '_index']; // biome-ignore format: one list
  const row = (n: number) => ['2026-11-20T07:00', '2026-11-20T07:30', `Bim ${'abc'[n]} Rai`, `2015-05-0${n + 1}`, '4', 'Hari Rai', 'v1', `${900 + n}`, `u${n}`, `2026-11-2${n}T08:00:00`, '', `${n + 1}`]; // biome-ignore format: one list
  assert.deepEqual(proposed(headers, [row(0), row(1), row(2)]), {
    'child/full_name': 'full_name',
    'child/date_of_birth': 'birth_date',
    'hh/ward': 'ward',
  });
  assert.deepEqual(
    metadataColumns(headers).map((column) => headers[column]),
    ['start', 'end', '__version__', '_id', '_uuid', '_submission_time', '_validation_status', '_index'],
  );
});

test('the unique id of DHIS2 is the number of the row; words of such programs that a register uses are its own', () => {
  assert.equal(proposed(['Unique ID', 'Full name', 'Created', 'Organisation unit'], [])['Unique ID'], 'source_id');
  assert.deepEqual(metadataColumns(['Name', 'Status', 'DOB']), []);
});
