import { readFileSync } from 'node:fs';
import type { View } from '../../../../platform/ledger/view.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';
import { noticesOf } from '../../domain/index.ts';

/** What the people of the office are told of cases: the SQL view `office_notice` over it says what each has looked at. */
export const news: View = {
  name: 'office.news',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['office_told'],
  recordIn: { office_told: 'case_id' },
  kinds: [caseRecord.kind],
  revision: 1,
  async apply(tx, changes) {
    const told = changes.flatMap(({ id, state, events }) => {
      const at = new Map(events.map((event) => [event.position, event.at]));
      return noticesOf(state as CaseState, events).map((one) => ({ ...one, of: id, at: at.get(one.position)! }));
    });
    if (told.length === 0) return;
    await tx.query(
      `insert into office_told (city, user_id, position, case_id, kind, by, at)
       select $1, * from unnest($2::uuid[], $3::bigint[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[]) on conflict do nothing`,
      [
        tx.city,
        told.map(({ to }) => to),
        told.map(({ position }) => position),
        told.map(({ of }) => of),
        told.map(({ kind }) => kind),
        told.map(({ by }) => by),
        told.map(({ at }) => at),
      ],
      { name: 'office-told' },
    );
  },
};
