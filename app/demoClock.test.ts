import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { DemoClock } from './demoJourneys.ts';

test('the clock of a demo stays on the day on which the city is begun, and goes on when the city is made', () => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-30T18:14:30Z') });
  try {
    const clock = new DemoClock();
    clock.keepDay('Asia/Kathmandu');
    clock.days = -2;
    mock.timers.tick(10_000);
    assert.equal(clock.now().toISOString(), '2026-11-28T18:14:40.000Z');
    mock.timers.tick(60_000);
    assert.equal(clock.now().toISOString(), '2026-11-28T18:14:59.999Z', 'a moment before midnight in Kathmandu');
    clock.days = 0;
    clock.letGo();
    assert.equal(clock.now().toISOString(), '2026-11-30T18:15:40.000Z');
  } finally {
    mock.timers.reset();
  }
});
