import { Type } from 'typebox';
import { addDays, coded, command, fields, Id, IsoDate, narrative, Prose, refuse, shown } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { definePart } from '../part.ts';
import type { CaseState } from '../state/case.ts';
import type { EmergencyAccess } from '../state/emergencyAccess.ts';

const Instant = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' });
/** The instant so many hours later; pure, for the instant is given. */
const addHours = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** What permissions ask: to whom a case is open for a while, and until which instant. */
export const openedTo = ({ emergencyAccess }: Pick<CaseState, 'emergencyAccess'>) =>
  emergencyAccess.map(({ by, until }) => ({ who: by, until }));

/** Access of a case worker who is not on the case, in an emergency, for some hours; a supervisor reviews each afterwards. */
export const emergencyAccess = definePart({
  'emergency-access-taken': fields({
    access: coded(Id),
    by: coded(Id),
    at: coded(Instant),
    until: coded(Instant),
    reviewDue: coded(IsoDate),
    because: narrative(Prose, shown.prose),
  }),
  'emergency-access-reviewed': fields({
    access: coded(Id),
    justified: coded(Type.Boolean()),
    on: coded(IsoDate),
    by: coded(Id),
    note: narrative(Prose, shown.prose),
  }),
})({
  slice: 'emergencyAccess',
  initial: [] as readonly EmergencyAccess[],
  evolve: {
    'emergency-access-taken': (slice, { type: _, access: id, ...one }) => [
      ...slice,
      { id, ...one, review: null } satisfies EmergencyAccess,
    ],
    'emergency-access-reviewed': (slice, { access, justified, on, by, note }) =>
      slice.map((one) => (one.id === access ? { ...one, review: { justified, on, by, note } } : one)),
  },
  commands: {
    'take-emergency-access': command({
      summary:
        'Open a case that is not one’s own, in an emergency, for some hours and with the reason; a supervisor looks at it afterwards',
      in: ['open', 'closed'],
      by: 'case-worker',
      // Whoever reads it has no glass to break.
      offered: () => false,
      input: fields({ access: Id, because: Prose }),
      consults: () => [limitsConsulted],
      decide(state, { access, because }, context) {
        const { now, today, actor } = context;
        if (state.emergencyAccess.some(({ id }) => id === access)) return [];
        if (state.worker === actor.id) return refuse('cases.own-case');
        if (state.emergencyAccess.some(({ by, until }) => by === actor.id && until > now)) return refuse('cases.has-emergency-access');
        const { values } = limitsNow(context);
        const ends = { until: addHours(now, values.emergencyAccessHours), reviewDue: addDays(today, values.emergencyReviewDays) };
        return [{ type: 'emergency-access-taken', access, by: actor.id, at: now, ...ends, because }];
      },
    }),
    'review-emergency-access': command({
      summary: 'Say whether an emergency access was justified',
      in: ['open', 'closed'],
      by: 'supervisor',
      secondPerson: {
        refusal: 'cases.review-not-own',
        first: ({ emergencyAccess }, { access }) => emergencyAccess.find(({ id }) => id === access)?.by,
      },
      input: fields({ access: Id, justified: Type.Boolean(), note: Prose }),
      decide(state, { access, justified, note }, { today, actor }) {
        const known = state.emergencyAccess.find(({ id }) => id === access);
        if (!known) return refuse('cases.no-such-emergency-access', {}, ['/access']);
        if (known.review) return refuse('cases.emergency-access-reviewed');
        return [{ type: 'emergency-access-reviewed', access, justified, on: today, by: actor.id, note }];
      },
    }),
  },
  tasks: ({ emergencyAccess: slice }) =>
    slice.flatMap(({ id, review, reviewDue }) =>
      review ? [] : [{ id, kind: 'emergency-access-review', who: null, role: 'supervisor' as const, due: reviewDue }],
    ),
});
