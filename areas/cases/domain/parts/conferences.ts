import { Type } from 'typebox';
import {
  ComingDay,
  changed,
  coded,
  command,
  fields,
  has,
  Id,
  identity,
  Line,
  narrative,
  PastDay,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { definePart } from '../part.ts';
import type { Conferences } from '../state/conferences.ts';

/** A decision of a conference: something to be done, by somebody of the office, until a day. */
const Decision = fields({ action: Id, what: Line, who: WorkerId, due: ComingDay });

const events = {
  'conference-planned': fields({
    conference: coded(Id),
    on: coded(ComingDay, shown.day),
    purpose: narrative(Line, shown.prose),
    participants: identity(Prose),
  }),
  'conference-held': fields({
    conference: coded(Id),
    on: coded(PastDay, shown.on),
    participants: identity(Prose),
    decisions: narrative(Prose, shown.prose),
  }),
  'conference-cancelled': fields({ conference: coded(Id), because: narrative(Line, shown.prose) }),
};

/** Case conferences: planned, held with what was decided, each decision an action with a day. */
export const conferences = definePart(events)({
  slice: 'conferences',
  initial: [] as Conferences,
  evolve: {
    'conference-planned': (slice, { conference: id, on, purpose, participants }) => [
      ...slice.filter((one) => one.id !== id),
      { id, on, state: 'planned', purpose, participants, decisions: null },
    ],
    'conference-held': (slice, { conference, on, participants, decisions }) =>
      changed(slice, conference, { on, state: 'held', participants, decisions }),
    'conference-cancelled': (slice, { conference }) => changed(slice, conference, { state: 'cancelled' }),
  },
  commands: {
    'plan-conference': command({
      summary: 'Plan a case conference, or move one that is planned to another day',
      in: ['open'],
      by: 'worker',
      input: events['conference-planned'],
      decide(state, given) {
        const known = state.conferences.find(({ id }) => id === given.conference);
        if (known && known.state !== 'planned') return refuse('cases.conference-over');
        const same = known?.on === given.on && known.purpose === given.purpose && known.participants === given.participants;
        return same ? [] : [{ type: 'conference-planned', ...given }];
      },
    }),
    'hold-conference': command({
      summary: 'Write down who took part in a conference and what was decided; each decision becomes an action',
      in: ['open'],
      by: 'worker',
      input: fields({ ...events['conference-held'].properties, actions: Type.Array(Decision, { maxItems: 20 }) }),
      about: 'conference',
      among: ({ conferences: all }) => all,
      decide(state, { actions, ...held }, _context, known) {
        if (known.state === 'cancelled') return refuse('cases.conference-over');
        if (known.state === 'held') return [];
        const news = new Map(actions.filter(({ action }) => !has(state.actions, action)).map((one) => [one.action, one]));
        return [{ type: 'conference-held', ...held }, ...[...news.values()].map((one) => ({ type: 'action-added' as const, ...one }))];
      },
    }),
    'cancel-conference': command({
      summary: 'Say that a planned conference does not take place, and why',
      in: ['open'],
      by: 'worker',
      input: events['conference-cancelled'],
      about: 'conference',
      among: ({ conferences: all }) => all,
      decide(_, given, _context, { state: now }) {
        if (now === 'held') return refuse('cases.conference-over');
        return now === 'cancelled' ? [] : [{ type: 'conference-cancelled', ...given }];
      },
    }),
  },
  tasks: (state) =>
    state.conferences.flatMap(({ id, on, state: now, purpose }) =>
      now === 'planned' ? [{ id, kind: 'conference', who: null, due: on, what: purpose }] : [],
    ),
  hinders({ conferences: slice }) {
    const planned = slice.filter(({ state }) => state === 'planned').length;
    return planned > 0 ? [refuse('cases.conference-planned', { planned })] : [];
  },
});
