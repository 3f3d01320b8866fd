import { Type } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';

const Fields = Type.Array(fields({ column: Type.String(), level: Type.Integer(), weight: Type.Number() }));
const rows = { a: coded(Id), b: coded(Id) };
const Verdict = oneOf('same', 'not-same', 'later');
export type Verdict = 'same' | 'not-same' | 'later';

const pairEvents = {
  'pair-doubted': fields({ ...rows, weight: coded(Type.Number()), probability: coded(Type.Number()), fields: coded(Fields) }),
  /** `replaces` is the answer that no longer holds: linkage has followed it already. */
  'pair-judged': fields({
    ...rows,
    verdict: coded(Verdict),
    replaces: Type.Optional(coded(Verdict)),
    by: coded(Id),
    because: narrative(Type.Optional(Prose), shown.prose),
  }),
  'doubt-withdrawn': fields({}),
};
export type PairEvent = EventOf<typeof pairEvents>;

/** Two rows that may be one person, and what was said of them. */
export interface PairState {
  readonly a: string;
  readonly b: string;
  readonly status: 'open' | 'later' | 'same' | 'not-same' | 'withdrawn';
  readonly weight: number;
  readonly probability: number;
  readonly fields: readonly { readonly column: string; readonly level: number; readonly weight: number }[];
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
      case 'pair-doubted':
        return {
          a: event.a,
          b: event.b,
          status: state?.status === 'later' ? 'later' : 'open',
          weight: event.weight,
          probability: event.probability,
          fields: event.fields,
        };
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
      input: fields({ a: Id, b: Id, weight: Type.Number(), probability: Type.Number(), fields: Fields }),
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
