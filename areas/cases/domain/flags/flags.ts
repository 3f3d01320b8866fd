import { changed, field, fields, has, hasRole, refuse, without } from '../../../../platform/decider/index.ts';
import { command, definePart } from '../part.ts';
import { protectsFirst } from '../safety/closing.ts';
import { Mentions } from './mentions.ts';
import { type Flag, type Flags, flagEvents } from './state.ts';

const { reason } = flagEvents['flag-raised'].properties;
const openOf = (slice: Flags) => slice.filter(({ settled }) => settled === null);

/** What somebody who reads the case wants looked at: raised with a reason, settled with an answer. */
export const flags = definePart(flagEvents)({
  slice: 'flags',
  initial: [],
  evolve: {
    'flag-raised': (slice, { type: _, flag: id, mentions: _mentions, due = null, ...raised }) => [
      ...slice,
      { id, ...raised, due, settled: null } satisfies Flag,
    ],
    'flag-settled': (slice, { type: _, flag, ...settled }) => changed(slice, flag, { settled }),
  },
  commands: {
    'raise-flag': command({
      summary: 'Raise a flag on a case: what is to be looked at, and by when if that matters',
      by: 'reader',
      input: fields({ flag: field.id, reason, words: field.prose, due: field.comingIfAny, mentions: Mentions }),
      decide: (state, given, { today: on, actor }) =>
        has(state.flags, given.flag) ? [] : [{ type: 'flag-raised', ...given, by: actor.id, on }],
    }),
    'settle-flag': command({
      summary: 'Settle a flag with an answer: the worker of the case, a supervisor or who raised it',
      in: ['open', 'closed'],
      by: 'reader',
      input: without(flagEvents['flag-settled'], 'by', 'on'),
      about: 'flag',
      decide(state, given, { today: on, actor }, known) {
        if (![state.worker, known.by].includes(actor.id) && !hasRole(actor, 'supervisor')) return refuse('cases.flag-of-another');
        if (known.settled) return known.settled.by === actor.id ? [] : refuse('cases.flag-settled');
        return [{ type: 'flag-settled', ...given, by: actor.id, on }];
      },
    }),
  },
  tasks: ({ flags: slice }) =>
    openOf(slice).flatMap(({ id, due, words }) => (due ? [{ id, kind: 'flag', who: null, due, what: words }] : [])),
  // A closed case is looked at by nobody: what was said of the child's safety is answered first.
  hinders: ({ flags: slice }, reason) =>
    protectsFirst(reason) && openOf(slice).some((flag) => flag.reason === 'safety') ? [refuse('cases.safety-flag-open')] : [],
});
