import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testOffice } from '../../../app/testing.ts';
import { registrarOf } from '../../registers/server/testing.ts';
import type { Review } from '../contract/index.ts';

const olle = testOffice();

/** Other people, known to two registers, so that linkage learns what strangers agree on. */
const given = ['Maya', 'Ram', 'Bina', 'Gopal', 'Uma', 'Kiran', 'Laxmi', 'Dipak', 'Nima', 'Pemba'];
const family = ['Rai', 'Thapa', 'Gurung', 'Lama', 'Shrestha', 'Magar', 'Sherpa'];
const around = Array.from({ length: 70 }, (_, i) => {
  const surname = family[i % 7];
  const of = (n: number) => `${given[n % 10]} ${surname}`;
  return [of(i), i % 2 ? 'f' : 'm', `20${10 + (i % 13)}-0${1 + (i % 9)}-${10 + (i % 17)}`, of(i + 3), of(i * 3 + 1), 1 + (i % 5)].join(',');
});
const numbered = (letter: string, rows: readonly string[]) => rows.map((row, i) => `${letter}${i + 100},${row}`);

olle.before(async () => {
  const { importFile } = registrarOf(olle);
  const files: readonly [register: string, text: string][] = [
    [
      'birth',
      `reg no,full name,sex,date of birth,mother name,father name,ward
B1,Sunita Tamang,f,2024-05-09,Gita Tamang,Hari Tamang,3
B2,Rojina Tamang,f,2024-05-09,Gita Tamang,Hari Tamang,3
${numbered('B', around).join('\n')}`,
    ],
    [
      'household',
      `id,household no,full name,sex,date of birth,mother name,father name,ward,phone
H1,HH1,Sunita Tamang,f,2024-05-09,Gita Tamang,Hari Tamang,3,9800012345
${numbered(
  'H',
  around.map((row, i) => `HH${i + 9},${row},98111${10000 + i}`),
).join('\n')}`,
    ],
    [
      'clinic',
      `id,full name,sex,date of birth,mother name,father name,ward,phone
C1,B/O Gita Tamang,f,2024-05-09,Gita Tamang,Hari Tamang,3,9800012345`,
    ],
  ];
  for (const [register, text] of files) assert.equal((await importFile(text, { register })).done.status, 'finished');
  await olle.runJobs();
});

const supervisor = () => olle.as('supervisor');
const review = async () => (await supervisor().get<Review>('/api/people/review')).body;
const registersOf = (side: Review['pairs'][number]['left']) => side.rows.map(({ register }) => register);

test('a baby without a name who may be either of two twins is asked about, beside all rows known of each and the other pair', async () => {
  const { pairs } = await review();
  assert.equal(pairs.length, 2);
  for (const { left, right, competing } of pairs) {
    const [baby, twin] = registersOf(left).includes('clinic') ? [left, right] : [right, left];
    assert.deepEqual(registersOf(baby), ['clinic']);
    assert.equal(competing.length, 1);
    const isSunita = twin.name.startsWith('Sunita');
    assert.deepEqual(registersOf(twin).toSorted(), isSunita ? ['birth', 'household'] : ['birth']);
    assert.match(competing[0]!.name, isSunita ? /^Rojina/ : /^Sunita/);
  }
});

test('whoever is shown beside a pair is noted as read', async () => {
  const who = supervisor();
  const { body } = await who.get<Review>('/api/people/review');
  const persons = body.pairs.flatMap(({ left, right }) => [left.person!, right.person!]);
  const { rows } = await olle.owner.query('select 1 from read_log where actor = $1 and ids @> $2::uuid[]', [
    who.actor.id,
    [...new Set(persons)],
  ]);
  assert.ok(rows.length > 0);
});

test('said to be the same, the row joins the person who has more; the question about the twin goes', async () => {
  const pair = (await review()).pairs.find(({ left, right }) => [left, right].some(({ name }) => name.startsWith('Sunita')))!;
  const answer = await supervisor().command('people.pair', pair.id, 'judge', {
    a: pair.left.rows[0]!.entry,
    b: pair.right.rows[0]!.entry,
    verdict: 'same',
  });
  assert.equal(answer.status, 200);
  await olle.runJobs();
  const found = (await supervisor().post<{ rows: { id: string; registers: string[] }[] }>('/api/people/search', { text: 'Sunita Tamang' }))
    .body.rows[0]!;
  assert.deepEqual(found.registers.toSorted(), ['birth', 'clinic', 'household']);
  assert.equal((await review()).pairs.length, 0);
});
