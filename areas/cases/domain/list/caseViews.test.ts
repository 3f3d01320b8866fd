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
  const plan = (needs: unknown, goals: unknown[] = []) => ({ needs, goals }) as never;
  const answers = (...given: unknown[]) => ({ given, drafts: [] }) as never;
  const at = (more: object) =>
    phaseOf({ status: 'open', followUp: { since: null } as never, plan: plan(null), answers: answers({}), ...more });
  assert.deepEqual(
    [
      at({ answers: answers() }),
      at({}),
      at({ plan: plan({}) }),
      at({ plan: plan({}, [{}]) }),
      at({ followUp: { since: '2026-11-20' } }),
      at({ status: 'closed' }),
    ],
    ['screening', 'assessment', 'planning', 'support', 'follow-up', 'closed'],
  );
});
