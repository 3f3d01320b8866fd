import { type Actor, type Command, defineRecord, type EventOf, type Grant, hasRole } from '../../../platform/decider/index.ts';
import { answersPart } from '../../forms/domain/index.ts';
import { justicePart } from '../../justice/domain/index.ts';
import { bases } from './bases/bases.ts';
import { childOf } from './childOf.ts';
import { flags } from './flags/flags.ts';
import type { MayRead, Reader } from './flags/mentions.ts';
import { takenLate, tellsDanger } from './late.ts';
import { feedback, hasWordForOfficer } from './leaving/feedback.ts';
import { leavingCare } from './leaving/leavingCare.ts';
import { type CasePart, type Hindrance, mentioning, type Task } from './part.ts';
import { actions } from './parts/actions.ts';
import { approvals } from './parts/approvals.ts';
import { bestInterests } from './parts/bestInterests.ts';
import { closing } from './parts/closing.ts';
import { conferences } from './parts/conferences.ts';
import { consents } from './parts/consents.ts';
import { dangers } from './parts/dangers.ts';
import { emergencyAccess, openedTo } from './parts/emergencyAccess.ts';
import { evolveFile, fileCommands, open } from './parts/file.ts';
import { followUp } from './parts/followUp.ts';
import { identification } from './parts/identification.ts';
import { lending } from './parts/lending.ts';
import { links } from './parts/links.ts';
import { papers } from './parts/papers.ts';
import { placements } from './parts/placements.ts';
import { plan } from './parts/plan.ts';
import { referrals } from './parts/referrals.ts';
import { safeguards } from './parts/safeguards.ts';
import { transfers } from './parts/transfers.ts';
import { mayInterviewOnFacts } from './safety/consentFor.ts';
import type { CaseState, Slices } from './state/case.ts';
import { type FileEvent, fileEvents } from './state/file.ts';

/** The parts of a case: what it has is this list. */
const parts = {
  dangers,
  actions,
  plan,
  conferences,
  followUp,
  bestInterests,
  consents,
  bases,
  placements,
  safeguards,
  answers: answersPart<CaseState>(mayInterviewOnFacts),
  identification,
  referrals,
  transfers,
  papers,
  emergencyAccess,
  links,
  justice: justicePart<CaseState>(childOf),
  flags,
  leavingCare,
  feedback,
  closing,
  // What else stands in the way of a closing is said before that nobody approved it.
  approvals,
};
const partList = Object.values(parts) as unknown as readonly CasePart[];

type PartsEvents = { [K in keyof typeof parts]: EventOf<(typeof parts)[K]['events']> }[keyof typeof parts];
export type CaseEvent = FileEvent | PartsEvents;

type AllOf<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void ? All : never;
/** What may be done to a case, each command with the type of its input. */
type Commands = { readonly open: typeof open } & ReturnType<typeof fileCommands> &
  typeof lending &
  AllOf<(typeof parts)[keyof typeof parts]['commands']>;

/** Whose a task is now: what somebody was to do who is away is done by who has the case meanwhile. */
function doerOf({ who, role }: Task, { worker, lent }: CaseState): string | null {
  if (role) return null;
  return who === null || lent.some(({ of }) => of === who) ? worker : who;
}

/** What waits in a case, what is due first at the top; in a closed one, what nobody has answered of the help that was given. */
export const tasksOf = (state: CaseState): readonly Task[] =>
  partList
    .filter(({ waitsWhenClosed }) => state.status === 'open' || waitsWhenClosed)
    .flatMap((part) => part.tasks?.(state) ?? [])
    .map((task) => ({ ...task, who: doerOf(task, state) }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1));

/** What stands in the way of closing a case for that reason, each with its way out; nothing: it may be closed. */
export const hindrances = (state: CaseState, reason: string, today: string): readonly Hindrance[] =>
  partList.flatMap(({ hinders, page = null }) => (hinders?.(state, reason, today) ?? []).map((one) => ({ page, ...one })));

