import { Type } from 'typebox';
import {
  coded,
  command,
  fields,
  Id,
  IsoDate,
  identity,
  Line,
  narrative,
  Prose,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { definePart } from '../part.ts';
import type { Conference, Conferences } from '../state/conferences.ts';

const changed = (slice: Conferences, id: string, more: Partial<Conference>): Conferences =>
  slice.map((one) => (one.id === id ? { ...one, ...more } : one));

/** A decision of a conference: something to be done, by somebody of the office, until a day. */
const Decision = fields({ action: Id, what: Line, who: WorkerId, due: IsoDate });

/** Case conferences: planned, held with what was decided, each decision an action with a day. */
export const conferences = definePart({
  'conference-planned': fields({
    conference: coded(Id),
    on: coded(IsoDate, shown.day),
    purpose: narrative(Line, shown.prose),
    participants: identity(Prose),
  }),
  'conference-held': fields({
    conference: coded(Id),
    on: coded(IsoDate, shown.on),
    participants: identity(Prose),
    decisions: narrative(Prose, shown.prose),
  }),
  'conference-cancelled': fields({ conference: coded(Id), because: narrative(Line, shown.prose) }),
})({
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
      input: fields({ conference: Id, on: IsoDate, purpose: Line, participants: Prose }),
      decide(state, given, { today }) {
        if (given.on < today) return refuse('cases.due-in-the-past', {}, ['/on']);
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
      input: fields({
        conference: Id,
        on: IsoDate,
        participants: Prose,
        decisions: Prose,
        actions: Type.Array(Decision, { maxItems: 20 }),
      }),
      decide(state, { actions, ...held }, { today }) {
        const known = state.conferences.find(({ id }) => id === held.conference);
        if (!known) return refuse('cases.no-such-conference', {}, ['/conference']);
        if (known.state === 'cancelled') return refuse('cases.conference-over');
        if (known.state === 'held') return [];
        if (held.on > today) return refuse('cases.not-yet', {}, ['/on']);
        if (actions.some(({ due }) => due < today)) return refuse('cases.due-in-the-past', {}, ['/actions']);
        const news = actions.filter(({ action }, i) => !state.actions.some(({ id }) => id === action) && actions.findIndex((one) => one.action === action) === i); // biome-ignore format: one thought
        return [{ type: 'conference-held', ...held }, ...news.map((one) => ({ type: 'action-added' as const, ...one }))];
      },
    }),
    'cancel-conference': command({
      summary: 'Say that a planned conference does not take place, and why',
      in: ['open'],
      by: 'worker',
      input: fields({ conference: Id, because: Line }),
      decide(state, { conference, because }) {
        const known = state.conferences.find(({ id }) => id === conference);
        if (!known) return refuse('cases.no-such-conference', {}, ['/conference']);
        if (known.state === 'held') return refuse('cases.conference-over');
        return known.state === 'cancelled' ? [] : [{ type: 'conference-cancelled', conference, because }];
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
