import { Type } from 'typebox';
import {
  type Born,
  BornSchema,
  coded,
  command,
  type Data,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  IdOf,
  IsoDate,
  identity,
  Maybe,
  Prose,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { WorkerId } from '../../accounts/domain/index.ts';
import { Reason } from './reason.ts';
import { type RuleId, ruleIds } from './ruleset.ts';

const found = {
  person: coded(IdOf('people.person')),
  reasons: coded(Type.Array(Reason)),
  ward: coded(Maybe(Type.String())),
  born: identity(Maybe(BornSchema)),
  name: identity(Type.String()),
};
const Done = fields({
  from: field.id,
  status: field.choice(['visit-planned', 'seen', 'not-at-risk']),
  worker: field.idOrNone,
  dueOn: coded(Maybe(IsoDate)),
  judged: field.choices(ruleIds),
});
/** What people did about a child, as another record takes it over. */
type TakenOver = Data<typeof Done>;

const childEvents = {
  'reasons-found': fields({ ...found, on: field.date }),
  'reasons-gone': fields({ on: field.date }),
  'visit-planned': fields({ on: field.day, worker: field.user }),
  seen: fields({ on: coded(IsoDate, shown.on), by: field.id, note: field.prose }),
  'judged-not-at-risk': fields({
    by: field.id,
    on: field.date,
    rules: field.choices(ruleIds),
    because: field.prose,
  }),
  'taken-over': Done,
  'case-noted': fields({ case: field.id }),
  /** `seen`: whether the child was seen while the case was open; left out in files from before it was kept. */
  'case-ended': fields({ case: field.id, seen: coded(Type.Optional(Type.Boolean())) }),
};
export type ChildEvent = EventOf<typeof childEvents>;

/** A child whom the rules put on the list, and what people did about it. */
export interface ChildState {
  readonly person: string;
  readonly name: string;
  readonly ward: string | null;
  readonly born: Born | null;
  readonly reasons: readonly Reason[];
  readonly foundOn: string;
  readonly status: 'new' | 'visit-planned' | 'seen' | 'not-at-risk' | 'case' | 'gone';
  readonly worker: string | null;
  readonly dueOn: string | null;
  /** The reasons a person judged, where the verdict was "not at risk": other reasons bring the child back. */
  readonly judged: readonly RuleId[];
  /** The last case opened for the child. */
  readonly case: string | null;
  /** What people had done when the last reason went away: who was found to be this child takes it over. */
  readonly before?: Omit<TakenOver, 'from'>;
  /** Records of persons who were found to be this one, of which it is known here what people did. */
  readonly takenOver?: readonly string[];
}

/** What people did about a child, where it is something that another record may take over. */
export function doneAbout({ status, worker, dueOn, judged, before }: ChildState): Omit<TakenOver, 'from'> | undefined {
  if (status === 'gone') return before;
  return status === 'visit-planned' || status === 'seen' || status === 'not-at-risk' ? { status, worker, dueOn, judged } : undefined;
}
const remembered = (state: ChildState) => {
  const before = doneAbout(state);
  return before ? { before } : {};
};

const sameReasons = (a: readonly Reason[], b: readonly Reason[]) => JSON.stringify(a) === JSON.stringify(b);

const withoutCase = ['new', 'visit-planned', 'seen', 'not-at-risk', 'gone'] as const;

export const childRecord = defineRecord<ChildState, ChildEvent>()({
  kind: 'risks.child',
  events: childEvents,
  subject: (first) => (first.type === 'reasons-found' ? first.person : undefined),
  facts: (state) => ({ ward: state.ward, status: state.status, worker: state.worker }),
  refusals: { case: 'risks.has-case' },
  grants: {
    worker: { roles: ['case-worker', 'supervisor'] },
    counter: { roles: ['monitoring-officer'], mayAlso: ['data-protection-officer', 'research', 'council'] },
    exporter: { roles: ['supervisor'] },
  },
  acts: { read: 'worker', count: ['worker', 'counter'], export: 'exporter' },
  evolve(state, event) {
    switch (event.type) {
      case 'reasons-found': {
        const { person, name, ward, born, reasons, on } = event;
        const before = state ?? { foundOn: on, status: 'new' as const, worker: null, dueOn: null, judged: [], case: null };
        const news =
          state?.status === 'gone' || (state?.status === 'not-at-risk' && reasons.some(({ rule }) => !state.judged.includes(rule)));
        return {
          ...{ person, name, ward, born, reasons, worker: before.worker, dueOn: before.dueOn, case: before.case },
          ...(news ? { foundOn: on, status: 'new' } : { foundOn: before.foundOn, status: before.status }),
          // A reason that went away and comes back is a new one.
          judged: before.judged.filter((rule) => reasons.some((reason) => reason.rule === rule)),
          ...(state?.takenOver ? { takenOver: state.takenOver } : {}),
        };
      }
      case 'reasons-gone':
        return state!.status === 'case'
          ? { ...state!, reasons: [], judged: [] }
          : { ...state!, reasons: [], judged: [], status: 'gone', dueOn: null, ...remembered(state!) };
      case 'visit-planned':
        return { ...state!, status: 'visit-planned', worker: event.worker, dueOn: event.on };
      case 'seen':
        return { ...state!, status: 'seen', dueOn: null };
      case 'judged-not-at-risk':
        return { ...state!, status: 'not-at-risk', dueOn: null, judged: event.rules };
      case 'taken-over': {
        const { from, status, worker, dueOn, judged } = event;
        const takenOver = [...(state!.takenOver ?? []), from];
        // What was done about this child itself stands; and who was judged for other reasons only is not judged for these.
        const holds = state!.status === 'new' && (status !== 'not-at-risk' || state!.reasons.every(({ rule }) => judged.includes(rule)));
        return holds ? { ...state!, takenOver, status, worker, dueOn, judged } : { ...state!, takenOver };
      }
      case 'case-noted':
        return { ...state!, status: 'case', dueOn: null, case: event.case };
      case 'case-ended':
        // Whose case ended without anybody having seen them is not seen.
        return { ...state!, status: state!.reasons.length === 0 ? 'gone' : event.seen === false ? 'new' : 'seen' };
    }
  },
  commands: {
    find: command({
      summary: 'Note the reasons the rules give for a child, as they stand now',
      in: 'new-or-existing',
      by: 'system',
      input: fields(found),
      decide(state, { person, reasons, ward, born, name }, { today }) {
        if (reasons.length === 0) return state && state.reasons.length > 0 ? [{ type: 'reasons-gone', on: today }] : [];
        const sameBorn = state?.born?.first === born?.first && state?.born?.last === born?.last;
        if (state && sameReasons(state.reasons, reasons) && state.ward === ward && state.name === name && sameBorn) return [];
        return [{ type: 'reasons-found', person, reasons, ward, born, name, on: today }];
      },
    }),
    'plan-visit': command({
      summary: 'Plan a visit to a child',
      in: withoutCase,
      by: 'worker',
      input: fields({ on: IsoDate, worker: WorkerId }),
      decide(state, { on, worker }, { today }) {
        if (on < today) return refuse('risks.visit-in-the-past', { on }, ['/on']);
        return state.status === 'visit-planned' && state.dueOn === on && state.worker === worker
          ? []
          : [{ type: 'visit-planned', on, worker }];
      },
    }),
    see: command({
      summary: 'Note that a child was seen, and how',
      in: withoutCase,
      by: 'worker',
      input: fields({ on: IsoDate, note: Prose }),
      decide(state, { on, note }, { today, actor }) {
        if (on > today) return refuse('risks.seen-in-the-future', { on }, ['/on']);
        if (state.born !== null && on < state.born.first) return refuse('risks.seen-before-birth', { on }, ['/on']);
        return [{ type: 'seen', on, by: actor.id, note }];
      },
    }),
    'judge-not-at-risk': command({
      summary: 'Say that a child is not at risk, and why; new reasons bring it back to the list',
      in: withoutCase,
      by: 'worker',
      offered: ({ status, reasons }) => reasons.length > 0 && status !== 'not-at-risk',
      input: fields({ because: Prose }),
      decide: ({ reasons }, { because }, { today, actor }) =>
        reasons.length === 0
          ? refuse('risks.no-reasons')
          : [{ type: 'judged-not-at-risk', by: actor.id, on: today, rules: reasons.map(({ rule }) => rule), because }],
    }),
    'take-over': command({
      summary: 'Take over what people did about a person who was found to be this one',
      in: 'new-or-existing',
      by: 'system',
      input: Done,
      decide: (state, done) => (!state || state.takenOver?.includes(done.from) ? [] : [{ type: 'taken-over', ...done }]),
    }),
    'note-case': command({
      summary: 'Note that a case is open for a child',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ case: Id }),
      decide: (state, { case: id }) => (!state || (state.status === 'case' && state.case === id) ? [] : [{ type: 'case-noted', case: id }]),
    }),
    'end-case': command({
      summary: 'Note that the case of a child is closed; while reasons hold, the child stands on the list again',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ seen: coded(Type.Optional(Type.Boolean())) }),
      decide: (state, { seen }) =>
        state?.status === 'case' ? [{ type: 'case-ended', case: state.case!, ...(seen === undefined ? {} : { seen }) }] : [],
    }),
  },
});
