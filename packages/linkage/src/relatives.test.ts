import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Column, link } from './index.ts';

const given = [
  'Maya',
  'Ram',
  'Sita',
  'Gopal',
  'Bina',
  'Hari',
  'Uma',
  'Kiran',
  'Laxmi',
  'Dipak',
  'Nima',
  'Pemba',
  'Asha',
  'Rojina',
  'Suraj',
  'Tara',
];
const family = ['Rai', 'Thapa', 'Gurung', 'Lama', 'Shrestha', 'Tamang', 'Magar', 'Sherpa'];

interface Row {
  readonly name: string | null;
  readonly birth: string | null;
  readonly sex: string | null;
  readonly mother: string | null;
  readonly father: string | null;
  readonly phone: string | null;
  readonly household: string | null;
}

const kinds: Readonly<Record<keyof Row, Column['kind']>> = {
  name: 'name',
  birth: 'date',
  sex: 'code',
  mother: 'name',
  father: 'name',
  phone: 'identifier',
  household: 'code',
};
const shared: readonly (keyof Row)[] = ['mother', 'father', 'phone', 'household'];

/** Families of two parents and three children, each member in both registers; one in forty has twins. */
function families(n: number): Row[] {
  let state = 5;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const day = (year: number) => `${year}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
  return Array.from({ length: n }, (_, f) => {
    const surname = family[draw(family.length)]!;
    const of = (first: string) => `${first} ${surname}`;
    const [mother, father] = [of(given[draw(given.length)]!), of(given[draw(given.length)]!)];
    const home = { phone: `98${String(f).padStart(4, '0')}${f % 7}`, household: `H${f}` };
    const grandparents = () => of(given[draw(given.length)]!);
    const grown = (name: string, sex: string): Row => ({
      name,
      birth: day(1975 + draw(15)),
      sex,
      mother: grandparents(),
      father: grandparents(),
      ...home,
    });
    const [first, eldest] = [draw(given.length), day(2008 + draw(3))];
    const child = (i: number): Row => ({
      name: of(given[(first + 5 * i) % given.length]!),
      birth: i === 0 || (i === 1 && f % 40 === 0) ? eldest : day(2009 + i * 3 + draw(2)),
      sex: draw(2) === 0 ? 'female' : 'male',
      mother,
      father,
      ...home,
    });
    return [grown(mother, 'female'), grown(father, 'male'), child(0), child(1), child(2)];
  }).flat();
}

/** Links two rows of two registers, among families of which both registers know everybody: joined, asked about, or neither. */
function outcome(one: Row, other: Row, around: readonly Row[] = families(120)): 'joined' | 'asked' | 'apart' {
  const rows = [...around, one, ...around, other];
  const { clusters, review } = link({
    columns: (Object.keys(kinds) as (keyof Row)[]).map((name) => ({
      name,
      kind: kinds[name],
      shared: shared.includes(name),
      values: rows.map((row) => row[name]),
    })),
    sources: rows.map((_, i) => (i <= around.length ? 0 : 1)),
  });
  const [a, b] = [around.length, rows.length - 1];
  if (clusters[a] === clusters[b]) return 'joined';
  return review.some((pair) => pair.a === a && pair.b === b) ? 'asked' : 'apart';
}

const child: Row = {
  name: 'Rojina Lama',
  birth: '2012-03-04',
  sex: 'female',
  mother: 'Pemba Lama',
  father: 'Nima Lama',
  phone: '98777777',
  household: 'H900',
};
const surroundings = { 'in a city': families(120), 'in a small list': families(3) };

for (const [where, around] of Object.entries(surroundings)) {
  test(`L14 relatives are never joined by what they share, ${where}`, () => {
    const relatives: Readonly<Record<string, Partial<Row>>> = {
      'a twin': { name: 'Sabina Lama' },
      'a twin brother': { name: 'Suraj Lama', sex: 'male' },
      'a twin whose name shares no word': { name: 'Sabina Tamang' },
      'a child of these parents born that day who has no name yet': { name: null },
      'a sister a year younger': { name: 'Sabina Lama', birth: '2013-03-04' },
      'a sister whose day of birth is not known': { name: 'Sabina Lama', birth: null },
      'a cousin of the same name, a year younger': { birth: '2013-02-11', mother: 'Maya Rai', father: 'Suraj Lama' },
      'a cousin of the same name whose day of birth is not known': { birth: null, mother: 'Maya Rai', father: 'Suraj Lama' },
      'an aunt of the same name': { birth: '1988-07-01', mother: 'Tara Lama', father: 'Gopal Lama' },
    };
    for (const [who, other] of Object.entries(relatives)) assert.notEqual(outcome(child, { ...child, ...other }, around), 'joined', who);
  });

  test(`L14 a father and his son of one name are two, whatever is known of their birth, ${where}`, () => {
    const son: Row = { ...child, name: 'Nima Lama', sex: 'male' };
    const father: Row = { ...son, birth: '1985-05-05', mother: 'Tara Lama', father: 'Gopal Lama' };
    for (const birth of [father.birth, null]) assert.notEqual(outcome(son, { ...father, birth }, around), 'joined', String(birth));
  });
}

test('L14 twins and babies without a name are questions', () => {
  assert.equal(outcome(child, { ...child, name: 'Sabina Lama' }), 'asked');
  assert.equal(outcome(child, { ...child, name: null }), 'asked');
});

test('one child whose rows differ a little, or say less, is still one', () => {
  const same: Readonly<Record<string, Partial<Row>>> = {
    'all the same': {},
    'the name spelt in another way': { name: 'Rozina Lama' },
    'in another script': { name: 'रोजिना लामा' },
    'without parents': { mother: null, father: null },
    'moved, with another telephone': { phone: '98111112', household: 'H901' },
    'the day of birth one figure off': { birth: '2012-03-05' },
  };
  for (const [who, other] of Object.entries(same)) assert.equal(outcome(child, { ...child, ...other }), 'joined', who);
});
