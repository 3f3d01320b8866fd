import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';
import { registrarOf } from '../../registers/server/testing.ts';

const olle = testOffice();

const header = 'id,household no,full name,sex,date of birth,mother name,father name,ward,phone';
const ram = 'H1,HH1,Ram Thapa,m,2014-05-09,Gita Thapa,Hari Thapa,3,09800012345';
const gita = 'H4,HH1,Gita Thapa,f,1988-01-02,Maya Rai,Krishna Rai,3,9800012345';
const dolma = 'H7,HH2,Dolma Sherpa,f,2013-07-12,Pasang Sherpa,Nima Sherpa,5,9800054321';
const imported = async (...rows: string[]) => {
  const { done } = await registrarOf(olle).importFile([header, ...rows].join('\n'), { register: 'household', whole: true });
  assert.equal(done.status, 'finished');
  await olle.runJobs();
};
/** Who lives together, by the names of the persons; with the id of the household and how it is called in the register. */
async function households() {
  const { rows } = await olle.owner.query<{ id: string; members: string[] }>(
    'select id, members::text[] as members from people_household where city = 1',
  );
  const found = new Map<string, { id: string; names: string[] }>();
  for (const { id, members } of rows) {
    const pages = await Promise.all(
      members.map(
        async (person) => (await olle.as('supervisor').get<{ name: string; householdNumber: string }>(`/api/people/person/${person}`)).body,
      ),
    );
    found.set(pages[0]?.householdNumber ?? 'nobody', { id, names: pages.map(({ name }) => name).sort() });
  }
  return found;
}

test('a household keeps its id from import to import, whoever moves in or out, and its number is on the page of who lives there', async () => {
  await imported(ram, gita, dolma);
  const first = await households();
  assert.deepEqual(first.get('HH1')!.names, ['Gita Thapa', 'Ram Thapa']);
  assert.deepEqual(first.get('HH2')!.names, ['Dolma Sherpa']);
  await imported(ram, gita.replace('HH1', 'HH2'), dolma);
  const second = await households();
  assert.deepEqual(second.get('HH1'), { id: first.get('HH1')!.id, names: ['Ram Thapa'] });
  assert.deepEqual(second.get('HH2'), { id: first.get('HH2')!.id, names: ['Dolma Sherpa', 'Gita Thapa'] });
  await imported(ram.replace('HH1', 'HH2'), gita.replace('HH1', 'HH2'), dolma);
  const third = await households();
  assert.deepEqual(third.get('nobody'), { id: first.get('HH1')!.id, names: [] });
  await imported(ram, gita, dolma);
  assert.deepEqual(await households(), first);
});
