import { Type } from 'typebox';
import { changed, field, fields, has, refuse } from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { command, definePart } from '../part.ts';
import { conferenceEvents as events } from '../state/conferences.ts';

/** A decision of a conference: something to be done, by somebody of the office, until a day. */
const Decision = fields({ action: field.id, what: field.line, who: WorkerId, due: field.coming });

/** Case conferences: planned, held with what was decided, each decision an action with a day. */
export const conferences = definePart(events)({
  slice: 'conferences',
  page: 'plan',
  initial: [],
  evolve: {
    'conference-planned': (slice, { type: _, conference: id, ...planned }) => [
      ...slice.filter((one) => one.id !== id),
      { id, ...planned, state: 'planned', decisions: null },
    ],
    'conference-held': (slice, { conference, on, participants, decisions }) =>
      changed(slice, conference, { on, state: 'held', participants, decisions }),
    'conference-cancelled': (slice, { conference }) => changed(slice, conference, { state: 'cancelled' }),
  },
  commands: {
    'plan-conference': command({
      summary: 'Plan a case conference, or move one that is planned to another day',
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
      by: 'worker',
      input: fields({ ...events['conference-held'].properties, actions: Type.Array(Decision, { maxItems: 20 }) }),
      about: 'conference',
      decide(state, { actions, ...held }, _context, known) {
        if (known.state === 'cancelled') return refuse('cases.conference-over');
        if (known.state === 'held') return [];
        const news = new Map(actions.filter(({ action }) => !has(state.actions, action)).map((one) => [one.action, one]));
        return [{ type: 'conference-held', ...held }, ...[...news.values()].map((one) => ({ type: 'action-added' as const, ...one }))];
      },
    }),
    'cancel-conference': command({
      summary: 'Say that a planned conference does not take place, and why',
      by: 'worker',
      input: events['conference-cancelled'],
      about: 'conference',
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
