import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countries } from './city/country.ts';
import { tellSuspects } from './officeSuspects.ts';

it('suspects somebody in several cases, links others with the first, and does with however few there are', () => {
  const cases = Array.from({ length: 30 }, (_, i) => `c${i}`);
  for (const country of countries) {
    const { suspects, links, carers } = tellSuspects(country, cases, 1);
    assert.ok(suspects.length > 2 && suspects.some((one) => one.cases.length > 2) && links.length === 2 && carers.length === 1);
    const used = [...suspects.flatMap((one) => one.cases), ...links.map(({ other }) => other)];
    assert.equal(new Set(used).size, used.length, 'no case twice');
    for (const { said } of suspects) assert.ok(said.some(({ what }) => what === 'name'));
    for (const link of links) assert.notEqual(link.case, link.other);
  }
  assert.deepEqual(tellSuspects('NP', cases, 1), tellSuspects('NP', cases, 1));
  assert.notDeepEqual(tellSuspects('NP', cases, 1), tellSuspects('NP', cases, 2));
  for (let n = 0; n < 4; n++) assert.ok(tellSuspects('KR', cases.slice(0, n), 1).suspects.every((one) => one.cases.length > 0));
});
