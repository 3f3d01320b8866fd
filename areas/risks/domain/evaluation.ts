import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, IsoDate } from '../../../platform/decider/index.ts';

/** What a run looked at: with the same day, rules and registers, only what changed since its position need be looked at again. */
const looked = {
  position: Type.Integer({ minimum: 0 }),
  on: IsoDate,
  rules: Type.Integer({ minimum: 0 }),
  registers: Type.Array(Type.String()),
};
const result = { whole: Type.Boolean(), persons: Type.Integer({ minimum: 0 }) };

const evaluationEvents = {
  'evaluation-finished': fields({
    position: coded(looked.position),
    on: coded(looked.on),
    rules: coded(looked.rules),
    registers: coded(looked.registers),
    whole: coded(result.whole),
    persons: coded(result.persons),
  }),
};
export type EvaluationEvent = EventOf<typeof evaluationEvents>;

/** The last run of the rules over the city. */
export type EvaluationState = Omit<EvaluationEvent, 'type'>;

/** One record a city: its id is made from this word. */
export const theEvaluation = 'main';

export const evaluationRecord = defineRecord<EvaluationState, EvaluationEvent>()({
  kind: 'risks.evaluation',
  single: true,
  events: evaluationEvents,
  facts: () => ({}),
  grants: {},
  evolve: (_, { type: _type, ...now }) => now,
  commands: {
    finish: command({
      summary: 'Note a run of the rules and what it looked at',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ ...looked, ...result }),
      decide: (_, input) => [{ type: 'evaluation-finished', ...input }],
    }),
  },
});
