import { changed, field, fields, has, hasRole, refuse } from '../../../../platform/decider/index.ts';
import { flagReasons } from '../choices.ts';
import { command, definePart } from '../part.ts';
import { Mentions, mentionsKept } from './mentions.ts';
import type { Flag, Flags } from './state.ts';

const reason = field.word('flag-reason', flagReasons);
const openOf = (slice: Flags) => slice.filter(({ settled }) => settled === null);

/** What somebody who reads the case wants looked at: raised with a reason, settled with an answer. */
export const flags = definePart({
  'flag-raised': fields({
    flag: field.id,
    reason,
    by: field.id,
    on: field.date,
    due: field.dateIfAny,
    mentions: mentionsKept,
    words: field.prose,
  }),
  'flag-settled': fields({ flag: field.id, by: field.id, on: field.date, answer: field.prose }),
})({
  slice: 'flags',
  initial: [],
  evolve: {
    'flag-raised': (slice, { flag: id, reason, by, on, due = null, words }) => [
      ...slice,
      { id, reason, by, on, due, words, settled: null } satisfies Flag,
    ],
    'flag-settled': (slice, { flag, by, on, answer }) => changed(slice, flag, { settled: { by, on, answer } }),
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
      input: fields({ flag: field.id, answer: field.prose }),
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
  hinders: ({ flags: slice }) => (openOf(slice).some(({ reason }) => reason === 'safety') ? [refuse('cases.safety-flag-open')] : []),
});
