import { Type } from 'typebox';
import { addDays, coded, command, fields, Id, IsoDate, narrative, Prose, refuse, shown } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { definePart } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { Opening, Openings } from '../state/openings.ts';

const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
/** The instant so many hours later; pure, for the instant is given. */
const addHours = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** What permissions ask: to whom a case is open for a while, and until which instant. */
export const openedTo = ({ openings }: Pick<CaseState, 'openings'>) => openings.map(({ by, until }) => ({ who: by, until }));

/** A case opened in an emergency by a case worker who is not on it, for some hours; a supervisor looks at each afterwards. */
export const openings = definePart({
  'glass-broken': fields({
    opening: coded(Id),
    by: coded(Id),
    at: coded(Instant),
    until: coded(Instant),
    reviewDue: coded(IsoDate),
    because: narrative(Prose, shown.prose),
  }),
  'opening-reviewed': fields({
    opening: coded(Id),
    justified: coded(Type.Boolean()),
    on: coded(IsoDate),
    by: coded(Id),
    note: narrative(Prose, shown.prose),
  }),
})({
  slice: 'openings',
  initial: [] as Openings,
  evolve: {
    'glass-broken': (slice, { type: _, opening: id, ...one }) => [...slice, { id, ...one, review: null } satisfies Opening],
    'opening-reviewed': (slice, { opening, justified, on, by, note }) =>
      slice.map((one) => (one.id === opening ? { ...one, review: { justified, on, by, note } } : one)),
  },
  commands: {
    'break-glass': command({
      summary:
        'Open a case that is not one’s own, in an emergency, for some hours and with the reason; a supervisor looks at it afterwards',
      in: ['open', 'closed'],
      by: 'case-worker',
      // Whoever reads it has no glass to break.
      offered: () => false,
      input: fields({ opening: Id, because: Prose }),
      consults: () => [limitsConsulted],
      decide(state, { opening, because }, context) {
        const { now, today, actor } = context;
        if (state.openings.some(({ id }) => id === opening)) return [];
        if (state.worker === actor.id) return refuse('cases.own-case');
        if (state.openings.some(({ by, until }) => by === actor.id && until > now)) return refuse('cases.opened-already');
        const { values } = limitsNow(context);
        const ends = { until: addHours(now, values.breakGlassHours), reviewDue: addDays(today, values.emergencyReviewDays) };
        return [{ type: 'glass-broken', opening, by: actor.id, at: now, ...ends, because }];
      },
    }),
    'review-opening': command({
      summary: 'Say whether an opening in an emergency was justified',
      in: ['open', 'closed'],
      by: 'supervisor',
      secondPerson: {
        refusal: 'cases.review-not-own',
        first: ({ openings }, { opening }) => openings.find(({ id }) => id === opening)?.by,
      },
      input: fields({ opening: Id, justified: Type.Boolean(), note: Prose }),
      decide(state, { opening, justified, note }, { today, actor }) {
        const known = state.openings.find(({ id }) => id === opening);
        if (!known) return refuse('cases.no-such-opening', {}, ['/opening']);
        if (known.review) return refuse('cases.opening-reviewed');
        return [{ type: 'opening-reviewed', opening, justified, on: today, by: actor.id, note }];
      },
    }),
  },
  tasks: ({ openings: slice }) =>
    slice.flatMap(({ id, review, reviewDue }) =>
      review ? [] : [{ id, kind: 'opening-review', who: null, role: 'supervisor' as const, due: reviewDue }],
    ),
});
