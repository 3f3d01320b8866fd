import assert from 'node:assert/strict';
import { test } from 'node:test';
import { evolveAll, isRefusal } from '../../../../platform/decider/index.ts';
import { policy } from '../policy.ts';
import { anId, contextOn, me } from '../testing.ts';
import { type ListViewsEvent, type ListViewsState, listViewsRecord, mostListViews } from './listViews.ts';
import { phaseOf } from './phase.ts';

const [first, second] = [anId(1), anId(2)];
const shown = { narrowing: { riskLevel: 'high', ward: '3' }, sort: 'due', columns: ['risk', 'due'], search: null } as const;
const kept = (view: string, name: string, more: object = {}): ListViewsEvent =>
  ({ type: 'view-kept', by: me, view, name, ...shown, ...more }) as unknown as ListViewsEvent;

/** What a user keeps after that happened. */
const given = (...events: ListViewsEvent[]) => {
  const state = evolveAll(listViewsRecord, undefined, events) as ListViewsState;
  return {
    state,
    when(name: string, input: object) {
      const outcome = listViewsRecord.commands[name]!.decide(events.length > 0 ? state : undefined, input, contextOn());
      return {
        then: (...types: string[]) => assert.deepEqual(isRefusal(outcome) ? outcome.refused : outcome.map(({ type }) => type), types),
        refused: (code: string) => assert.equal(isRefusal(outcome) ? outcome.refused : outcome, code),
        and: () => given(...events, ...(isRefusal(outcome) ? assert.fail(outcome.refused) : (outcome as readonly ListViewsEvent[]))),
      };
    },
  };
};

test('the list is kept under a name, once; twice pressed it is one view', () => {
  const keep = { view: first, name: ' My ward ', ...shown, columns: ['risk', 'due', 'risk'] };
  const after = given().when('keep', keep).and();
  assert.deepEqual(after.state, { by: me, opens: null, views: [{ id: first, name: 'My ward', shared: false, ...shown }] });
  after.when('keep', keep).then();
});

test('two views of one user have two names; a name of spaces is none', () => {
  given(kept(first, 'My ward'))
    .when('keep', { view: second, name: 'MY WARD', ...shown })
    .refused('cases.list-view-named-so');
  given(kept(first, 'My ward'))
    .when('keep', { view: second, name: '  ', ...shown })
    .refused('cases.list-view-unnamed');
  given(kept(first, 'My ward'), kept(second, 'Other'))
    .when('rename', { view: second, name: 'my ward' })
    .refused('cases.list-view-named-so');
  given(kept(first, 'My ward')).when('rename', { view: first, name: 'My Ward' }).then('view-renamed');
  given(kept(first, 'My ward')).when('rename', { view: first, name: 'My ward' }).then();
});

test('fifty views are enough: for another, one goes', () => {
  const full = Array.from({ length: mostListViews }, (_, i) => kept(anId(100 + i), `View ${i}`));
  given(...full)
    .when('keep', { view: first, name: 'One more', ...shown })
    .refused('cases.too-many-list-views');
  given(...full, { type: 'view-removed', view: anId(100) })
    .when('keep', { view: first, name: 'One more', ...shown })
    .then('view-kept');
});

test('a view that is gone in another window is not overwritten or renamed, and need not be removed', () => {
  const gone = given(kept(first, 'My ward'), { type: 'view-removed', view: first });
  gone.when('overwrite', { view: first, ...shown }).refused('cases.no-such-list-view');
  gone.when('rename', { view: first, name: 'x' }).refused('cases.no-such-list-view');
  gone.when('share', { view: first }).refused('cases.no-such-list-view');
  gone.when('remove', { view: first }).then();
  gone.when('unshare', { view: first }).then();
});

test('overwritten with what it shows already, nothing happens', () => {
  const other = { ...shown, narrowing: { ward: '3', riskLevel: 'high' } };
  given(kept(first, 'My ward'))
    .when('overwrite', { view: first, ...other })
    .then();
  const now = given(kept(first, 'My ward'))
    .when('overwrite', { view: first, ...other, sort: 'opened' })
    .and();
  assert.deepEqual([now.state.views[0]!.sort, now.state.views[0]!.name], ['opened', 'My ward']);
});

test('a view with a search for a name is never shared with the office', () => {
  given(kept(first, 'Her', { search: 'Maya' }))
    .when('share', { view: first })
    .refused('cases.list-view-names-somebody');
  const shared = given(kept(first, 'My ward')).when('share', { view: first }).and();
  assert.equal(shared.state.views[0]!.shared, true);
  shared.when('share', { view: first }).then();
  shared.when('overwrite', { view: first, ...shown, search: 'Maya' }).refused('cases.list-view-names-somebody');
  assert.equal(shared.when('unshare', { view: first }).and().state.views[0]!.shared, false);
});

test('the list opens with a view until that is gone or another is chosen; a shared one may be the first thing somebody keeps', () => {
  const chosen = given(kept(first, 'My ward')).when('open-with', { view: first }).and();
  assert.equal(chosen.state.opens, first);
  chosen.when('open-with', { view: first }).then();
  assert.equal(chosen.when('remove', { view: first }).and().state.opens, null);
  assert.equal(chosen.when('open-with', { view: null }).and().state.opens, null);
  given().when('open-with', { view: null }).then();
  assert.deepEqual(given().when('open-with', { view: second }).and().state, { by: me, views: [], opens: second });
});

test('everybody keeps his own; a supervisor shares his own and takes back what any supervisor shared', () => {
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

test('how far the work is goes from needs to goals, to what is done for them, to visits, to the end', () => {
  const plan = (needs: unknown, goals: unknown[] = []) => ({ needs, goals }) as never;
  const at = (more: object) => phaseOf({ status: 'open', followUp: { since: null } as never, plan: plan(null), ...more });
  assert.deepEqual(
    [at({}), at({ plan: plan({}) }), at({ plan: plan({}, [{}]) }), at({ followUp: { since: '2026-11-20' } }), at({ status: 'closed' })],
    ['assessment', 'planning', 'support', 'follow-up', 'closed'],
  );
});
