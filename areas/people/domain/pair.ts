import { Type } from 'typebox';
import {
  coded,
  command,
  type Data,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  oneOf,
  Prose,
  refuse,
} from '../../../platform/decider/index.ts';

/** What each field says of two rows being one person: `weight` above nought speaks for it, below against. */
export const FieldReasons = Type.Array(fields({ column: Type.String(), level: Type.Integer(), weight: Type.Number() }));

const rows = { a: field.id, b: field.id };
const Doubt = fields({ ...rows, weight: coded(Type.Number()), probability: coded(Type.Number()), fields: coded(FieldReasons) });
const Verdict = oneOf('same', 'not-same', 'later');
export type Verdict = Data<typeof Verdict>;

const pairEvents = {
  'pair-doubted': Doubt,
  /** `replaces` is the answer that no longer holds: linkage has followed it already. */
  'pair-judged': fields({ ...rows, verdict: coded(Verdict), replaces: Type.Optional(coded(Verdict)), by: field.id, because: field.note }),
  'doubt-withdrawn': fields({}),
};
export type PairEvent = EventOf<typeof pairEvents>;

/** Two rows that may be one person, and what was said of them. */
export interface PairState extends Data<typeof Doubt> {
  readonly status: 'open' | 'later' | 'same' | 'not-same' | 'withdrawn';
}

export const pairRecord = defineRecord<PairState, PairEvent>()({
  kind: 'people.pair',
  events: pairEvents,
  facts: (state) => ({ status: state.status }),
  // Questions are asked by the system, under the id that the two rows have: an answer makes none up.
  refusals: { missing: 'people.no-question' },
  grants: { judge: { roles: ['supervisor', 'registrar'], mayAlso: ['case-worker'] } },
  acts: { read: 'judge' },
  evolve(state, event) {
    switch (event.type) {
      case 'pair-doubted': {
        const { type: _, ...doubt } = event;
        return { ...doubt, status: state?.status === 'later' ? 'later' : 'open' };
      }
      case 'pair-judged':
        return { ...(state ?? { weight: 0, probability: 0, fields: [] }), a: event.a, b: event.b, status: event.verdict };
      case 'doubt-withdrawn':
        return { ...state!, status: 'withdrawn' };
    }
  },
  commands: {
    doubt: command({
      summary: 'Note that two rows may be one person',
      in: 'new-or-existing',
      by: 'system',
      input: Doubt,
      decide(state, doubt) {
        if (state && ['same', 'not-same'].includes(state.status)) return [];
        if (state && state.status !== 'withdrawn' && Math.abs(state.weight - doubt.weight) < 0.5) return [];
        return [{ type: 'pair-doubted', ...doubt }];
      },
    }),
    judge: command({
      summary: 'Say whether two rows are the same person; a later verdict replaces an earlier one',
      in: 'existing',
      by: 'judge',
      input: fields({ a: Id, b: Id, verdict: Verdict, because: Type.Optional(Prose) }),
      decide(state, { a, b, verdict, because }, { actor }) {
        if (a === b) return refuse('people.same-row', {}, ['/b']);
        if (!((state.a === a && state.b === b) || (state.a === b && state.b === a))) return refuse('people.other-pair');
        if (state.status === verdict) return [];
        const replaces = state.status === 'same' || state.status === 'not-same' ? { replaces: state.status } : {};
        return [{ type: 'pair-judged', a, b, verdict, ...replaces, by: actor.id, ...(because === undefined ? {} : { because }) }];
      },
    }),
    withdraw: command({
      summary: 'Note that two rows are no longer in doubt',
      in: 'new-or-existing',
      by: 'system',
      input: fields({}),
      decide: (state) => (state && ['open', 'later'].includes(state.status) ? [{ type: 'doubt-withdrawn' }] : []),
    }),
  },
});
