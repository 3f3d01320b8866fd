import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll } from '../../../platform/decider/index.ts';
import { givenOf } from '../../../platform/decider/testing.ts';
import { columnsOfProfile, headerSignature, profileRecord } from './profile.ts';

const what = {
  name: 'Roll',
  register: 'school',
  columns: [{ header: 'called', field: 'full_name' }],
  dateOrder: 'day-first',
  calendar: 'gregorian',
  whole: true,
} as const;
type Event = Parameters<typeof profileRecord.evolve>[1];
const saved = { type: 'profile-saved', ...what } as unknown as Event;
const renamed = (name: string): Event => ({ type: 'profile-renamed', name });
const removed: Event = { type: 'profile-removed' };

const given = givenOf(profileRecord);

test('a saved way to read files takes another name, and all else of it stays', () => {
  assert.deepEqual(given(saved).when('rename', { name: 'Hill school' }).followed(), [renamed('Hill school')]);
  given(saved, renamed('Hill school')).when('rename', { name: 'Hill school' }).then();
  assert.deepEqual(evolveAll(profileRecord, undefined, [saved, renamed('Hill school')]), { ...what, name: 'Hill school', removed: false });
});

test('one that is not there, or was removed, takes no name; one saved again after it was removed does', () => {
  given().when('rename', { name: 'x' }).refused('registers.profile-not-found');
  given(saved, removed).when('rename', { name: 'x' }).refused('registers.profile-not-found');
  given(saved, removed, saved).when('rename', { name: 'x' }).then('profile-renamed');
});

test('one is removed once, and what names a field twice is not saved', () => {
  given(saved, removed).when('remove').then();
  given()
    .when('save', { ...what, columns: [...what.columns, { header: 'again', field: 'full_name' }] })
    .refused('registers.field-mapped-twice');
});

test('columns of one heading are told apart by their place among them', () => {
  const columns = [
    { header: 'Name', field: 'full_name' },
    { header: 'DOB', field: 'birth_date' },
    { header: 'Name', field: 'mother_name' },
  ] as const;
  const found = (...headers: string[]) =>
    columnsOfProfile({ columns: [...columns] }, headers).map(({ column, field }) => `${column} ${field}`);
  assert.deepEqual(found('Name', 'DOB', 'Name'), ['0 full_name', '1 birth_date', '2 mother_name']);
  assert.deepEqual(found('dob', 'name\u200b', ' NAME '), ['1 full_name', '0 birth_date', '2 mother_name']);
  assert.deepEqual(found('Name', 'DOB'), ['0 full_name', '1 birth_date']);
  assert.notEqual(headerSignature(['Name', 'DOB']), headerSignature(['Name', 'DOB', 'Name']));
});
