import { Type } from 'typebox';
import { addDays, changed, field, fields, has, refuse, without } from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { command, definePart } from '../part.ts';
import { byAnother } from '../safety/review.ts';
import { type Conference, conferenceEvents as events } from '../state/conferences.ts';

/** A decision of a conference: something to be done, by somebody of the office, until a day. */
const Decision = fields({ action: field.id, what: field.line, who: WorkerId, due: field.coming });

/** So often a conference is moved before a supervisor looks at it, and within so many days. Ours. */
const movesUnseen = 2;
const reviewDays = 3;
/** Whether a supervisor is to say if it is right that it was put off, also where it was cancelled after that. */
export const waitsForReview = ({ state, earlier, review }: Conference): boolean =>
  state !== 'held' && earlier.length >= movesUnseen && review === null;

/** Case conferences: planned, held with what was decided, each decision an action with a day. */
export const conferences = definePart(events)({
  slice: 'conferences',
  page: 'plan',
  initial: [],
  evolve: {
    'conference-planned'(slice, { type: _, conference: id, said: on = null, by = null, ...planned }) {
      const known = slice.find((one) => one.id === id);
      const kept = known && known.on === planned.on ? known : undefined;
      const moved = known && !kept ? { earlier: [...known.earlier, known.on], putOff: { on, by } } : undefined;
      const { earlier, putOff } = moved ?? kept ?? { earlier: [], putOff: null };
      const one = { id, ...planned, state: 'planned' as const, decisions: null, earlier, putOff, review: kept?.review ?? null };
      return [...slice.filter((other) => other.id !== id), one];
    },
    'conference-held': (slice, { conference, on, participants, decisions }) =>
      changed(slice, conference, { on, state: 'held', participants, decisions }),
    'conference-cancelled': (slice, { conference }) => changed(slice, conference, { state: 'cancelled' }),
    'conference-reviewed': (slice, { conference, upheld, on, by }) => changed(slice, conference, { review: { upheld, on, by } }),
  },
  commands: {
    'plan-conference': command({
      summary: 'Plan a case conference, or move one that is planned to another day',
      by: 'worker',
      input: without(events['conference-planned'], 'said', 'by'),
      decide(state, given, { today, actor }) {
        const known = state.conferences.find(({ id }) => id === given.conference);
        if (known && known.state !== 'planned') return refuse('cases.conference-over');
        const same = known?.on === given.on && known.purpose === given.purpose && known.participants === given.participants;
        return same ? [] : [{ type: 'conference-planned', ...given, said: today, by: actor.id }];
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
    'review-conference': command({
      summary: 'Say whether it is right that a conference was moved again and again',
      by: 'supervisor',
      input: without(events['conference-reviewed'], 'on', 'by'),
      about: 'conference',
      among: (state) => state.conferences.filter(({ putOff }) => putOff),
      offered: (state) => state.conferences.some(waitsForReview),
      secondPerson: { ...byAnother, first: (_state, _input, { putOff }) => putOff?.by },
      decide: (_, given, { today, actor }, { review }) =>
        review ? [] : [{ type: 'conference-reviewed', ...given, on: today, by: actor.id }],
    }),
  },
  tasks: ({ conferences: slice }) => [
    ...slice.flatMap(({ id, on, state, purpose }) =>
      state === 'planned' ? [{ id, kind: 'conference' as const, who: null, due: on, what: purpose }] : [],
    ),
    ...slice.filter(waitsForReview).map(({ id, on, putOff }) => ({
      ...{ id, kind: 'conference-review' as const, who: null, role: 'supervisor' as const, not: putOff?.by ? [putOff.by] : [] },
      due: putOff?.on ? addDays(putOff.on, reviewDays) : on,
    })),
  ],
  hinders({ conferences: slice }) {
    const planned = slice.filter(({ state }) => state === 'planned').length;
    return planned > 0 ? [refuse('cases.conference-planned', { planned })] : [];
  },
});
