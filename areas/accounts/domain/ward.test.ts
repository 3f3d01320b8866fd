import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, isRefusal } from '../../../platform/decider/index.ts';
import { cityRecord, isTimeZone, type Ward, wardOf } from './index.ts';

const ward = (code: string, name: string, ...aliases: string[]): Ward => ({ code, name, aliases });

test('a ward is found however a register writes it', () => {
  const nepal = { wards: [ward('3', 'Ward 3', 'वडा नं. 3'), ward('12', 'Ward 12'), ward('23', 'Ward 23')] };
  for (const text of ['3', '03', '३', 'वडा नं. ३', 'वडा नं.३', 'WARD  No. 3', 'ward-3', ' 3 ', '３', '٣'])
    assert.equal(wardOf(nepal, text), '3', text);
  assert.equal(wardOf(nepal, '१२'), '12');
  for (const text of ['1-2', '13', 'Ward', '', '3 B']) assert.equal(wardOf(nepal, text), undefined, text);

  const pakistan = { wards: [ward('UC-03', 'UC-03 Chak Neelam', 'یونین کونسل 3 چک نیلم'), ward('UC-13', 'UC-13 Kot Darya')] };
  for (const text of ['UC 03', 'uc-3', 'UC03', 'یونین کونسل ۳ چک نیلم', 'يونين كونسل ۳ چک نيلم', 'uc-03 chak neelam'])
    assert.equal(wardOf(pakistan, text), 'UC-03', text);

  const korea = { wards: [ward('H01', 'Saebyeol-dong', '새별동'), ward('H02', 'Saebyeol 2-dong', '새별2동')] };
  assert.deepEqual(
    ['새별동', '새별동'.normalize('NFD'), '새별 2동', 'saebyeol-dong', '사랑2동'].map((text) => wardOf(korea, text)),
    ['H01', 'H01', 'H02', 'H01', undefined],
  );
});

test('a city without a list of wards has none', () => assert.equal(wardOf({ wards: [] }, '3'), undefined));

const context = { today: '2026-11-23' } as Context;
const city = { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu', wards: [ward('1', 'Ward 1')] };
const describe = (state: unknown, input: object) => {
  const outcome = cityRecord.commands['describe']!.decide(state as undefined, input, context);
  return isRefusal(outcome) ? outcome : outcome.map(({ type }) => type);
};

test('given a city, when it is described as it is, nothing happens; only what differs is noted', () => {
  assert.deepEqual(describe(undefined, city), ['city-described', 'wards-listed']);
  assert.deepEqual(describe(city, city), []);
  assert.deepEqual(describe(city, { ...city, name: 'New Name' }), ['city-described']);
  assert.deepEqual(describe(city, { ...city, wards: [] }), ['wards-listed']);
});

test('when two wards answer to one spelling, it is refused and says which', () => {
  const refused = describe(city, { ...city, wards: [ward('1', 'Old Town'), ward('2', 'Market', 'वडा नं. १')] });
  assert.deepEqual(refused, { refused: 'accounts.ward-twice', params: { ward: '2' }, fields: ['/wards'] });
});

test('the time zones that a city may keep are known to every calendar, under old names and new', () => {
  for (const zone of ['Asia/Kathmandu', 'Asia/Katmandu', 'Asia/Seoul', 'Asia/Karachi', 'UTC'])
    assert.ok(isTimeZone(zone) && new Intl.DateTimeFormat('en', { timeZone: zone }), zone);
  assert.equal(isTimeZone('Nowhere/Land'), false);
});
