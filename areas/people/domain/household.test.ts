import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Context, evolveAll, isRefusal } from '../../../platform/decider/index.ts';
import { type HouseholdEvent, householdRecord, householdsOf } from './household.ts';

const id = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const context: Context = {
  now: '2026-11-23T04:00:00.000Z',
  today: '2026-11-23',
  actor: { id: id(1), city: 1, roles: [] },
  newId: () => id(99),
};
const person = fc.integer({ min: 1, max: 8 }).map(id);
const import_ = fc.array(fc.record({ id: person, number: fc.option(fc.constantFrom('HH1', 'HH2', 'HH3')) }), { maxLength: 12 });

test('whatever is imported, a person is of one household at most, and the order of rows of different persons says nothing', () => {
  fc.assert(
    fc.property(import_, (rows) => {
      const found = householdsOf(rows);
      const members = [...found.values()].flat();
      assert.equal(new Set(members).size, members.length);
      assert.ok([...found.values()].every((of) => of.length > 0 && of.join() === [...of].sort().join()));
      const once = [...new Map(rows.filter(({ number }) => number !== null).map((row) => [row.id, row])).values()];
      assert.deepEqual(householdsOf(once), householdsOf(once.toReversed()));
    }),
  );
});

test('from import to import a household keeps its number, has whoever was taken last, and nothing is written where nothing changed', () => {
  fc.assert(
    fc.property(fc.array(fc.array(person, { maxLength: 6 }), { maxLength: 6 }), (imports) => {
      const events: HouseholdEvent[] = [];
      for (const members of imports) {
        const before = evolveAll(householdRecord, undefined, events);
        const outcome = householdRecord.commands.gather.decide(before, { number: 'HH1', members }, context);
        assert.ok(!isRefusal(outcome));
        events.push(...(outcome as HouseholdEvent[]));
        const now = evolveAll(householdRecord, undefined, events);
        assert.deepEqual(now?.members ?? [], [...new Set(members)].sort());
        if (now) assert.equal(now.number, 'HH1');
        const again = householdRecord.commands.gather.decide(now, { number: 'HH1', members }, context);
        assert.deepEqual(again, []);
      }
    }),
  );
});

test('a household whose number the register has no more has nobody, and can come back', () => {
  const formed: HouseholdEvent = { type: 'household-formed', number: 'HH1', members: [id(1), id(2)] };
  const state = evolveAll(householdRecord, undefined, [formed])!;
  const gone = householdRecord.commands.disperse.decide(state, {}, context);
  assert.deepEqual(gone, [{ type: 'household-changed', members: [] }]);
  const left: HouseholdEvent = { type: 'household-changed', members: [] };
  const empty = evolveAll(householdRecord, undefined, [formed, left])!;
  assert.deepEqual(householdRecord.commands.disperse.decide(empty, {}, context), []);
  assert.deepEqual(householdRecord.commands.gather.decide(empty, { number: 'HH1', members: [id(2)] }, context), [
    { type: 'household-changed', members: [id(2)] },
  ]);
});
