import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { testOffice } from '../../../app/testing.ts';
import type { DryRun, Unread } from '../contract/index.ts';
import type { MendedWord } from '../domain/index.ts';
import { registrarOf } from './testing.ts';

const olle = testOffice();
const office = registrarOf(olle);

const girls = 24;
/** A roll whose clerk wrote "pupil", in a form for girls, in the column of the sex; one birth date is none. */
const roll = (...more: readonly string[]) =>
  [
    'student id,name,sex,birth date,vaccine bcg',
    ...Array.from(
      { length: girls },
      (_, i) => `S${i},Asha ${'abcdefghijklmnopqrstuvwxyz'[i]} Rai,छात्रा,2014-05-${String(i + 1).padStart(2, '0')},`,
    ),
    'S90,Bim Rai,M,2014-06-01,given',
    'S91,Sita Rai,F,31/02/2014,',
    ...more,
  ].join('\n');

const unreadOf = async () => (await office.registrar.get<Unread>('/api/registers/unread')).body;
const valuesOf = async (register: string, sex: string | null) =>
  (await olle.owner.query('select id from registers_entry where register = $1 and sex is not distinct from $2', [register, sex])).rows
    .length;
const tryOut = async (file: string, words?: readonly MendedWord[]) => {
  const { body } = await office.upload(file);
  const proposal = await office.propose(body.id);
  const plan = { ...office.planOf(proposal, { register: 'school' }), ...(words ? { words } : {}) };
  const dry = await office.registrar.post<DryRun>(`/api/registers/uploads/${body.id}/dry-run`, plan);
  return { upload: body.id, proposal, plan, dry: dry.body };
};

test('a word that cannot be read takes no row away: it is shown once for all its rows, and read as somebody says', async () => {
  const { dry } = await tryOut(roll());
  assert.deepEqual([dry.counts.added, dry.counts.unread, dry.counts.setAside], [girls + 1, girls + 1, 1]);
  assert.deepEqual(dry.unread, [
    { field: 'sex', word: 'छात्रा', rows: girls, aside: false },
    { field: 'birth_date', word: '31/02/2014', rows: 1, aside: true },
    { field: 'vaccine_bcg', word: 'given', rows: 1, aside: false },
  ]);
  assert.deepEqual(
    dry.setAside.map(({ row, column, reason, cell }) => [row, column, reason, cell]),
    [[girls + 3, 'birth date', 'date', '31/02/2014']],
  );
  const said = await tryOut(roll(), [
    { field: 'sex', word: 'छात्रा', value: 'female' },
    { field: 'birth_date', word: '31/02/2014', value: '2014-02-28' },
  ]);
  assert.deepEqual([said.dry.counts.added, said.dry.counts.unread, said.dry.counts.setAside], [girls + 2, 1, 0]);
});

test('what stays unread is listed for the register, said once for every row, and known in the next file', async () => {
  const { proposal } = await office.importFile(roll(), { register: 'school' });
  assert.deepEqual([await valuesOf('school', null), await valuesOf('school', 'female')], [girls, 0]);
  assert.deepEqual(await unreadOf(), {
    words: [
      { register: 'school', field: 'sex', word: 'छात्रा', rows: girls },
      { register: 'school', field: 'vaccine_bcg', word: 'given', rows: 1 },
    ],
    more: 0,
  });
  const saved = await office.registrar.command('registers.profile', uuidv7(), 'save', {
    name: 'Roll',
    register: 'school',
    columns: proposal.headers.map((header, column) => ({
      header,
      field: proposal.mapping.find((one) => one.column === column)?.field ?? null,
    })),
    dateOrder: 'day-first',
    calendar: 'gregorian',
    whole: false,
  });
  assert.equal(saved.status, 200, JSON.stringify(saved.body));
  const mend = (value: string) =>
    office.registrar.post<{ rows?: number; code?: string }>('/api/registers/unread/mend', {
      register: 'school',
      field: 'sex',
      word: 'छात्रा',
      value,
    });
  assert.equal((await mend('girl')).body.code, 'registers.not-a-value');
  assert.equal((await mend('female')).body.rows, girls);
  assert.deepEqual([await valuesOf('school', null), await valuesOf('school', 'female')], [0, girls]);
  assert.deepEqual(
    (await unreadOf()).words.map(({ word }) => word),
    ['given'],
  );

  // The same file again is no news, read with the profile or without it.
  const again = await tryOut(roll());
  assert.deepEqual([again.dry.counts.unchanged, again.dry.counts.changed], [girls + 1, 0]);
  const { profile } = again.proposal as unknown as { profile: { words: MendedWord[] } };
  assert.deepEqual(profile.words, [{ field: 'sex', word: 'छात्रा', value: 'female' }]);
  const next = await tryOut(roll('S99,Nima Rai,छात्रा ,2015-01-01,'), profile.words);
  assert.deepEqual([next.dry.counts.added, next.dry.unread.map(({ word }) => word)], [1, ['31/02/2014', 'given']]);
});

test('who may not mend registers sees no such list', async () => {
  assert.equal((await olle.as('case-worker').get('/api/registers/unread')).status, 403);
  assert.equal((await olle.as('monitoring-officer').get('/api/registers/unread')).status, 403);
});
