import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from 'typebox';
import { type Context, coded, evolveAll, identity, isRefusal } from '../decider/index.ts';
import { defineList, is, searched } from './list.ts';
import { type ListViewsEvent, type ListViewsState, listViews, mostListViews } from './views.ts';

const anId = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const me = anId(99);
const context: Context = {
  now: '2026-11-20T04:00:00.000Z',
  today: '2026-11-20',
  actor: { id: me, city: 1, roles: ['case-worker'] },
  newId: () => anId(9000),
};
const word = coded(Type.String());
const record = listViews({
  kind: 'made.views',
  list: defineList({
    kind: 'made.up',
    path: '/api/made/list',
    summary: 'Made up',
    columns: { ward: word },
    filters: { ward: is('ward', word), riskLevel: is('risk', word), name: searched(identity(Type.String())) },
    orders: { due: { by: { ward: word } }, opened: { by: { ward: word } } },
  }),
  columns: ['risk', 'due'],
  roles: ['case-worker', 'supervisor'],
  sharers: ['supervisor'],
});

const [first, second] = [anId(1), anId(2)];
const shown = { narrowing: { riskLevel: 'high', ward: '3' }, order: 'due', columns: ['risk', 'due'], search: null } as const;
const kept = (view: string, name: string, more: object = {}): ListViewsEvent =>
  ({ type: 'view-kept', by: me, view, name, ...shown, ...more }) as unknown as ListViewsEvent;

/** What a user keeps after that happened. */
const given = (...events: ListViewsEvent[]) => {
  const state = evolveAll(record, undefined, events) as ListViewsState;
  return {
    state,
    when(name: string, input: object) {
      const outcome = record.commands[name]!.decide(events.length > 0 ? state : undefined, input, context);
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
    .refused('lists.view-named-so');
  given(kept(first, 'My ward'))
    .when('keep', { view: second, name: '  ', ...shown })
    .refused('lists.view-unnamed');
  given(kept(first, 'My ward'), kept(second, 'Other')).when('rename', { view: second, name: 'my ward' }).refused('lists.view-named-so');
  given(kept(first, 'My ward')).when('rename', { view: first, name: 'My Ward' }).then('view-renamed');
  given(kept(first, 'My ward')).when('rename', { view: first, name: 'My ward' }).then();
});

test('fifty views are enough: for another, one goes', () => {
  const full = Array.from({ length: mostListViews }, (_, i) => kept(anId(100 + i), `View ${i}`));
  given(...full)
    .when('keep', { view: first, name: 'One more', ...shown })
    .refused('lists.too-many-views');
  given(...full, { type: 'view-removed', view: anId(100) })
    .when('keep', { view: first, name: 'One more', ...shown })
    .then('view-kept');
});

test('a view that is gone in another window is not overwritten or renamed, and need not be removed', () => {
  const gone = given(kept(first, 'My ward'), { type: 'view-removed', view: first });
  gone.when('overwrite', { view: first, ...shown }).refused('lists.no-such-view');
  gone.when('rename', { view: first, name: 'x' }).refused('lists.no-such-view');
  gone.when('share', { view: first }).refused('lists.no-such-view');
  gone.when('remove', { view: first }).then();
  gone.when('unshare', { view: first }).then();
});

test('overwritten with what it shows already, nothing happens', () => {
  const other = { ...shown, narrowing: { ward: '3', riskLevel: 'high' } };
  given(kept(first, 'My ward'))
    .when('overwrite', { view: first, ...other })
    .then();
  const now = given(kept(first, 'My ward'))
    .when('overwrite', { view: first, ...other, order: 'opened' })
    .and();
  assert.deepEqual([now.state.views[0]!.order, now.state.views[0]!.name], ['opened', 'My ward']);
});

test('a view with a search for a name is never shared with the office', () => {
  given(kept(first, 'Her', { search: 'Maya' }))
    .when('share', { view: first })
    .refused('lists.view-names-somebody');
  const shared = given(kept(first, 'My ward')).when('share', { view: first }).and();
  assert.equal(shared.state.views[0]!.shared, true);
  shared.when('share', { view: first }).then();
  shared.when('overwrite', { view: first, ...shown, search: 'Maya' }).refused('lists.view-names-somebody');
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
