import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Context, evolveAll, isRefusal } from '../../../platform/decider/index.ts';
import { defaultRules, inForceOn, limitsOf, type Rule, ruleIds } from './index.ts';
import { type RulesetEvent, rulesetRecord } from './ruleset.ts';

const context = { today: '2026-11-23', actor: { id: '00000000-0000-7000-8000-00000000000a', city: 1, roles: [] } } as unknown as Context;
const { rules: start } = defaultRules('NP');
/** The rules as they are sent, with one weight changed. */
const settings = (unseen = 15, of: readonly Rule[] = start) =>
  Object.fromEntries(of.map(({ id, ...rule }) => [id, id === 'unseen' ? { ...rule, weight: unseen } : rule]));

function when(events: readonly RulesetEvent[], name: string, input: object) {
  const state = evolveAll(rulesetRecord, undefined, events);
  const outcome = rulesetRecord.commands[name]!.decide(state, input, context);
  return isRefusal(outcome) ? { refused: outcome.refused } : { events: [...events, ...(outcome as RulesetEvent[])], n: outcome.length };
}
const set = (events: readonly RulesetEvent[], from: string, unseen?: number) =>
  when(events, 'set', { from, because: 'Decided by the council', rules: settings(unseen) });
const weightOn = (events: readonly RulesetEvent[], day: string) =>
  inForceOn(evolveAll(rulesetRecord, undefined, events), 'NP', day).rules.find(({ id }) => id === 'unseen')?.weight;

test('given no rules of its own, a city has those of its country', () => {
  assert.equal(weightOn([], '2026-11-23'), 15);
  const school = (country: string) => defaultRules(country).rules.find(({ id }) => id === 'not-in-school')!;
  const ages = (country: string) => [school(country).parameters['fromAge'], school(country).parameters['toAge']];
  assert.deepEqual([ages('NP'), ages('KR'), ages('XX')], [[5, 12], [7, 15], [6, 14]]); // biome-ignore format: a table
  assert.equal(school('KH').active, false, 'no child is obliged to attend');
});

test('given rules from a day, they hold from that day on, and what held before is kept', () => {
  const { events } = set(set([], '2026-12-01', 20).events!, '2027-01-01', 30);
  assert.deepEqual(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => weightOn(events!, day)), [15, 20, 20, 30]); // biome-ignore format: a table
});

test('when rules are set for a day that has passed, it is refused; for today it is not', () => {
  assert.deepEqual(set([], '2026-11-22'), { refused: 'risks.rules-in-the-past' });
  assert.equal(set([], '2026-11-23').n, 1);
});

test('given rules from a day, when they are set again for it, the later decision holds; the same again is nothing', () => {
  const { events } = set([], '2026-12-01', 20);
  assert.equal(set(events!, '2026-12-01', 20).n, 0);
  assert.equal(weightOn(set(events!, '2026-12-01', 25).events!, '2026-12-01'), 25);
});

test('when school age ends before it begins, it is refused', () => {
  const rules = {
    ...settings(),
    'not-in-school': { weight: 25, active: true, parameters: { fromAge: 12, toAge: 6, startMonth: 4, lateDays: 60 } },
  };
  assert.deepEqual(when([], 'set', { from: '2026-12-01', because: 'x', rules }), { refused: 'risks.ages-reversed' });
});

test('rules to come may be withdrawn; those that hold, and those that are not there, may not', () => {
  const { events } = set(set([], '2026-11-23', 20).events!, '2026-12-01', 30);
  assert.equal(weightOn(when(events!, 'withdraw', { from: '2026-12-01' }).events!, '2026-12-31'), 20);
  assert.deepEqual(when(events!, 'withdraw', { from: '2026-11-23' }), { refused: 'risks.rules-in-force' });
  assert.deepEqual(when(events!, 'withdraw', { from: '2027-05-05' }), { refused: 'risks.no-such-rules' });
});

test('the rules that a city starts with lie within the limits, for every country', () => {
  for (const country of ['NP', 'PK', 'LK', 'MN', 'ID', 'KH', 'PH', 'TW', 'KR', 'XX'])
    for (const { id, parameters } of defaultRules(country).rules)
      for (const [name, { least, most }] of Object.entries(limitsOf(id)))
        assert.ok(parameters[name]! >= least && parameters[name]! <= most, `${country} ${id} ${name}`);
  assert.equal(ruleIds.length, 8);
});
