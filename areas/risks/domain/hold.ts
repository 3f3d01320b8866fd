import { Type } from 'typebox';
import { coded, command, defineRecord, type EventOf, fields, Id, oneOf } from '../../../platform/decider/index.ts';
import type { Held } from './evaluate.ts';
import { ruleIds } from './ruleset.ts';

const HeldReasons = Type.Array(fields({ rule: oneOf(...ruleIds), pairs: Type.Array(Id) }));
const holdEvents = { 'reasons-held': fields({ person: coded(Id), held: coded(HeldReasons) }) };
export type HoldEvent = EventOf<typeof holdEvents>;

/** Reasons that a person is not on the list for, only because nobody has said yet whether rows are that person's. One a person. */
export interface HoldState {
  readonly person: string;
  readonly held: readonly Held[];
}

export const holdRecord = defineRecord<HoldState, HoldEvent>()({
  kind: 'risks.hold',
  events: holdEvents,
  facts: () => ({}),
  grants: {},
  evolve: (_, { person, held }) => ({ person, held: held as Held[] }),
  commands: {
    note: command({
      summary: 'Note which reasons wait for a pair of rows to be judged, as it stands now',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ person: Id, held: HeldReasons }),
      decide: (state, { person, held }) =>
        JSON.stringify(held) === JSON.stringify(state?.held ?? []) ? [] : [{ type: 'reasons-held', person, held }],
    }),
  },
});
