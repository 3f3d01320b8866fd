import { Type } from 'typebox';
import { coded, defineRecord, type EventOf, fields, Id, oneOf } from '../../../platform/decider/index.ts';
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

export const holdRecord = defineRecord<HoldState, HoldEvent>({
  kind: 'risks.hold',
  events: holdEvents,
  facts: () => ({}),
  evolve: (_, { person, held }) => ({ person, held: held as Held[] }),
  commands: {
    note: {
      summary: 'Note which reasons wait for a pair of rows to be judged, as it stands now',
      input: fields({ person: Id, held: HeldReasons }),
      decide(state, input) {
        const { person, held } = input as HoldState;
        if (JSON.stringify(held) === JSON.stringify(state?.held ?? [])) return [];
        return [{ type: 'reasons-held', person, held: held.map(({ rule, pairs }) => ({ rule, pairs: [...pairs] })) }];
      },
    },
  },
});
