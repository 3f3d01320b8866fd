import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Column, link } from './index.ts';

const rowsOf = (file: string) => {
  const [head, ...lines] = readFileSync(new URL(`./fixtures/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const names = head!.split(',').map((name) => name.trim());
  return lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [names[i]!, value.trim()])));
};

test('L7 Febrl 4 is linked without labels and without its social security number: F1 at least 0.99', () => {
  const rows = [...rowsOf('dataset4a.csv'), ...rowsOf('dataset4b.csv')];
  const date = (text: string) => (/^\d{8}$/.test(text) ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null);
  const column = (name: string, kind: Column['kind']): Column => ({
    name,
    kind,
    values: rows.map((row) => (kind === 'date' ? date(row[name] ?? '') : row[name] || null)),
  });
  const { links } = link({
    columns: [
      column('given_name', 'name'),
      column('surname', 'name'),
      column('date_of_birth', 'date'),
      column('suburb', 'text'),
      column('address_1', 'text'),
      column('postcode', 'code'),
    ],
    sources: rows.map((_, i) => (i < 5000 ? 0 : 1)),
    linkFrom: 0.5,
  });
  const right = links.filter(({ a, b }) => rows[a]!['rec_id']!.split('-')[1] === rows[b]!['rec_id']!.split('-')[1]).length;
  const [precision, recall] = [right / links.length, right / 5000];
  const f1 = (2 * precision * recall) / (precision + recall);
  assert.ok(f1 >= 0.99, `precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}, F1 ${f1.toFixed(4)}`);
});

const names = ['Ram Thapa', 'राम थापा', 'Sita Rai', 'Maya Gurung', 'Hari Lama', 'Gita Shah'];
const world = fc.record({
  people: fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 2008, max: 2012 }), fc.nat(2)), { minLength: 2, maxLength: 25 }),
  must: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 2 }),
  cannot: fc.array(fc.tuple(fc.nat(24), fc.nat(24)), { maxLength: 2 }),
});

test('L1 L2 L3 L4 L6 hold for any records and any decisions', () => {
  fc.assert(
    fc.property(world, ({ people, must, cannot }) => {
      const within = (pairs: [number, number][]) => pairs.filter(([a, b]) => a !== b && a < people.length && b < people.length);
      const mustLink = within(must);
      const together = link({ columns: [], sources: people.map(() => 0), mustLink }).clusters;
      const cannotLink = within(cannot).filter(([a, b]) => together[a] !== together[b]);
      const input = {
        columns: [
          { name: 'name', kind: 'name' as const, values: people.map(([name]) => names[name]!) },
          { name: 'birth', kind: 'date' as const, values: people.map(([, year]) => (year === 2012 ? null : `${year}-01-01`)) },
        ],
        sources: people.map(([, , source]) => source),
        mustLink,
        cannotLink,
      };
      const result = link(input);
      assert.deepEqual(link(input), result, 'L4');
      for (const [a, b] of mustLink) assert.equal(result.clusters[a], result.clusters[b], 'L3');
      for (const [a, b] of cannotLink) assert.notEqual(result.clusters[a], result.clusters[b], 'L2');
      if (mustLink.length === 0)
        for (let a = 0; a < people.length; a++)
          for (let b = a + 1; b < people.length; b++)
            if (people[a]![2] === people[b]![2]) assert.notEqual(result.clusters[a], result.clusters[b], 'L1');
      for (const pair of [...result.links, ...result.review])
        assert.ok(Math.abs(pair.fields.reduce((sum, field) => sum + field.weight, 0) - pair.weight) < 1e-9, 'L6');
    }),
    { numRuns: 150, seed: 7 },
  );
});

test('L5 a field that is not known weighs nothing', () => {
  const { links, review } = link({
    columns: [
      { name: 'name', kind: 'name', values: ['Maya Rai', 'Maya Rai'] },
      { name: 'birth', kind: 'date', values: [null, '2010-01-01'] },
      { name: 'phone', kind: 'identifier', values: ['9800000001', '9800000001'] },
    ],
    sources: [0, 1],
    reviewFrom: 0,
  });
  const [pair] = [...links, ...review];
  assert.deepEqual(pair?.fields[1], { column: 'birth', level: -1, weight: 0 });
});

test('L9 a better level never weighs less than a worse one, even where the list is too small to learn from', () => {
  const rows = Array.from({ length: 96 }, (_, i) => ({
    name: names[i % 6]!,
    birth: `${2005 + (i % 12)}-0${1 + (i % 8)}-1${(i >> 3) % 6}`,
    ward: String(i % 5),
  }));
  const { model } = link({
    columns: [
      { name: 'name', kind: 'name', values: rows.map(({ name }) => name) },
      { name: 'birth', kind: 'date', values: rows.map(({ birth }) => birth) },
      { name: 'ward', kind: 'code', values: rows.map(({ ward }) => ward) },
    ],
    sources: rows.map((_, i) => i % 2),
  });
  for (const { column, m, u } of model.comparisons)
    m.forEach((own, level) => {
      if (level > 0) assert.ok(own / u[level]! <= (m[level - 1]! / u[level - 1]!) * (1 + 1e-9), `${column}, level ${level}`);
    });
});
