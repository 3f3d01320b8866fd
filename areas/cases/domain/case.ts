import { Type } from 'typebox';
import {
  coded,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IdOf,
  IsoDate,
  identity,
  Line,
  narrative,
  oneOf,
  Prose,
  refuse,
} from '../../../platform/decider/index.ts';
import { type CaseStatus, mayNow } from './next.ts';

const Maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
export const riskLevels = ['high', 'medium', 'low'] as const;
export type RiskLevel = (typeof riskLevels)[number];
const RiskLevelSchema = oneOf(...riskLevels);
export const closeReasons = ['goals-met', 'moved', 'of-age', 'lost', 'died', 'withdrew', 'opened-in-error'] as const;
export const sources = ['call', 'walk-in', 'visit', 'partner', 'police', 'risk-list', 'other'] as const;

const caseEvents = {
  'case-opened': fields({
    person: coded(Maybe(Id)),
    source: coded(oneOf(...sources)),
    riskLevel: coded(RiskLevelSchema),
    ward: coded(Maybe(Type.String({ maxLength: 60 }))),
    birthYear: coded(Maybe(Type.Integer())),
    worker: coded(Maybe(Id)),
    on: coded(IsoDate),
    name: identity(Line),
    concern: narrative(Prose),
  }),
  'child-identified': fields({ person: coded(Id), by: coded(Id) }),
  'case-assigned': fields({ worker: coded(Maybe(Id)), by: coded(Id) }),
  'risk-level-changed': fields({ riskLevel: coded(RiskLevelSchema), because: narrative(Prose) }),
  'action-added': fields({ action: coded(Id), who: coded(Id), due: coded(IsoDate), what: narrative(Line) }),
  'action-settled': fields({
    action: coded(Id),
    how: coded(oneOf('done', 'dropped')),
    on: coded(IsoDate),
    note: narrative(Type.Optional(Prose)),
  }),
  'action-reopened': fields({ action: coded(Id), because: narrative(Type.Optional(Prose)) }),
  noted: fields({ text: narrative(Prose) }),
  'case-closed': fields({ reason: coded(oneOf(...closeReasons)), on: coded(IsoDate), by: coded(Id), summary: narrative(Prose) }),
  'case-reopened': fields({ on: coded(IsoDate), because: narrative(Prose) }),
};
export type CaseEvent = EventOf<typeof caseEvents>;

export interface Action {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly due: string;
  readonly settled: 'done' | 'dropped' | null;
  readonly settledOn: string | null;
}

/** A child's case as it stands. */
export interface CaseState {
  readonly status: CaseStatus;
  readonly person: string | null;
  /** The person under whose key the case is sealed; null where it is under its own. */
  readonly sealedFor: string | null;
  readonly name: string;
  readonly ward: string | null;
  readonly birthYear: number | null;
  readonly source: string;
  readonly riskLevel: RiskLevel;
  /** Null where nobody has taken it yet. */
  readonly worker: string | null;
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly closeReason: string | null;
  readonly actions: readonly Action[];
}

const openActions = (state: CaseState) => state.actions.filter(({ settled }) => settled === null);
/** Who works on a case now: its worker, and those who have something to do in it. */
const teamOf = (state: CaseState): string[] =>
  [...new Set([state.worker, ...openActions(state).map(({ who }) => who)])].filter((id) => id !== null);

/** The next thing due in a case; null where nothing is. */
export const nextDue = (state: CaseState): string | null =>
  openActions(state)
    .map(({ due }) => due)
    .sort()[0] ?? null;

interface OpenInput {
  person: string | null;
  source: (typeof sources)[number];
  riskLevel: RiskLevel;
  ward: string | null;
  birthYear: number | null;
  worker: string | null;
  name: string;
  concern: string;
  actions: { what: string; who: string; due: string }[];
}

