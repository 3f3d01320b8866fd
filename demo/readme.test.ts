import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { it } from 'node:test';
import { countries, getCountry } from './city/country.ts';

it('names every header and its field in the README, as the profiles have them', () => {
  const text = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  for (const country of countries) {
    for (const profile of Object.values(getCountry(country).profile.registers)) {
      assert.ok(text.includes(profile.file));
      for (const { header, field } of profile.columns)
        assert.ok(text.includes(`${header} → ${field === null ? '(left out)' : `\`${field}\``}`), `${country} ${header}`);
    }
  }
});
