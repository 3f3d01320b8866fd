import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { DemoClock } from './demoJourneys.ts';

test('the clock of a demo stays on the day on which the city is begun, and goes on when the city is made', async () => {
  mock.timers.enable({ apis: ['Date'], now: Date.parse('2026-11-30T18:14:30Z') });
  try {
    const clock = new DemoClock();
    clock.keepDay('Asia/Kathmandu');
    await clock.goTo(-2, '23:30');
    mock.timers.tick(10_000);
    assert.equal(clock.now().toISOString(), '2026-11-28T17:45:10.000Z', '23:30 in Kathmandu, and ten seconds');
    mock.timers.tick(60_000);
    assert.equal(clock.now().toISOString(), '2026-11-28T17:45:29.999Z', 'the machine stays a moment before midnight in Kathmandu');
    await clock.goTo(0, '08:00');
    assert.equal(clock.now().toISOString(), '2026-11-30T18:14:59.999Z', "today is the machine's own time");
    clock.letGo();
    assert.equal(clock.now().toISOString(), '2026-11-30T18:15:40.000Z');
  } finally {
    mock.timers.reset();
  }
});
