import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openAt, stretchesOf } from './index.ts';

const minute = (day: number, time: string) => (day - 1) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

test('open from the first minute, closed from the last', () => {
  const hours = [{ day: 1, from: '09:00', until: '17:00' }];
  assert.deepEqual(
    ['08:59', '09:00', '16:59', '17:00'].map((time) => openAt(hours, minute(1, time))),
    [false, true, true, false],
  );
  assert.equal(openAt(hours, minute(2, '12:00')), false);
  assert.equal(openAt([], minute(1, '12:00')), false);
});

test('hours that go on past midnight are open on the next day too, also from Sunday into Monday', () => {
  const night = [{ day: 7, from: '20:00', until: '06:00' }];
  assert.deepEqual(
    [minute(7, '19:59'), minute(7, '23:00'), minute(1, '05:59'), minute(1, '06:00')].map((one) => openAt(night, one)),
    [false, true, true, false],
  );
});

test('from midnight until midnight is a whole day', () => {
  assert.deepEqual(stretchesOf([{ day: 7, from: '00:00', until: '00:00' }]), [[8640, 10080]]);
});
