import { type Command, type Consulted, consult, fields, IdOf, refuse } from '../../../../platform/decider/index.ts';
import { mayWork, type UserState, userRecord, WorkerId } from '../../../accounts/domain/index.ts';
import { command } from '../command.ts';
import type { CaseState } from '../state/case.ts';
import type { FileEvent } from '../state/file.ts';

/** The record of a leave, which the office keeps, as far as a case needs it. */
export const leaveKind = 'office.leave';
export interface Leave {
  readonly worker: string;
  readonly from: string;
  readonly until: string;
  readonly to: readonly string[];
  readonly ended: string | null;
}

const LeaveId = IdOf(leaveKind);
const leaveConsulted = (id: string): Consulted => ({ kind: leaveKind, id });
const lentBy = (state: CaseState, leave: string) => state.lent.find((one) => one.leave === leave);

/** A case that is with a substitute while its worker is away, and comes back to them. */
export const lending = {
  lend: command({
    summary: 'Give a case to a substitute while its worker is away',
    by: 'supervisor',
    input: fields({ leave: LeaveId, to: WorkerId }),
    consults: ({ leave }: { leave: string }) => [leaveConsulted(leave)],
    decide(state, { leave, to }, context) {
      const known = consult<Leave>(context, leaveKind, leave);
      if (!known || known.ended) return refuse('cases.leave-ended', {}, ['/leave']);
      if (lentBy(state, leave)) return [];
      if (context.today < known.from) return refuse('cases.leave-not-yet', { day: known.from }, ['/leave']);
      if (state.worker !== known.worker) return refuse('cases.not-his-case');
      if (!known.to.includes(to)) return refuse('cases.not-a-substitute', {}, ['/to']);
      return [{ type: 'case-assigned', worker: to, by: context.actor.id, from: state.worker, leave }];
    },
  }),
  'give-back': command({
    summary: 'Give a case back to its worker, who was away',
    by: 'supervisor',
    input: fields({ leave: LeaveId }),
    consults: ({ leave }: { leave: string }, state?: CaseState) =>
      (state?.lent ?? []).filter((one) => one.leave === leave).map(({ of }) => ({ kind: userRecord.kind, id: of })),
    decide(state, { leave }, context) {
      const lent = lentBy(state, leave);
      if (!lent) return [];
      const { active = false, roles = [] } = consult<UserState>(context, userRecord.kind, lent.of) ?? {};
      return mayWork({ active, roles }) ?? [{ type: 'case-assigned', worker: lent.of, by: context.actor.id, from: state.worker, leave }];
    },
  }),
  keep: command({
    summary: 'Leave a case for good with who had it while its worker was away',
    by: 'supervisor',
    input: fields({ leave: LeaveId }),
    decide(state, { leave }, { actor }) {
      return lentBy(state, leave) ? [{ type: 'case-kept', leave, by: actor.id }] : [];
    },
  }),
} satisfies Readonly<Record<string, Command<CaseState, FileEvent>>>;
