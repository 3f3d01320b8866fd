import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../../app/testing.ts';
import { registrarOf } from '../../../registers/server/testing.ts';
import type { RegistersOfPerson } from '../../contract/index.ts';

const olle = testOffice();
olle.before(async () => {
  const { importFile } = registrarOf(olle);
  const files: readonly [register: string, text: string][] = [
    [
      'birth',
      `reg no,full name,sex,date of birth,mother name,father name,ward,registration date
B1,Ram Thapa,m,2014-05-09,Gita Thapa,Hari Thapa,3,2014-06-01
B2,Dolma Sherpa,f,2013-07-12,Pasang Sherpa,Nima Sherpa,5,2013-08-01`,
    ],
    [
      'school',
      `student id,full name,sex,date of birth,mother name,father name,ward,school name,last attended
S1,Ram Thapa,m,2014-05-09,Gita Thapa,Hari Thapa,Ward 3,Shree Basic School,2026-10-02
S2,Maya Rai,f,2012-01-02,Uma Rai,Hari Rai,Ward 4,Shree Basic School,2026-10-02`,
    ],
    ['clinic', 'id,full name,sex,date of birth,mother name,ward,last visit\nC1,Asha Rai,f,2014-02-02,Sita Rai,5,2016-02-02'],
  ];
  for (const [register, text] of files) assert.equal((await importFile(text, { register })).done.status, 'finished');
  await olle.runJobs();
});

async function standing(who: 'case-worker' | 'registrar', name: string) {
  const found = (await olle.as(who).post<{ rows: { id: string; name: string }[] }>('/api/people/search', { text: name })).body.rows;
  const person = found.find((one) => one.name === name)!.id;
  const { status, body } = await olle.as(who).get<{ registers: RegistersOfPerson }>(`/api/people/person/${person}/registers`);
  assert.equal(status, 200);
  return new Map(body.registers.map((one) => [one.register, one]));
}

test('of each register it is said whether the child is in it, since when and when last seen, and what it covers', async () => {
  const ram = await standing('case-worker', 'Ram Thapa');
  assert.deepEqual([...ram].map(([register, one]) => [register, one.standing]).sort(), [
    ['birth', 'in'],
    ['clinic', 'not-covered'],
    ['household', 'not-covered'],
    ['school', 'in'],
    ['social', 'not-covered'],
  ]);
  assert.equal(ram.get('birth')!.since, '2014-06-01');
  assert.deepEqual(ram.get('school')!.at, ['Shree Basic School']);
  assert.equal(ram.get('school')!.lastContact, '2026-10-02');
  assert.equal(ram.get('household')!.asOf, null);
  assert.deepEqual([ram.get('clinic')!.wards, ram.get('clinic')!.bornFrom], [['5'], 2014]);
});

test('a register that has nobody of the ward or year says nothing; a registrar learns nothing of the clinic', async () => {
  const dolma = await standing('case-worker', 'Dolma Sherpa');
  assert.equal(dolma.get('school')!.standing, 'not-covered');
  const asRegistrar = await standing('registrar', 'Ram Thapa');
  assert.equal(asRegistrar.get('clinic')!.standing, 'not-allowed');
  assert.equal(asRegistrar.get('birth')!.standing, 'in');
});

test('what a register covers follows each import and its undoing', async () => {
  const clinic = async () => {
    const { wards, bornFrom, bornTo } = (await standing('case-worker', 'Ram Thapa')).get('clinic')!;
    return [wards, bornFrom, bornTo];
  };
  assert.deepEqual(await clinic(), [['5'], 2014, 2014]);
  const { importFile } = registrarOf(olle);
  const more = 'id,full name,sex,date of birth,mother name,ward,last visit\nC7,Hira Rai,f,2011-02-02,Mina Rai,7,2016-02-02';
  const { done } = await importFile(more, { register: 'clinic' });
  assert.equal(done.status, 'finished');
  assert.deepEqual(await clinic(), [['5', '7'], 2011, 2014]);
  const undone = await olle.as('registrar').command('registers.import', done.id, 'undo', { because: 'The wrong file.' });
  assert.equal(undone.status, 200);
  await olle.runJobs();
  assert.deepEqual(await clinic(), [['5'], 2014, 2014]);
});
