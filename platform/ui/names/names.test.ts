import assert from 'node:assert/strict';
import { test } from 'node:test';
import { languages } from '../../decider/index.ts';
import { countriesIn, namesIn } from './names.ts';

test('every country is offered by its name in the reader’s language, and those of the pilots among them', () => {
  for (const language of languages) {
    const countries = new Map(countriesIn(language));
    assert.ok(countries.size > 200);
    for (const code of ['NP', 'IN', 'PK', 'LK', 'MN', 'ID', 'TW', 'KH', 'PH', 'KR'])
      assert.ok(![undefined, code].includes(countries.get(code)), `${code} ${language}`);
  }
  assert.equal(new Map(countriesIn('ne')).get('IN'), 'भारत');
});

test('a language is called by its name in Nepali also where the browser has none', () => {
  assert.deepEqual(['mai', 'ne', 'ur'].map(namesIn('ne', 'language')), ['मैथिली', 'नेपाली', 'उर्दु']);
  assert.equal(namesIn('en', 'language')('mai'), 'Maithili');
});