export const caseRecord = defineRecord<CaseState, CaseEvent>({
  kind: 'cases.case',
  events: caseEvents,
  // A case of a known person is sealed under that person's key, so that erasing the child erases the case.
  subject: (first) => (first.type === 'case-opened' ? (first.person ?? undefined) : undefined),
  facts: (state) => ({ status: state.status, worker: state.worker, team: teamOf(state), ward: state.ward, riskLevel: state.riskLevel }),
  evolve(state, event) {
    switch (event.type) {
      case 'case-opened': {
        const { person, name, ward, birthYear, source, riskLevel, worker, on } = event;
        return {
          status: 'open',
          person,
          sealedFor: person,
          name,
          ward,
          birthYear,
          source,
          riskLevel,
          worker,
          openedOn: on,
          closedOn: null,
          closeReason: null,
          actions: [],
        };
      }
      case 'child-identified':
        return { ...state!, person: event.person };
      case 'case-assigned':
        return { ...state!, worker: event.worker };
      case 'risk-level-changed':
        return { ...state!, riskLevel: event.riskLevel };
      case 'action-added':
        return {
          ...state!,
          actions: [
            ...state!.actions,
            { id: event.action, what: event.what, who: event.who, due: event.due, settled: null, settledOn: null },
          ],
        };
      case 'action-settled':
        return {
          ...state!,
          actions: state!.actions.map((action) =>
            action.id === event.action ? { ...action, settled: event.how, settledOn: event.on } : action,
          ),
        };
      case 'action-reopened':
        return {
          ...state!,
          actions: state!.actions.map((action) => (action.id === event.action ? { ...action, settled: null, settledOn: null } : action)),
        };
      case 'noted':
        return state!;
      case 'case-closed':
        return { ...state!, status: 'closed', closedOn: event.on, closeReason: event.reason };
      case 'case-reopened':
        return { ...state!, status: 'open', closedOn: null, closeReason: null };
    }
  },
  commands: {
    open: {
      summary: 'Open a case for a child, with the concern, a worker and the first actions',
      input: fields({
        person: Maybe(IdOf('people.person')),
        source: oneOf(...sources),
        riskLevel: RiskLevelSchema,
        ward: Maybe(Type.String({ maxLength: 60 })),
        birthYear: Maybe(Type.Integer({ minimum: 1900, maximum: 2200 })),
        worker: Maybe(Id),
        name: Line,
        concern: Prose,
        actions: Type.Array(fields({ what: Line, who: Id, due: IsoDate }), { maxItems: 20 }),
      }),
      decide(state, input, { today, newId }) {
        if (state) return refuse('cases.already-open');
        const { actions, ...opened } = input as OpenInput;
        if (actions.some(({ due }) => due < today)) return refuse('cases.due-in-the-past', {}, ['/actions']);
        return [
          { type: 'case-opened', ...opened, on: today },
          ...actions.map((action): CaseEvent => ({ type: 'action-added', action: newId(), ...action })),
        ];
      },
    },
    identify: {
      summary: 'Say which person of the registers the child of a case is',
      input: fields({ person: IdOf('people.person') }),
      decide(state, input, { actor }) {
        const { person } = input as { person: string };
        const refused = mayNow(state, 'identify');
        if (refused) return refused;
        if (state!.person && state!.person !== person) return refuse('cases.already-identified');
        return state!.person === person ? [] : [{ type: 'child-identified', person, by: actor.id }];
      },
    },
    assign: {
      summary: 'Give a case to another worker, or to nobody yet',
      input: fields({ worker: Maybe(Id) }),
      decide(state, input, { actor }) {
        const { worker } = input as { worker: string | null };
        return mayNow(state, 'assign') ?? (state!.worker === worker ? [] : [{ type: 'case-assigned', worker, by: actor.id }]);
      },
    },
    'change-risk': {
      summary: 'Change the level of risk, and say why',
      input: fields({ riskLevel: RiskLevelSchema, because: Prose }),
      decide(state, input) {
        const { riskLevel, because } = input as { riskLevel: RiskLevel; because: string };
        return mayNow(state, 'change-risk') ?? (state!.riskLevel === riskLevel ? [] : [{ type: 'risk-level-changed', riskLevel, because }]);
      },
    },
    'add-action': {
      summary: 'Say what is to be done, by whom and until when',
      input: fields({ action: Id, what: Line, who: Id, due: IsoDate }),
      decide(state, input, { today }) {
        const { action, what, who, due } = input as { action: string; what: string; who: string; due: string };
        const refused = mayNow(state, 'add-action');
        if (refused) return refused;
        if (due < today) return refuse('cases.due-in-the-past', {}, ['/due']);
        return state!.actions.some(({ id }) => id === action) ? [] : [{ type: 'action-added', action, what, who, due }];
      },
    },
    'settle-action': {
      summary: 'Say that an action was done, or is no longer needed',
      input: fields({ action: Id, how: oneOf('done', 'dropped'), note: Type.Optional(Prose) }),
      decide(state, input, { today }) {
        const { action, how, note } = input as { action: string; how: 'done' | 'dropped'; note?: string };
        const refused = mayNow(state, 'settle-action');
        if (refused) return refused;
        const known = state!.actions.find(({ id }) => id === action);
        if (!known) return refuse('cases.no-such-action', {}, ['/action']);
        if (how === 'dropped' && !note) return refuse('cases.say-why-dropped', {}, ['/note']);
        return known.settled ? [] : [{ type: 'action-settled', action, how, on: today, ...(note === undefined ? {} : { note }) }];
      },
    },
    'reopen-action': {
      summary: 'Say that an action is to be done after all',
      input: fields({ action: Id, because: Type.Optional(Prose) }),
      decide(state, input) {
        const { action, because } = input as { action: string; because?: string };
        const refused = mayNow(state, 'reopen-action');
        if (refused) return refused;
        const known = state!.actions.find(({ id }) => id === action);
        if (!known) return refuse('cases.no-such-action', {}, ['/action']);
        return known.settled ? [{ type: 'action-reopened', action, ...(because === undefined ? {} : { because }) }] : [];
      },
    },
    note: {
      summary: 'Write a note; a note is corrected by a further note, never overwritten',
      input: fields({ text: Prose }),
      decide: (state, input) => mayNow(state, 'note') ?? [{ type: 'noted', text: (input as { text: string }).text }],
    },
    close: {
      summary: 'Close a case with the reason; every action must be settled first',
      input: fields({ reason: oneOf(...closeReasons), summary: Prose }),
      decide(state, input, { today, actor }) {
        const refused = mayNow(state, 'close');
        if (refused) return refused;
        const open = openActions(state!).length;
        if (open > 0) return refuse('cases.actions-open', { open });
        const { reason, summary } = input as { reason: (typeof closeReasons)[number]; summary: string };
        return [{ type: 'case-closed', reason, on: today, by: actor.id, summary }];
      },
    },
    reopen: {
      summary: 'Open a closed case again, and say why',
      input: fields({ because: Prose }),
      decide: (state, input, { today }) =>
        mayNow(state, 'reopen') ?? [{ type: 'case-reopened', on: today, because: (input as { because: string }).because }],
    },
  },
});
