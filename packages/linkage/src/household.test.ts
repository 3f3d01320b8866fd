import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Column, link } from './index.ts';
import { weightAgainst } from './train.ts';

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
const family = ['Rai', 'Thapa', 'Gurung', 'Lama', 'Shrestha', 'Tamang'];

interface Row {
  name: string;
  mother: string;
  birth: string;
  sex: string;
  phone: string;
}

/** Families of three children of other names, birth dates and one telephone; each child in both registers. */
function families(n: number): Row[] {
  let state = 5;
  const draw = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  return Array.from({ length: n }, (_, f) => {
    const surname = family[draw(family.length)]!;
    const mother = `${given[draw(given.length)]} ${surname}`;
    const first = draw(given.length);
    return [0, 5, 10].map((step, i) => ({
      name: `${given[(first + step) % given.length]} ${surname}`,
      mother,
      birth: `${2008 + i * 3 + draw(2)}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`,
      sex: draw(2) === 0 ? 'female' : 'male',
      phone: `98${String(f).padStart(4, '0')}${f % 7}`,
    }));
  }).flat();
}

const base = families(150);
const linkAll = (extraLeft: Row[], extraRight: Row[]) => {
  const left = [...base, ...extraLeft];
  const right = [...base, ...extraRight];
  const rows = [...left, ...right];
  const column = (name: keyof Row, kind: Column['kind'], shared = false): Column => ({
    name,
    kind,
    shared,
    values: rows.map((row) => row[name]),
  });
  const result = link({
    columns: [
      column('name', 'name'),
      column('birth', 'date'),
      column('sex', 'code'),
      column('mother', 'name', true),
      column('phone', 'identifier', true),
    ],
    sources: rows.map((_, i) => (i < left.length ? 0 : 1)),
  });
  return { ...result, a: base.length, b: left.length + base.length, left: left.length };
};

test('L10 children of one household are told apart, and found again', () => {
  const { clusters, left, model } = linkAll([], []);
  assert.ok(model.kin > 0);
  for (let i = 0; i < base.length; i++) assert.equal(clusters[left + i], i);
});

const sibling = (row: Row, other: Partial<Row>): Row => ({ ...row, ...other });

test('L10 what a household shares never makes one person of two whose name, birth date and sex are other ones', () => {
  const one: Row = { name: 'Rojina Lama', mother: 'Pemba Lama', birth: '2012-03-04', sex: 'female', phone: '98777777' };
  const { clusters, review, a, b } = linkAll([one], [sibling(one, { name: 'Suraj Lama', birth: '2015-11-20', sex: 'male' })]);
  assert.notEqual(clusters[a], clusters[b]);
  assert.ok(!review.some((pair) => pair.a === a && pair.b === b), 'not even a question');
});

test('L10 twins of other names stay two, though all else agrees', () => {
  const one: Row = { name: 'Rojina Lama', mother: 'Pemba Lama', birth: '2012-03-04', sex: 'female', phone: '98777777' };
  const two = sibling(one, { name: 'Asha Lama' });
  const { clusters, a, b } = linkAll([one, two], [two, one]);
  assert.notEqual(clusters[a], clusters[a + 1]);
  assert.equal(clusters[a], clusters[b + 1]);
  assert.equal(clusters[a + 1], clusters[b]);
});

test('L10 the weight of what relatives share is bounded, however much of it there is', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-6, max: 0.5, noNaN: true }),
      fc.double({ min: -30, max: 30, noNaN: true }),
      fc.double({ min: 0, max: 200, noNaN: true }),
      (share, own, shared) => {
        // Shared fields weigh the same for the person as for a relative: in the end only the own fields and the share of relatives count.
        assert.ok(weightAgainst(share, own + shared, shared) <= own - Math.log2(share) + 1e-9);
        assert.ok(weightAgainst(share, own + shared, shared) <= own + shared - Math.log2(1 - share) + 1e-9);
      },
    ),
  );
});
