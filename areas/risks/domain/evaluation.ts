import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, field, fields } from '../../../platform/decider/index.ts';
import { GroupCount } from './groups.ts';

/** What a run looked at: with the same day, rules and registers, only what changed since its position need be looked at again. */
const Run = fields({
  position: coded(Type.Integer({ minimum: 0 })),
  on: field.date,
  rules: coded(Type.Integer({ minimum: 0 })),
  registers: coded(Type.Array(Type.String())),
  whole: field.yes,
  persons: coded(Type.Integer({ minimum: 0 })),
  /** Whom each rule lists, of a run that looked at everybody. */
  groups: coded(Type.Optional(Type.Array(GroupCount))),
});
const evaluationEvents = { 'evaluation-finished': Run };
export type EvaluationEvent = EventOf<typeof evaluationEvents>;

/** The last run of the rules over the city, and whom they listed when everybody was looked at last. */
export type EvaluationState = Omit<EvaluationEvent, 'type'> & { readonly countedOn?: string };

export const evaluationRecord = defineRecord<EvaluationState, EvaluationEvent>()({
  kind: 'risks.evaluation',
  single: true,
  events: evaluationEvents,
  facts: () => ({}),
  grants: {},
  evolve(state, { type: _, ...now }) {
    if (now.groups) return { ...now, countedOn: now.on };
    return state?.groups ? { ...now, groups: state.groups, countedOn: state.countedOn! } : now;
  },
  commands: {
    finish: command({
      summary: 'Note a run of the rules and what it looked at',
      in: 'new-or-existing',
      by: 'system',
      input: Run,
      decide: (_, input) => [{ type: 'evaluation-finished', ...input }],
    }),
  },
});
