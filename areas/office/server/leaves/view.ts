import type { Tx } from '../../../../platform/database/pool.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import { ListTable } from '../../../../platform/lists/server/table.ts';
import { stillLent } from '../../../cases/server/readers.ts';
import { Leave, type LeaveState, leaveRecord } from '../../domain/index.ts';

export const leaveTable = new ListTable({
  name: 'office_leave',
  columns: Leave.properties,
  indexes: { one: 'create unique index office_leave_one on office_leave (city, worker) where ended is null' },
});

/** Who is away, and until when. */
export const leaves = leaveTable.view<LeaveState>({
  name: 'office.leaves',
  kind: leaveRecord.kind,
  revision: 2,
  row: (state) => state,
  refusals: { office_leave_one: 'office.leave-already' },
  // While a case is lent the leave is not over, whoever says so.
  async guard(tx, changes) {
    const over = changes.filter(({ state }) => (state as LeaveState).ended !== null).map(({ id }) => id);
    const n = over.length > 0 ? await stillLent(tx, over) : 0;
    return n > 0 ? refuse('office.leave-not-over', { n }) : undefined;
  },
});

/** The leave of everybody who is away on a day or will be. */
export async function awayFrom(tx: Tx, day: string): Promise<ReadonlyMap<string, { readonly from: string; readonly until: string }>> {
  const { rows } = await tx.query<{ worker: string; from: string; until: string }>(
    'select worker, "from", until from office_leave where city = $1 and ended is null and until >= $2 order by "from" desc',
    [tx.city, day],
  );
  return new Map(rows.map(({ worker, ...time }) => [worker, time]));
}
