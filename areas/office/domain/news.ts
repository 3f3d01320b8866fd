import type { Role } from '../../../platform/decider/index.ts';
import { addressOfTask, type CaseState, isDangerous, type TaskKind } from '../../cases/domain/index.ts';

/** What somebody is told of a case. */
export const newsKinds = [
  'danger-found',
  ...['mentioned', 'flag-raised', 'flag-settled', 'case-given', 'case-taken', 'transfer-offered', 'transfer-accepted', 'transfer-declined'],
  ...['referral-answered', 'referral-asked', 'service-delivered', 'referral-completed', 'referral-ended', 'approval-given', 'action-given'],
  ...[
    'visit-made',
    'noted',
    'risk-changed',
    'emergency-access-taken',
    'emergency-access-reviewed',
    'emergency-reviewed',
    'basis-reviewed',
    'case-closed',
    'case-reopened',
  ],
] as const;
type NoticeKind = (typeof newsKinds)[number];

/** The kind of task whose page of the case a notice leads to; the others lead to its first. */
const tasksOfNews: Partial<Record<NoticeKind, TaskKind>> = {
  'danger-found': 'act-now',
  'transfer-offered': 'transfer',
  'transfer-accepted': 'transfer',
  'transfer-declined': 'transfer',
  'referral-answered': 'referral-answer',
  'referral-asked': 'referral-question',
  'service-delivered': 'referral-outcome',
  'referral-completed': 'referral-outcome',
  'referral-ended': 'referral-outcome',
  'approval-given': 'approval',
  'visit-made': 'visit',
  'emergency-reviewed': 'emergency-review',
  'basis-reviewed': 'basis-review',
};
/** The address to which a notice of a case leads. */
export const pageOfNews = (id: string, kind: NoticeKind): string => addressOfTask(id, tasksOfNews[kind] ?? 'action');

/** An event as far as it says who is told. */
interface RecordedEvent {
  readonly position: number;
  readonly type: string;
  readonly actor: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface Notice {
  readonly position: number;
  /** A user, or everybody who holds a role at that moment. */
  readonly to: string | { readonly role: Role };
  readonly by: string;
  readonly kind: NoticeKind;
}

/** What the case's worker is told, where another did it. */
const ofTheWorker: Readonly<Record<string, NoticeKind>> = {
  'flag-raised': 'flag-raised',
  'referral-answered': 'referral-answered',
  'referral-asked': 'referral-asked',
  'service-delivered': 'service-delivered',
  'referral-completed': 'referral-completed',
  'partner-lost': 'referral-ended',
  'sharing-stopped': 'referral-ended',
  'approval-given': 'approval-given',
  'transfer-declined': 'transfer-declined',
  'visit-made': 'visit-made',
  noted: 'noted',
  'risk-level-changed': 'risk-changed',
  'emergency-access-taken': 'emergency-access-taken',
  'emergency-reviewed': 'emergency-reviewed',
  'basis-reviewed': 'basis-reviewed',
  'case-closed': 'case-closed',
  'case-reopened': 'case-reopened',
};

/** Whether a child was found to be in danger: the case's worker and every supervisor are told. */
function isDanger({ type, fields: { alarm, alarms, how, carer, assessments } }: RecordedEvent): boolean {
  // What raises an alarm that did not stand before says so itself: the state of that time is not known here.
  if (alarm !== undefined) return alarm === true;
  if (type === 'questionnaire-answered') return Array.isArray(alarms) && alarms.length > 0;
  if (type === 'carer-suspected' || (type === 'suspect-linked' && (carer ?? assessments) !== undefined)) return true;
  return type === 'child-left' && isDangerous({ kind: 'away', reason: String(how) });
}

/** The person whose request an event answers, who is told of it too. Read from what never changes, so that a rebuild gives the same. */
function askedFor(
  state: CaseState,
  type: string,
  f: RecordedEvent['fields'],
): readonly [to: string | undefined, kind: NoticeKind] | undefined {
  const of = <One extends { readonly id: string }>(all: readonly One[], id: unknown) => all.find((one) => one.id === id);
  switch (type) {
    case 'flag-settled':
      return [of(state.flags, f['flag'])?.by, type];
    case 'transfer-accepted':
    case 'transfer-declined':
      return [of(state.transfers, f['transfer'])?.by, type];
    case 'referral-answered':
    case 'referral-asked':
    case 'referral-completed':
      return [of(state.referrals, f['referral'])?.by, type];
    case 'approval-given':
      return [of(state.approvals, f['approval'])?.askedBy, type];
    case 'emergency-access-reviewed':
      return [of(state.emergencyAccess, f['access'])?.by, type];
    case 'emergency-reviewed':
      return [of(state.consents.emergencies, f['emergency'])?.by, type];
    case 'basis-reviewed':
      return [of(state.bases, f['basis'])?.by, type];
    default:
      return undefined;
  }
}

/** Who had the case before these events, the last of which led to `state`. */
function workerBefore(state: CaseState, events: readonly RecordedEvent[]): string | null {
  if (events[0]?.type === 'case-opened') return null;
  const moved = events.find(({ type }) => type === 'case-assigned');
  return moved ? ((moved.fields['from'] as string | null | undefined) ?? null) : state.worker;
}

/**
 * Who is told what of these events, oldest first: each person at most once of an event, and nobody of what they did themselves (whoever is
 * told for a role is left out of it where the notice is read). `events` are those that led to `state`: some of the last, or all from the first.
 */
export function noticesOf(state: CaseState, events: readonly RecordedEvent[]): readonly Notice[] {
  let worker = workerBefore(state, events);
  return events.flatMap((event) => {
    const { position, type, actor, fields: f } = event;
    const found = new Map<string, NoticeKind>();
    // What concerns somebody most is said first and stays.
    const notify = (to: unknown, kind: NoticeKind) => typeof to === 'string' && !found.has(to) && found.set(to, kind);
    for (const mentioned of (f['mentions'] as readonly string[] | undefined) ?? []) notify(mentioned, 'mentioned');
    if (type === 'case-opened' || type === 'case-assigned') {
      const before = worker;
      worker = (f['worker'] as string | null | undefined) ?? null;
      // Of a leave all are told at once, on their first page: of each case would be a thousand notices.
      const told = worker !== before && f['leave'] === undefined;
      if (told) notify(worker, 'case-given');
      if (told) notify(before, 'case-taken');
    }
    if (type === 'transfer-offered') notify(f['to'], type);
    if (type === 'action-added') notify(f['who'], 'action-given');
    const asked = askedFor(state, type, f);
    if (asked) notify(...asked);
    if (ofTheWorker[type]) notify(worker, ofTheWorker[type]);
    const inDanger = isDanger(event);
    if (inDanger) notify(worker, 'danger-found');
    found.delete(actor);
    const told = [...found].map(([to, kind]): Notice => ({ position, to, by: actor, kind }));
    return inDanger ? [...told, { position, to: { role: 'supervisor' }, by: actor, kind: 'danger-found' }] : told;
  });
}
