// Views of the list of children at risk: declared as those of cases are, whose tests prove what every list of views does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { done, type Persona, testOffice } from '../../../app/testing.ts';

interface Views {
  id: string;
  views: { id: string; name: string; narrowing: object; columns: string[] }[];
  shared: { name: string }[];
  opens: string | null;
}
const olle = testOffice();
const worker = olle.as('case-worker');
const read = async (who: Persona) => (await who.get<Views>('/api/risks/list/views')).body;

test('children at risk are looked at under names of their reader, with their own columns; a supervisor shares', async () => {
  const view = uuidv7();
  const narrowing = { ward: '4', ageFrom: 10, ageTo: 13, mine: true };
  const kept = { narrowing, order: null, columns: ['status', 'age'], search: null };
  const { id } = await read(worker);
  await done(worker.command('risks.list-views', id, 'keep', { view, name: 'Mine in ward 4', ...kept }));
  await done(worker.command('risks.list-views', id, 'open-with', { view }));
  const { views, opens } = await read(worker);
  assert.deepEqual(
    [views.map(({ name, narrowing: of, columns }) => [name, of, columns]), opens],
    [[['Mine in ward 4', narrowing, ['status', 'age']]], view],
  );
  const unknown = await worker.command('risks.list-views', id, 'keep', { view: uuidv7(), name: 'x', ...kept, columns: ['mother'] });
  assert.equal(unknown.body.code, 'http.invalid-input');

  const boss = olle.as('supervisor');
  const shared = uuidv7();
  const ofBoss = (await read(boss)).id;
  await done(boss.command('risks.list-views', ofBoss, 'keep', { view: shared, name: 'Ward 4', ...kept }));
  await done(boss.command('risks.list-views', ofBoss, 'share', { view: shared }));
  assert.deepEqual(
    (await read(olle.as('case-worker'))).shared.map(({ name }) => name),
    ['Ward 4'],
  );
  for (const role of ['monitoring-officer', 'registrar'] as const)
    assert.equal((await olle.as(role).get('/api/risks/list/views')).status, 403, role);
});
