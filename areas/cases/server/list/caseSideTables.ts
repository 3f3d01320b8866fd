import { Type } from 'typebox';
import { Id, IsoDate, Maybe } from '../../../../platform/decider/index.ts';
import { sideTables } from '../../../../platform/lists/server/sideTables.ts';
import { sqlColumn } from '../../../../platform/lists/server/table.ts';
import { phoneKey, searchPurpose } from '../../../people/domain/index.ts';
import {
  type BasisKind,
  type CaseState,
  doNotCallNumbers,
  lastingBases,
  objectsOf,
  type PastSign,
  pastOf,
  tasksOf,
} from '../../domain/index.ts';
import { readersOf } from '../reach.ts';

/** A case opened in error says nothing of a child. */
const isMeant = ({ closeReason }: CaseState) => closeReason !== 'opened-in-error';

/** The tables beside the rows of cases. Prose stays in the case. */
export const caseSideTables = sideTables<CaseState>()('case_id', {
  // Who reads a case for what they are or were to it; whether they may now, the rules say.
  cases_reach: {
    columns: { who: Id },
    key: 'who, case_id',
    indexes: { case: 'city, case_id' },
    rows: ({ state, facts }) => readersOf(state, facts['team'] as readonly string[]).map((who) => ({ who })),
  },
  // What waits in open cases.
  cases_task: {
    columns: {
      id: Id,
      kind: Type.String(),
      // Null where nobody has the case yet, or where it is for whoever holds a role.
      who: Maybe(Id),
      role: Maybe(Type.String()),
      // Of the holders of the role, who may not do it.
      notFor: Type.Array(Id),
      due: IsoDate,
      // The case's worker: what the rules ask of a case stands here too. Whether it is the first of its kind in the case.
      worker: Maybe(Id),
      first: Type.Boolean(),
    },
    // Ids come from who makes a thing: of two kinds they may be the same.
    key: 'case_id, kind, id',
    indexes: {
      who: 'city, who, due',
      due: 'create index cases_task_due on cases_task (city, due) include (kind, role, worker, first)',
      role: 'create index cases_task_role on cases_task (city, role, due) where role is not null',
    },
    rows({ state }) {
      const { worker } = state;
      const waiting = tasksOf(state);
      const isFirst = (task: (typeof waiting)[number]) => waiting.find(({ kind }) => kind === task.kind) === task;
      return waiting.map((task) => ({ ...task, role: task.role ?? null, notFor: [...(task.not ?? [])], worker, first: isFirst(task) }));
    },
  },
  cases_emergency_access: {
    columns: {
      id: Id,
      // The case's worker, who is told.
      worker: Maybe(Id),
      openedBy: Id,
      at: sqlColumn('timestamptz'),
      until: sqlColumn('timestamptz'),
      reviewDue: IsoDate,
      // Null until a supervisor has looked at it.
      justified: Maybe(Type.Boolean()),
      reviewedBy: Maybe(Id),
      reviewedOn: Maybe(IsoDate),
    },
    key: 'case_id, id',
    indexes: {
      waits: 'create index cases_emergency_access_waits on cases_emergency_access (city, review_due) where justified is null',
      at: 'city, at',
    },
    rows: ({ state: { emergencyAccess, worker } }) =>
      emergencyAccess.map(({ by, review, ...one }) => ({
        ...one,
        ...{ worker, openedBy: by, justified: review?.justified ?? null, reviewedBy: review?.by ?? null, reviewedOn: review?.on ?? null },
      })),
  },
  // What was said about the work of supervisors: for who may answer it and does not read cases; never for whom it is about.
  cases_complaint: {
    columns: { id: Id, about: Maybe(Id), notFor: Type.Array(Id), answerBy: IsoDate, answeredOn: Maybe(IsoDate) },
    key: 'case_id, id',
    indexes: { waits: 'create index cases_complaint_waits on cases_complaint (city, answer_by) where answered_on is null' },
    rows: ({ state }) =>
      state.feedback
        .filter(({ ofSupervisor }) => ofSupervisor)
        .map((one) => ({
          ...{ id: one.id, about: one.about, notFor: [...objectsOf(state, one)], answerBy: one.answerBy },
          answeredOn: one.answered?.on ?? null,
        })),
  },
  cases_flag: {
    columns: {
      id: Id,
      reason: Type.String(),
      raisedBy: Id,
      raisedOn: IsoDate,
      due: Maybe(IsoDate),
      // Null until it is settled.
      settledBy: Maybe(Id),
      settledOn: Maybe(IsoDate),
    },
    key: 'case_id, id',
    indexes: { raised: 'city, raised_by, settled_on' },
    rows: ({ state: { flags } }) =>
      flags.map(({ by, on, settled, ...one }) => ({
        ...one,
        ...{ raisedBy: by, raisedOn: on, settledBy: settled?.by ?? null, settledOn: settled?.on ?? null },
      })),
  },
  // On what acts may rest without consent, between which days as far as is known now.
  cases_basis: {
    columns: { id: Id, kind: Type.Unsafe<BasisKind>(Type.String()), since: IsoDate, lasts: IsoDate },
    key: 'case_id, id',
    indexes: { lasts: 'city, lasts' },
    rows: ({ state }) => lastingBases(state),
  },
  // Open cases that are with a substitute, because of which leave and whose they are.
  cases_lent: {
    columns: { leave: Id, of: Id },
    key: 'leave, case_id',
    indexes: { case: 'city, case_id' },
    rows: ({ state }) => state.lent,
  },
  // What cases say of a child for the time after them, and of what happened meanwhile.
  cases_past: {
    columns: { person: Id, sign: Type.Unsafe<PastSign>(Type.String()), on: IsoDate },
    key: 'case_id, sign',
    indexes: { person: 'city, person' },
    rows: ({ state }) => {
      const { person } = state;
      return person ? pastOf(state).map((one) => ({ person, ...one })) : [];
    },
  },
  // Children whose home must not be called, and so nobody of their household: whatever page would show a number asks here first. It
  // outlives the case's closing.
  cases_safe_contact: {
    columns: { person: Id },
    key: 'case_id',
    indexes: { person: 'city, person' },
    rows: ({ state }) => (isMeant(state) && state.safeguards.contact?.notAtHome && state.person ? [{ person: state.person }] : []),
  },
  // Numbers of grown-ups who must not be called, as blind keys: whoever else has the number, it is not shown there either.
  cases_do_not_call: {
    columns: { token: Type.Unsafe<bigint>({ sqlType: 'bigint' }) },
    key: 'token, case_id',
    indexes: { case: 'city, case_id' },
    rows: ({ city, state }, sealing) =>
      isMeant(state) ? doNotCallNumbers(state).map((number) => ({ token: sealing.blind(city, searchPurpose, phoneKey(number)) })) : [],
  },
});
