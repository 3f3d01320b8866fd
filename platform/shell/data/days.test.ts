import assert from 'node:assert/strict';
import { test } from 'node:test';
import { datesIn } from '../../calendar/dates.ts';
import { withDays } from './days.ts';

test('a refusal says its days in the calendar of the city, and leaves what else it says', () => {
  const { date } = datesIn('en', 'bikram-sambat', (key, { own, gregorian, year, month, day }) =>
    key === 'ui:date.both' ? `${own} (${gregorian})` : `${month} ${day}, ${year} BS`,
  );
  const said = (sentence: string, params: object) => withDays(sentence, { ...params }, date).replaceAll('\u00a0', ' ');
  assert.equal(
    said('Consent ends on 2026-11-24. Ask for 7 days.', { day: '2026-11-24', days: 7 }),
    'Consent ends on Mangsir 8, 2083 BS (Nov 24, 2026). Ask for 7 days.',
  );
  assert.equal(said('The place 2026-11-24 is full.', { name: 'North 2026-11' }), 'The place 2026-11-24 is full.');
});
