import { changed, field, fields, has, refuse, soleId, without } from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { command, definePart } from '../part.ts';
import { type Actions, actionEvents } from '../state/actions.ts';

const openOf = (actions: Actions) => actions.filter(({ settled }) => settled === null);

/** What is to be done, by whom and until when. */
export const actions = definePart(actionEvents)({
  slice: 'actions',
  initial: [],
  evolve: {
    'action-added': (slice, { type: _, action: id, ...added }) => [...slice, { id, ...added, settled: null, settledOn: null }],
    'action-settled': (slice, { action, how, on }) => changed(slice, action, { settled: how, settledOn: on }),
    'action-reopened': (slice, { action }) => changed(slice, action, { settled: null, settledOn: null }),
  },
  commands: {
    'add-action': command({
      summary: 'Say what is to be done, by whom and until when',
      by: 'worker',
      input: fields({ action: field.id, what: field.line, who: WorkerId, due: field.coming }),
      decide: ({ actions: all }, given) => (has(all, given.action) ? [] : [{ type: 'action-added', ...given }]),
    }),
    'settle-action': command({
      summary: 'Say that an action was done, or is no longer needed',
      by: 'team',
      input: without(actionEvents['action-settled'], 'on'),
      about: 'action',
      decide(_, given, { today }, { settled }) {
        if (given.how === 'dropped' && !given.note) return refuse('cases.say-why-dropped', {}, ['/note']);
        return settled ? [] : [{ type: 'action-settled', ...given, on: today }];
      },
    }),
    'reopen-action': command({
      summary: 'Say that an action is to be done after all',
      by: 'worker',
      input: actionEvents['action-reopened'],
      about: 'action',
      decide: (_, given, _context, { settled }) => (settled ? [{ type: 'action-reopened', ...given }] : []),
    }),
  },
  // A case in which nothing is planned yet waits for its first action.
  tasks: (state) =>
    state.actions.length === 0 && state.firstDue
      ? [{ id: soleId, kind: 'first-action', who: null, due: state.firstDue }]
      : openOf(state.actions).map(({ id, who, due, what }) => ({ id, kind: 'action', who, due, what })),
  hinders(state) {
    const open = openOf(state.actions).length;
    return open > 0 ? [refuse('cases.actions-open', { open })] : [];
  },
});
