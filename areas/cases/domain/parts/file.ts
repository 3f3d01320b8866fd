import { Type } from 'typebox';
import {
  addDays,
  BornSchema,
  type Command,
  coded,
  type EventOf,
  field,
  fields,
  Id,
  IdOf,
  identity,
  Maybe,
  type Refusal,
  refuse,
  shown,
} from '../../../../platform/decider/index.ts';
import { WorkerId } from '../../../accounts/domain/index.ts';
import { closeReasons, riskLevels, sources } from '../choices.ts';
import { command } from '../command.ts';
import { Mentions, mentionsKept } from '../flags/mentions.ts';
import { type Limits, limitsConsulted, limitsNow } from '../limits.ts';
import type { ActionAdded } from '../state/actions.ts';
import type { CaseState, RiskLevel, Slices } from '../state/case.ts';

const opened = {
  person: field.idOrNone,
  source: field.choice(sources),
  riskLevel: field.word('risk', riskLevels),
  ward: coded(Maybe(Type.String({ maxLength: 60 }))),
  born: identity(Maybe(BornSchema)),
  worker: field.idOrNone,
  name: field.name,
  concern: field.prose,
};

/** The file itself: whose it is, who has it, how grave it is, whether it is open. */
export const fileEvents = {
  'case-opened': fields({
    ...opened,
    on: field.date,
    /** Until when something must have been done, by the city's limits. */
    firstDue: field.dateIfAny,
    assessmentDue: field.dateIfAny,
    planDue: field.dateIfAny,
  }),
  'child-identified': fields({ person: field.id, by: field.id }),
  'person-followed': fields({ from: field.id, person: field.id, double: field.yes }),
  'case-assigned': fields({
    worker: coded(Maybe(Id), shown.user),
    by: field.id,
    /** Who had it; left out in files from before it was kept. */
    from: coded(Type.Optional(Maybe(Id))),
    /** Lent because of that leave or, where it was lent because of it already, given back. */
    leave: field.idIfAny,
  }),
  'case-kept': fields({ leave: field.id, by: field.id }),
  'risk-level-changed': fields({ riskLevel: opened.riskLevel, because: field.prose }),
  noted: fields({ mentions: mentionsKept, text: field.prose }),
  'case-closed': fields({ reason: field.word('close-reason', closeReasons), on: field.date, by: field.id, summary: field.prose }),
  'case-reopened': fields({ on: field.date, because: field.prose }),
};
export type FileEvent = EventOf<typeof fileEvents>;

/** Because of which leaves a case is with a substitute, after it moved. */
function lentAfter({ lent, worker }: CaseState, leave: string | undefined): CaseState['lent'] {
  if (leave === undefined || worker === null) return [];
  const at = lent.findIndex((one) => one.leave === leave);
  return at < 0 ? [...lent, { leave, of: worker }] : lent.slice(0, at);
}

/** The case after an event of the file itself; `slices` are what the parts begin with. */
export function evolveFile(state: CaseState | undefined, event: FileEvent, slices: Slices): CaseState {
  switch (event.type) {
    case 'case-opened': {
      const { person, name, ward, born, source, riskLevel, worker, on, firstDue = null } = event;
      const plan = { ...slices.plan, assessmentDue: event.assessmentDue ?? null, planDue: event.planDue ?? null };
      const now = { status: 'open', double: false, lent: [], openedOn: on, closedOn: null, closeReason: null } as const;
      return { ...slices, plan, ...now, person, sealedFor: person, name, ward, born, source, riskLevel, worker, firstDue };
    }
    case 'child-identified':
      return { ...state!, person: event.person };
    case 'person-followed':
      return { ...state!, person: event.person, double: event.double };
    case 'case-assigned':
      return { ...state!, worker: event.worker, lent: lentAfter(state!, event.leave) };
    case 'case-kept':
      return { ...state!, lent: state!.lent.filter(({ leave }) => leave !== event.leave) };
    case 'risk-level-changed':
      return { ...state!, riskLevel: event.riskLevel };
    case 'noted':
      return state!;
    case 'case-closed':
      return { ...state!, status: 'closed', lent: [], closedOn: event.on, closeReason: event.reason };
    case 'case-reopened':
      return { ...state!, status: 'open', closedOn: null, closeReason: null };
  }
}

