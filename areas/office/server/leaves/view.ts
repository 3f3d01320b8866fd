import { refuse } from '../../../../platform/decider/index.ts';
import type { View } from '../../../../platform/ledger/view.ts';
import { stillLent } from '../../../cases/server/readers.ts';
import { type LeaveState, leaveRecord } from '../../domain/index.ts';

/** Who is away, and until when. */
export const leaves: View = {
  name: 'office.leaves',
  ddl: `create table office_leave (
  city integer not null,
  id uuid not null,
  worker uuid not null,
  from_day date not null,
  until_day date not null,
  substitutes uuid[] not null,
  -- The cases that were chosen; null: all.
  cases uuid[],
  ended text,
  primary key (city, id)
);
create unique index office_leave_one on office_leave (city, worker) where ended is null;`,
  tables: ['office_leave'],
  kinds: [leaveRecord.kind],
  revision: 1,
  refusals: { office_leave_one: 'office.leave-already' },
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const { worker, from, until, to, cases, ended } = state as LeaveState;
      await tx.query(
        `insert into office_leave (city, id, worker, from_day, until_day, substitutes, cases, ended) values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (city, id) do update set until_day = excluded.until_day, ended = excluded.ended`,
        [city, id, worker, from, until, to, cases, ended],
        { name: 'office-leave' },
      );
    }
  },
  // While a case is lent the leave is not over, whoever says so.
  async guard(tx, changes) {
    const over = changes.filter(({ state }) => (state as LeaveState).ended !== null).map(({ id }) => id);
    if (over.length === 0) return undefined;
    const n = await stillLent(tx, over);
    return n > 0 ? refuse('office.leave-not-over', { n }) : undefined;
  },
};
