import assert from 'node:assert/strict';
import { test } from 'node:test';
import { policy } from '../policy.ts';
import { me } from '../testing.ts';
import { phaseOf } from './phase.ts';

test('everybody keeps their own; a supervisor shares their own and takes back what any supervisor shared', () => {
  const may = (role: 'case-worker' | 'supervisor' | 'registrar', own: boolean) =>
    policy({ id: me, city: 1, roles: [role] }, '2026-11-23', '2026-11-23T00:00:00.000Z')
      .filter(({ subject, conditions }) => subject === 'cases.list-views' && (own || conditions === undefined))
      .flatMap(({ action }) => action)
      .sort();
  const all = ['keep', 'open-with', 'overwrite', 'read', 'remove', 'rename', 'unshare'];
  assert.deepEqual([may('case-worker', true), may('case-worker', false)], [all, []]);
  assert.deepEqual([may('supervisor', true).includes('share'), may('supervisor', false)], [true, ['unshare']]);
  assert.deepEqual(may('registrar', true), []);
});

test('how far the work is goes from a screening to needs, goals, to what is done for them, to visits, to the end', () => {
  const plan = (goals: unknown[] = []) => ({ goals }) as never;
  const asked = (purpose: string, score: number | null) => ({ purpose, on: '2026-11-20', now: { by: 'x', outcome: { domains: [{ domain: 'safety', score, red: false }] } } }); // biome-ignore format: one thought
  const answers = (...given: unknown[]) => ({ given, drafts: [] }) as never;
  const at = (more: object) =>
    phaseOf({ status: 'open', followUp: { since: null } as never, plan: plan(), answers: answers(asked('screening', null)), ...more });
  assert.deepEqual(
    [
      at({ answers: answers() }),
      at({}),
      at({ answers: answers(asked('assessment', 2)) }),
      at({ plan: plan([{}]) }),
      at({ followUp: { since: '2026-11-20' } }),
      at({ status: 'closed' }),
    ],
    ['screening', 'assessment', 'planning', 'support', 'follow-up', 'closed'],
  );
});
