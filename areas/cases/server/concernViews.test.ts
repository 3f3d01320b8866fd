// Views of the list of concerns: declared as those of cases are, whose tests prove what every list of views does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, type Persona, testOffice } from '../../../app/testing.ts';

interface Views {
  id: string;
  views: { name: string; narrowing: object; columns: string[] }[];
  shared: { name: string }[];
}
const olle = testOffice();
const read = async (who: Persona) => (await who.get<Views>('/api/cases/concerns/list/views')).body;

test('whoever reads concerns keeps their own views of them, a supervisor shares one, and they are counted by source and ward', async () => {
  const [registrar, boss] = [olle.as('registrar'), olle.as('supervisor')];
  const narrowing = { status: 'open', source: 'police', ward: '4' };
  const kept = { narrowing, order: null, columns: ['raised'], search: null };
  await done(registrar.command('cases.concern-views', (await read(registrar)).id, 'keep', { view: uuidv7(), name: 'Ward 4', ...kept }));
  assert.deepEqual(
    (await read(registrar)).views.map(({ name, narrowing: of, columns }) => [name, of, columns]),
    [['Ward 4', narrowing, ['raised']]],
  );
  const [view, { id }] = [uuidv7(), await read(boss)];
  await done(boss.command('cases.concern-views', id, 'keep', { view, name: 'From the police', ...kept }));
  await done(boss.command('cases.concern-views', id, 'share', { view }));
  assert.deepEqual(
    (await read(registrar)).shared.map(({ name }) => name),
    ['From the police'],
  );
  assert.equal((await olle.as('monitoring-officer').get('/api/cases/concerns/list/views')).status, 403);

  const concern = { person: null, name: 'Asha Rai', source: 'police', ward: '4', born: null, what: 'Seen at the bus park.' };
  await done(registrar.command('cases.concern', uuidv7(), 'raise', concern));
  const { body } = await registrar.post<{ counts: object; total: number }>('/api/cases/concerns/list', { source: 'police', ward: '4' });
  assert.equal(body.total, 1);
  const counted = await registrar.post<{ counts: object }>('/api/cases/concerns/list/counts', { status: 'open' });
  assert.deepEqual(counted.body.counts, { source: { police: 1 }, ward: { 4: 1 } });
});
