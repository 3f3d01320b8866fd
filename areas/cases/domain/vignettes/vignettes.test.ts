import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { answerTo, situationOf } from './testing.ts';

interface Vignette {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly country: string;
  /** The name of a shared beginning, and what happened after it. */
  readonly start?: string;
  readonly given: readonly string[];
  readonly when: string;
  readonly then: string;
}

const here = import.meta.dirname;
const read = <T>(file: string) => JSON.parse(readFileSync(join(here, file), 'utf8')) as T;
const starts = read<Readonly<Record<string, readonly string[]>>>('starts.json');
const files = readdirSync(here).filter((file) => file.endsWith('.json') && file !== 'starts.json');
const all = files.flatMap((file) => read<readonly Vignette[]>(file));
const wholeOf = ({ start, given: more }: Vignette) => [...(start === undefined ? [] : starts[start]!), ...more];

test('there are at least 200 vignettes, no two alike, each with its source', () => {
  assert.ok(all.length >= 200, `${all.length}`);
  for (const key of [
    (one: Vignette) => one.id,
    (one: Vignette) => one.title,
    (one: Vignette) => JSON.stringify([one.country, wholeOf(one), one.when]),
  ]) {
    const seen = new Set<string>();
    for (const one of all) {
      assert.ok(!seen.has(key(one)), `${one.id} is another one again`);
      seen.add(key(one));
    }
  }
  for (const { id, source, start } of all) {
    assert.ok(source.length > 5, id);
    assert.ok(start === undefined || starts[start], `${id}: no start is "${start}"`);
  }
});

test('each vignette comes out as its source says', () => {
  const wrong = all.flatMap((one) => {
    try {
      const answer = answerTo(situationOf(one.country, wholeOf(one)), one.when);
      return answer.includes(one.then) ? [] : [`${one.id} (${one.title}): ${one.when}: ${one.then} expected, not ${answer.join(' or ')}`];
    } catch (error) {
      return [`${one.id} (${one.title}): ${(error as Error).message}`];
    }
  });
  assert.deepEqual(wrong, []);
});
