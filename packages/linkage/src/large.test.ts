import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { compareDays, dateBits, oneOff } from './comparing/dates.ts';
import { type Column, link } from './index.ts';
import { Numbering } from './numbering.ts';

function drawer(seed: number) {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const syllables = ['ma', 'ri', 'to', 'ne', 'lu', 'ka', 'so', 'di', 'be', 'fa'];
const wordOf = (n: number) => [n % 10, Math.floor(n / 10) % 10, Math.floor(n / 100) % 10].map((at) => syllables[at]!).join('');

/** Two lists of `n` people who live in few places, each with its post code; every second person is in both, there with a slip in a field. */
function neighbours(n: number) {
  const draw = drawer(3);
  const person = () => {
    const place = draw(80);
    const birth = `${1950 + draw(60)}-${String(1 + draw(12)).padStart(2, '0')}-${String(1 + draw(28)).padStart(2, '0')}`;
    return { given: wordOf(draw(90)), family: wordOf(100 + draw(300)), birth, suburb: wordOf(700 + place), postcode: String(3000 + place) };
  };
  type Person = ReturnType<typeof person>;
  const left = Array.from({ length: n }, person);
  const right = left.map((one, i): Person => {
    if (i % 2 === 1) return person();
    const field = (['given', 'family', 'birth', 'suburb', 'postcode'] as const)[draw(5)]!;
    return draw(2) === 0 ? one : { ...one, [field]: person()[field] };
  });
  const rows = [...left, ...right];
  const column = (name: keyof Person, kind: Column['kind']): Column => ({ name, kind, values: rows.map((row) => row[name]) });
  return {
    columns: [
      column('given', 'name'),
      column('family', 'name'),
      column('birth', 'date'),
      column('suburb', 'text'),
      column('postcode', 'code'),
    ],
    sources: rows.map((_, i) => (i < n ? 0 : 1)),
  };
}

test('L12 a column that follows from another counts once: neighbours of one name are not taken for one person', () => {
  const n = 6000;
  const { model, links } = link({ ...neighbours(n), linkFrom: 0.5 });
  const given = new Map(model.comparisons.map((comparison) => [comparison.column, comparison.given?.column]));
  assert.deepEqual([...given], [['given', undefined], ['family', undefined], ['birth', undefined], ['suburb', undefined], ['postcode', 'suburb']]); // biome-ignore format: one claim
  const both = links.find(({ fields }) => fields[3]!.level === 0 && fields[4]!.level === 0)!;
  assert.ok(both.fields[3]!.weight > 5 && both.fields[4]!.weight < 1, JSON.stringify(both.fields));
  const right = links.filter(({ a, b }) => b - a === n && a % 2 === 0).length;
  const [precision, recall] = [right / links.length, right / (n / 2)];
  assert.ok(precision > 0.99 && recall > 0.99, `precision ${precision.toFixed(4)} recall ${recall.toFixed(4)}`);
});

test('L13 a rule whose blocks would bring too many pairs gives up the largest ones and says how many', () => {
  // 70 codes of 100 rows each would be 346,500 pairs; beside them 500 codes of two rows each.
  const codes = Array.from({ length: 8000 }, (_, i) => (i < 7000 ? `large ${i % 70}` : `small ${i % 500}`));
  const { compared, passedOver } = link({
    columns: [{ name: 'code', kind: 'code', values: codes }],
    sources: codes.map(() => 0),
    within: true,
  });
  assert.deepEqual({ compared, passedOver }, { compared: 500, passedOver: 70 });
});

const day = fc.record({ y: fc.integer({ min: 1990, max: 2031 }), m: fc.integer({ min: 0, max: 19 }), d: fc.integer({ min: 0, max: 39 }) });
const written = ({ y, m, d }: { y: number; m: number; d: number }) => `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;

test('L8 whole dates compared as figures agree as they would letter by letter', () => {
  fc.assert(
    fc.property(day, day, fc.constantFrom('as it is', 'turned', 'slip'), fc.nat(7), fc.nat(9), (x, y, how, at, figure) => {
      const a = written(x);
      const place = [0, 1, 2, 3, 5, 6, 8, 9][at]!;
      const b = how === 'slip' ? a.slice(0, place) + figure + a.slice(place + 1) : written(how === 'turned' ? { ...x, m: x.d, d: x.m } : y);
      const turned = a.slice(0, 4) === b.slice(0, 4) && a.slice(5, 7) === b.slice(8) && a.slice(8) === b.slice(5, 7);
      const expected = a === b ? 0 : turned || oneOff(a, b) ? 1 : a.slice(0, 4) === b.slice(0, 4) ? 2 : 3;
      assert.equal(compareDays(dateBits(a), dateBits(b)), expected, `${a} / ${b}`);
    }),
    { numRuns: 5000, seed: 5 },
  );
});

test('keys are numbered in the order in which they are first seen, however many there are', () => {
  fc.assert(
    fc.property(fc.array(fc.nat({ max: 2 ** 52 }), { maxLength: 2000 }), (keys) => {
      const known = new Map<number, number>();
      const numbers = new Numbering(4);
      for (const key of [...keys, ...keys]) {
        if (!known.has(key)) known.set(key, known.size);
        assert.equal(numbers.of(key), known.get(key));
      }
    }),
    { numRuns: 60, seed: 5 },
  );
});
