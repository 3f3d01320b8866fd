import { addDays, changed, has, refuse, without } from '../../../../platform/decider/index.ts';
import { limitsConsulted, limitsNow } from '../limits.ts';
import { command, definePart } from '../part.ts';
import { byAnother, reviewTask } from '../safety/review.ts';
import type { CaseState } from '../state/case.ts';
import { type EmergencyAccess, emergencyAccessEvents } from '../state/emergencyAccess.ts';

/** The instant so many hours later; pure, for the instant is given. */
const addHours = (instant: string, hours: number) => new Date(Date.parse(instant) + hours * 3_600_000).toISOString();

/** What permissions ask: to whom a case is open for a while, and until which instant. */
export const openedTo = ({ emergencyAccess }: Pick<CaseState, 'emergencyAccess'>) =>
  emergencyAccess.map(({ by, until }) => ({ who: by, until }));

/** Access of a case worker who is not on the case, in an emergency, for some hours; a supervisor reviews each afterwards. */
export const emergencyAccess = definePart(emergencyAccessEvents)({
  slice: 'emergencyAccess',
  initial: [],
  evolve: {
    'emergency-access-taken': (slice, { type: _, access: id, ...one }) => [
      ...slice,
      { id, ...one, review: null } satisfies EmergencyAccess,
    ],
    'emergency-access-reviewed': (slice, { type: _, access, ...review }) => changed(slice, access, { review }),
  },
  commands: {
    'take-emergency-access': command({
      summary:
        'Open a case that is not one’s own, in an emergency, for some hours and with the reason; a supervisor looks at it afterwards',
      in: ['open', 'closed'],
      by: 'case-worker',
      // Whoever reads it needs none.
      offered: () => false,
      input: without(emergencyAccessEvents['emergency-access-taken'], 'by', 'at', 'until', 'reviewDue'),
      consults: () => [limitsConsulted],
      decide(state, { access, because }, context) {
        const { now, today, actor } = context;
        if (has(state.emergencyAccess, access)) return [];
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
      input: without(emergencyAccessEvents['emergency-access-reviewed'], 'on', 'by'),
      about: 'access',
      secondPerson: byAnother,
      decide: (_, given, { today, actor }, { review }) =>
        review ? refuse('cases.emergency-access-reviewed') : [{ type: 'emergency-access-reviewed', ...given, on: today, by: actor.id }],
    }),
  },
  tasks: ({ emergencyAccess: slice }) => slice.flatMap(reviewTask('emergency-access-review')),
});
