import { Type } from 'typebox';
import {
  addDays,
  type Command,
  consult,
  field,
  fields,
  IdOf,
  Maybe,
  type Refusal,
  refuse,
  without,
} from '../../../../platform/decider/index.ts';
import { type CityState, WorkerId } from '../../../accounts/domain/index.ts';
import { command } from '../command.ts';
import { Mentions } from '../flags/mentions.ts';
import { type Limits, limitsConsulted, limitsNow } from '../limits.ts';
import { dangerKey, dangersOf } from '../safety/danger.ts';
import { childSeenOn } from '../safety/seen.ts';
import type { ActionAdded } from '../state/actions.ts';
import type { CaseState, RiskLevel, Slices } from '../state/case.ts';
import { type FileEvent, fileEvents } from '../state/file.ts';
import { afterClosing } from './approvals.ts';

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
      const { person, name, ward, born, source, riskLevel, worker, on, firstDue = null, country = null } = event;
      const plan = { ...slices.plan, assessmentDue: event.assessmentDue ?? null, planDue: event.planDue ?? null };
      const now = {
        status: 'open',
        double: false,
        lent: [],
        openedOn: on,
        closedOn: null,
        closeReason: null,
        closedUnseen: false,
        dangersAtClosing: [],
      } as const;
      return { ...slices, plan, ...now, person, sealedFor: person, name, ward, born, source, riskLevel, worker, firstDue, country };
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
      return {
        ...state!,
        ...{ status: 'closed', lent: [], closedOn: event.on, closeReason: event.reason, closedUnseen: event.seen === 'no' },
        dangersAtClosing: dangersOf(state!).map(dangerKey),
        approvals: afterClosing(state!.approvals),
      };
    case 'case-reopened':
      return { ...state!, status: 'open', closedOn: null, closeReason: null, closedUnseen: false, dangersAtClosing: [] };
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
    ...without(fileEvents['case-opened'], 'on', 'country', 'firstDue', 'assessmentDue', 'planDue').properties,
    person: Maybe(IdOf('people.person')),
    worker: Maybe(WorkerId),
    actions: Type.Array(fields({ what: field.line, who: WorkerId, due: field.coming }), { maxItems: 20 }),
  }),
  consults: () => [limitsConsulted, { kind: 'accounts.city' }],
  decide(_, { actions, ...file }, context) {
    const { today, newId } = context;
    const country = consult<CityState>(context, 'accounts.city')?.country;
    return [
      { type: 'case-opened', ...file, on: today, ...(country ? { country } : {}), ...dueDays(limitsNow(context), file.riskLevel, today) },
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
      input: fileEvents['person-followed'],
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
      input: fileEvents['risk-level-changed'],
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
      input: without(fileEvents['case-closed'], 'on', 'by', 'seen'),
      decide(state, { reason, summary }, { today, actor }) {
        const [hindrance] = hindrances(state, reason, today);
        if (hindrance) return refuse(hindrance.refused, hindrance.params, hindrance.fields);
        return [{ type: 'case-closed', reason, on: today, by: actor.id, summary, seen: childSeenOn(state) === null ? 'no' : 'yes' }];
      },
    }),
    reopen: command({
      summary: 'Open a closed case again, and say why',
      in: ['closed'],
      by: 'supervisor',
      input: without(fileEvents['case-reopened'], 'on'),
      decide: (_, input, { today }) => [{ type: 'case-reopened', on: today, because: input.because }],
    }),
  }) satisfies Readonly<Record<string, Command<CaseState, FileEvent>>>;