/** Who works on a case now: its worker, those who have something to do in it, and whose it is when they are back. */
const teamOf = (state: CaseState): string[] =>
  [...new Set([state.worker, ...tasksOf(state).map(({ who }) => who), ...state.lent.map(({ of }) => of)])].filter((id) => id !== null);

const grants = {
  // Whoever took emergency access, until that instant: reads, writes down what was done, raises flags.
  reader: {
    roles: ['case-worker'],
    fixed: true,
    where: ({ id }, _, now) => ({ openedTo: { $elemMatch: { who: id, until: { $gt: now } } } }),
  },
  // Whoever has something to do in a colleague's case, too.
  team: { roles: ['case-worker'], fixed: true, where: ({ id }) => ({ team: { $all: [id] } }), includes: ['reader'] },
  worker: { roles: ['case-worker'], fixed: true, where: ({ id }) => ({ worker: id }), includes: ['team'] },
  supervisor: { roles: ['supervisor'], fixed: true, includes: ['worker'] },
  // A complaint about a supervisor has somebody to answer it where there is no other.
  officer: { roles: ['data-protection-officer'], fixed: true, where: () => ({ wordForOfficer: true }) },
  // Any case worker of the city, on whichever case.
  'case-worker': { roles: ['case-worker'] },
} as const satisfies Readonly<Record<string, Grant>>;

const holds = ({ roles }: Grant, reader: Reader) => roles.some((role) => reader.roles.includes(role));
/**
 * Whether a case is open to somebody now: what the grants say, of one who does not ask themselves. Their conditions are said again here, since
 * the domain does not match rules (CASL does); a test holds both together. No city changes these grants.
 */
export const mayRead: MayRead = (state, reader, now) =>
  reader.active &&
  (holds(grants.supervisor, reader) ||
    (holds(grants.team, reader) && teamOf(state).includes(reader.id)) ||
    (holds(grants.reader, reader) && openedTo(state).some(({ who, until }) => who === reader.id && until > now)));

/** Whether somebody works on a case who has one of these grants in it. */
const holdsIn = (state: CaseState, actor: Actor, by: string | readonly string[]): boolean =>
  hasRole(actor, 'supervisor') || (by === 'worker' ? state.worker === actor.id : teamOf(state).includes(actor.id));

const commands: Readonly<Record<string, Command<CaseState, CaseEvent>>> = Object.assign(
  {},
  fileCommands(hindrances),
  lending,
  ...partList.map((part) => part.commands),
);

const initial = Object.fromEntries(partList.map(({ slice, initial }) => [slice, initial])) as unknown as Slices;
const evolvers = new Map(
  partList.flatMap(({ slice, evolve }) =>
    Object.entries(evolve).map(([type, step]) => [
      type,
      { slice, step: step as (slice: unknown, event: CaseEvent, state: CaseState) => unknown },
    ]),
  ),
);

export const caseRecord = defineRecord<CaseState, CaseEvent>()({
  kind: 'cases.case',
  events: Object.assign({}, fileEvents, ...partList.map(({ events }) => events)),
  // A case of a known person is sealed under that person's key, so that erasing the child erases the case.
  subject: (first) => (first.type === 'case-opened' ? (first.person ?? undefined) : undefined),
  facts: (state) => ({
    status: state.status,
    worker: state.worker,
    team: teamOf(state),
    openedTo: openedTo(state),
    ward: state.ward,
    riskLevel: state.riskLevel,
    wordForOfficer: hasWordForOfficer(state),
  }),
  refusals: { existing: 'cases.already-open', open: 'cases.not-closed', closed: 'cases.closed' },
  grants,
  acts: { read: 'reader', print: 'worker', 'take-in': 'supervisor' },
  evolve(state, event) {
    const evolver = evolvers.get(event.type);
    if (!evolver) return evolveFile(state, event as FileEvent, initial);
    const { slice, step } = evolver;
    return { ...state!, [slice]: step(state![slice], event, state!) } as CaseState;
  },
  commands: {
    open,
    ...Object.fromEntries(
      Object.entries(commands).map(([name, command]) => [
        name,
        mentioning(tellsDanger.includes(name) ? takenLate(command, holdsIn) : command, mayRead),
      ]),
    ),
  } as unknown as Commands,
});
