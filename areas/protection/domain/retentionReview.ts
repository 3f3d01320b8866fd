import {
  addMonths,
  coded,
  command,
  type Data,
  defineRecord,
  type EventOf,
  field,
  fields,
  IdOf,
  IsoDate,
  oneOf,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';

/** Why a closed case is kept for longer: words without a story, for they outlive the child's key. */
export const keepingGrounds = ['legal-duty', 'claim-or-proceedings', 'child-asks', 'still-helped'] as const;
/** So long a case is kept by one decision at most. */
const mostMonths = 60;

const kept = { case: field.id, ground: coded(oneOf(...keepingGrounds)), until: coded(IsoDate, shown.day) };
const reviewEvents = { 'retention-kept': fields({ ...kept, by: field.id, on: field.date }) };
export type RetentionReviewEvent = EventOf<typeof reviewEvents>;

/** What was decided last when a closed case was looked at. Whether it is erased is decided by erasure. */
export const RetentionReview = fields({ ...kept, by: field.id, on: field.date });
export type RetentionReviewState = Data<typeof RetentionReview>;

export const retentionReviewRecord = defineRecord<RetentionReviewState, RetentionReviewEvent>()({
  kind: 'protection.retention-review',
  events: reviewEvents,
  facts: () => ({}),
  grants: { officer: { roles: ['data-protection-officer'], fixed: true } },
  acts: { read: 'officer' },
  evolve: (_, { type: _type, ...decided }) => decided,
  commands: {
    keep: command({
      summary: 'Keep a closed case until a day, and say on what ground; it is looked at again then',
      in: 'new-or-existing',
      by: 'officer',
      input: fields({ case: IdOf('cases.case'), ground: oneOf(...keepingGrounds), until: IsoDate }),
      decide(state, { case: id, ground, until }, { today, actor }) {
        if (state && state.case !== id) return refuse('ledger.not-found');
        if (until <= today) return refuse('ledger.day-past', {}, ['/until']);
        if (until > addMonths(today, mostMonths)) return refuse('protection.kept-too-long', { months: mostMonths }, ['/until']);
        return state?.until === until && state.ground === ground
          ? []
          : [{ type: 'retention-kept', case: id, ground, until, by: actor.id, on: today }];
      },
    }),
  },
});
