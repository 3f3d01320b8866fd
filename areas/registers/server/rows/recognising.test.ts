import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../../app/testing.ts';
import { registrarOf } from '../testing.ts';

let office: ReturnType<typeof registrarOf>;
const olle = testOffice();
olle.before(async () => {
  office = registrarOf(olle);
});

const header = 'name,sex,dob,mother,ward';
const people = [
  'Maya Rai,f,2014-05-09,Sita Rai,5',
  'Asha Lama,f,2013-01-02,Mina Lama,3',
  'Usha Lama,f,2013-01-02,Mina Lama,3',
  'Bir Thapa,m,2015,Gita Thapa,1',
];
const file = (rows: readonly string[]) => [header, ...rows].join('\n');
const idOf = async (register: string) => {
  const { rows } = await olle.owner.query<{ row: number; id: string }>(
    "select row, id from registers_entry where register = $1 and status = 'present' order by row",
    [register],
  );
  return new Map(rows.map(({ row, id }) => [row, id]));
};
const typesOf = async (id: string) =>
  (await olle.owner.query<{ type: string }>('select type from event where id = $1 order by position', [id])).rows.map(({ type }) => type);
const figuresOf = ({ done, dry }: Awaited<ReturnType<typeof office.importFile>>) => {
  assert.deepEqual(dry, done.counts, 'the dry run says what comes of it');
  const { added, changed, recognised = 0, unchanged, gone } = done.counts;
  return { added, changed, recognised, unchanged, gone };
};

test('rows of a whole register without numbers that were corrected keep their records; twins are told apart or left', async () => {
  await office.importFile(file(people), { register: 'birth', whole: true });
  const former = await idOf('birth');
  const corrected = [
    'Bir Thapa,m,2015-06-07,Gita Thapa,1',
    'Maaya Rai,f,2014-05-09,Sita Rai,5',
    'Usha Lama,f,2013-01-02,Mina Lama,4',
    'Asha Lama,f,2013-01-02,Mina Lama,4',
    'New Child,f,2020-01-02,Some Mother,9',
  ];
  const second = await office.importFile(file(corrected), { register: 'birth', whole: true });
  assert.deepEqual(figuresOf(second), { added: 1, changed: 4, recognised: 4, unchanged: 0, gone: 0 });
  const now = await idOf('birth');
  assert.deepEqual([now.get(2), now.get(3), now.get(4), now.get(5)], [former.get(5), former.get(2), former.get(4), former.get(3)]);
  assert.deepEqual(await typesOf(now.get(3)!), ['entry-added', 'entry-changed']);

  const again = await office.importFile(file(corrected), { register: 'birth', whole: true });
  assert.deepEqual(figuresOf(again), { added: 0, changed: 0, recognised: 0, unchanged: 5, gone: 0 });

  // What a corrected row said before is said by another row now: neither is taken for the other.
  const earlier = await office.importFile(file([...corrected, people[0]!]), { register: 'birth', whole: true });
  assert.deepEqual(figuresOf(earlier), { added: 1, changed: 0, recognised: 0, unchanged: 5, gone: 0 });
});

test('where a former row may be either of two, none is guessed', async () => {
  await office.importFile(file(['Baby,f,2020-02-02,Sita Rai,5', 'Baby,f,2020-02-02,Sita Rai,5', 'Asha Rai,f,2019-02-02,Mina Rai,5']), {
    register: 'clinic',
    whole: true,
  });
  const twins = ['Baby,f,2020-02-02,Sita Rai,6', 'Baby,f,2020-02-02,Sita Rai,6', 'Ashaa Rai,f,2019-02-02,Mina Rai,5', 'Aasha Rai,f,2019-02-02,Mina Rai,5']; // biome-ignore format: one list
  const done = await office.importFile(file(twins), { register: 'clinic', whole: true });
  assert.deepEqual(figuresOf(done), { added: 4, changed: 0, recognised: 0, unchanged: 0, gone: 3 });
});

test('of two identical rows one stays as it was; a part of a register says nothing of the others', async () => {
  const twice = ['Maya Rai,f,2014-05-09,Sita Rai,5', 'Maya Rai,f,2014-05-09,Sita Rai,5'];
  await office.importFile(file(twice), { register: 'school', whole: true });
  const part = await office.importFile(file(['Maya Rai,f,2014-05-09,Sita Rai,7']), { register: 'school' });
  assert.deepEqual(figuresOf(part), { added: 1, changed: 0, recognised: 0, unchanged: 0, gone: 0 });
  const one = await office.importFile(file([twice[0]!, 'Maya Rai,f,2014-05-09,Sita Rai,7']), { register: 'school', whole: true });
  assert.deepEqual(figuresOf(one), { added: 0, changed: 0, recognised: 0, unchanged: 2, gone: 1 });
  const back = await office.importFile(file([...twice, 'Maya Rai,f,2014-05-09,Sita Rai,7']), { register: 'school', whole: true });
  assert.deepEqual(figuresOf(back), { added: 0, changed: 1, recognised: 0, unchanged: 2, gone: 0 });
});