/** Until when something must be done first, needs be assessed and a plan be made, in a case opened on that day. */
const dueDays = ({ values }: Limits, level: RiskLevel, today: string) => ({
  firstDue: addDays(today, { high: values.actionDaysHigh, medium: values.actionDaysMedium, low: values.actionDaysLow }[level]),
  assessmentDue: addDays(today, values.assessmentDays),
  planDue: addDays(today, values.planDays),
});

/** Opens a case: the one command on a case that is not there yet. */
export const open = command({
  summary: 'Open a case for a child, with the concern, a worker and the first actions',
  in: 'new',
  by: 'worker',
  input: fields({
    ...opened,
    person: Maybe(IdOf('people.person')),
    worker: Maybe(WorkerId),
    actions: Type.Array(fields({ what: field.line, who: WorkerId, due: field.coming }), { maxItems: 20 }),
  }),
  consults: () => [limitsConsulted],
  decide(_, { actions, ...file }, context) {
    const { today, newId } = context;
    return [
      { type: 'case-opened', ...file, on: today, ...dueDays(limitsNow(context), file.riskLevel, today) },
      ...actions.map((action): ActionAdded => ({ type: 'action-added', action: newId(), ...action })),
    ];
  },
}) satisfies Command<CaseState, FileEvent | ActionAdded>;

/** What may be done to the file itself; `hindrances` says what stands in the way of closing it. */
export const fileCommands = (hindrances: (state: CaseState, reason: string, today: string) => readonly Refusal[]) =>
  ({
    identify: command({
      summary: 'Say which person of the registers the child of a case is',
      by: 'worker',
      input: fields({ person: IdOf('people.person') }),
      decide(state, { person }, { actor }) {
        if (state.person && state.person !== person) return refuse('cases.already-identified');
        return state.person === person ? [] : [{ type: 'child-identified', person, by: actor.id }];
      },
    }),
    'follow-person': command({
      summary: 'Follow a person whose rows were taken up by another; `double` where that one has an open case already',
      in: ['open', 'closed'],
      by: 'system',
      input: fields({ from: field.id, person: field.id, double: Type.Boolean() }),
      decide(state, { from, person, double }) {
        return state.person === from && from !== person ? [{ type: 'person-followed', from, person, double }] : [];
      },
    }),
    assign: command({
      summary: 'Give a case to another worker, or to nobody yet',
      by: 'supervisor',
      input: fields({ worker: Maybe(WorkerId) }),
      decide(state, { worker }, { actor }) {
        // Whoever has it for a colleague who is away is given it for good.
        return state.worker === worker && state.lent.length === 0
          ? []
          : [{ type: 'case-assigned', worker, by: actor.id, from: state.worker }];
      },
    }),
    'change-risk': command({
      summary: 'Change the level of risk, and say why',
      by: 'worker',
      input: fields({ riskLevel: opened.riskLevel, because: field.prose }),
      decide(state, { riskLevel, because }) {
        return state.riskLevel === riskLevel ? [] : [{ type: 'risk-level-changed', riskLevel, because }];
      },
    }),
    note: command({
      summary: 'Write a note; a note is corrected by a further note, never overwritten',
      in: ['open', 'closed'],
      by: 'reader',
      input: fields({ text: field.prose, mentions: Mentions }),
      decide: (_, input) => [{ type: 'noted', ...input }],
    }),
    close: command({
      summary: 'Close a case with the reason, when nothing stands in the way any more',
      by: 'worker',
      input: fields({ reason: field.choice(closeReasons), summary: field.prose }),
      decide(state, { reason, summary }, { today, actor }) {
        const [hindrance] = hindrances(state, reason, today);
        return hindrance ?? [{ type: 'case-closed', reason, on: today, by: actor.id, summary }];
      },
    }),
    reopen: command({
      summary: 'Open a closed case again, and say why',
      in: ['closed'],
      by: 'supervisor',
      input: fields({ because: field.prose }),
      decide: (_, input, { today }) => [{ type: 'case-reopened', on: today, because: input.because }],
    }),
  }) satisfies Readonly<Record<string, Command<CaseState, FileEvent>>>;
