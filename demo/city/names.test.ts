import assert from 'node:assert/strict';
import { it } from 'node:test';
import { countries, getCountry } from './country.ts';

const scripts = { NP: /^[\u0900-\u097f. ]+$/, KR: /^[가-힣]+$/, PK: /^[\u0600-\u06ff ]+$/ };

for (const country of countries) {
  it(`has 200 given names a sex and 60 family names of ${country}, each once and in both scripts`, () => {
    const { names } = getCountry(country);
    assert.ok(names.male.length >= 200 && names.female.length >= 200 && names.family.length >= 60);
    for (const list of [names.male, names.female, names.family]) {
      assert.equal(new Set(list.map(([local]) => local)).size, list.length);
      for (const [local, latin, weight] of list) {
        assert.match(local, scripts[country]);
        assert.ok(latin.length > 0 && latin.every((spelling) => /^[A-Z][A-Za-z. -]*$/.test(spelling)), `${local}: ${latin.join()}`);
        assert.ok(weight !== undefined && weight > 0);
      }
    }
  });

  it(`maps every column of the registers of ${country} once`, () => {
    for (const profile of Object.values(getCountry(country).profile.registers)) {
      const fields = profile.columns.flatMap(({ field }) => field ?? []);
      assert.equal(new Set(fields).size, fields.length);
      assert.equal(new Set(profile.columns.map(({ header }) => header)).size, profile.columns.length);
      assert.ok(fields.includes('source_id') && fields.includes('sex') && fields.includes('birth_date'));
    }
  });
}
