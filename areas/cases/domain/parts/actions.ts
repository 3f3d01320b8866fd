import { Type } from 'typebox';
import {
  ComingDay,
  changed,
  coded,
  command,
  fields,
  has,
  Id,
  IsoDate,
  Line,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { definePart } from '../part.ts';
import type { Actions } from '../state/actions.ts';

const openOf = (actions: Actions) => actions.filter(({ settled }) => settled === null);

/** The one task of a case that is not told by an id of its own. */
const firstActionId = '00000000-0000-8000-8000-000000000001';

/** What is to be done, by whom and until when. */
export const actions = definePart({
  'action-added': fields({
    action: coded(Id),
    who: coded(Id, shown.user),
    due: coded(IsoDate, shown.day),
    what: narrative(Line, shown.prose),
  }),
  'action-settled': fields({
    action: coded(Id),
    how: coded(oneOf('done', 'dropped'), shown.word('how')),
    on: coded(IsoDate),
    note: narrative(Type.Optional(Prose), shown.prose),
  }),
  'action-reopened': fields({ action: coded(Id), because: narrative(Type.Optional(Prose), shown.prose) }),
})({
  slice: 'actions',
  initial: [] as Actions,
  evolve: {
    'action-added': (slice, { action: id, what, who, due }) => [...slice, { id, what, who, due, settled: null, settledOn: null }],
    'action-settled': (slice, { action, how, on }) => changed(slice, action, { settled: how, settledOn: on }),
    'action-reopened': (slice, { action }) => changed(slice, action, { settled: null, settledOn: null }),
  },
  commands: {
    'add-action': command({
      summary: 'Say what is to be done, by whom and until when',
      in: ['open'],
      by: 'worker',
      input: fields({ action: Id, what: Line, who: WorkerId, due: ComingDay }),
      decide: ({ actions: all }, given) => (has(all, given.action) ? [] : [{ type: 'action-added', ...given }]),
    }),
    'settle-action': command({
      summary: 'Say that an action was done, or is no longer needed',
      in: ['open'],
      by: 'team',
      input: fields({ action: Id, how: oneOf('done', 'dropped'), note: Type.Optional(Prose) }),
      about: 'action',
      among: ({ actions: all }) => all,
      decide(_, given, { today }, { settled }) {
        if (given.how === 'dropped' && !given.note) return refuse('cases.say-why-dropped', {}, ['/note']);
        return settled ? [] : [{ type: 'action-settled', ...given, on: today }];
      },
    }),
    'reopen-action': command({
      summary: 'Say that an action is to be done after all',
      in: ['open'],
      by: 'worker',
      input: fields({ action: Id, because: Type.Optional(Prose) }),
      about: 'action',
      among: ({ actions: all }) => all,
      decide: (_, given, _context, { settled }) => (settled ? [{ type: 'action-reopened', ...given }] : []),
    }),
  },
  // A case in which nothing is planned yet waits for its first action.
  tasks: (state) =>
    state.actions.length === 0 && state.firstDue
      ? [{ id: firstActionId, kind: 'first-action', who: null, due: state.firstDue }]
      : openOf(state.actions).map(({ id, who, due, what }) => ({ id, kind: 'action', who, due, what })),
  hinders(state) {
    const open = openOf(state.actions).length;
    return open > 0 ? [refuse('cases.actions-open', { open })] : [];
  },
});
