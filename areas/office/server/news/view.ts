import { readFileSync } from 'node:fs';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Role } from '../../../../platform/decider/index.ts';
import type { Change, View } from '../../../../platform/ledger/view.ts';
import { type UserState, userRecord } from '../../../accounts/domain/index.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';
import { type Notice, noticesOf } from '../../domain/index.ts';

/** What the people of the office are told of cases: the SQL view `office_notice` over it says what each has looked at. */
export const news: View = {
  name: 'office.news',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['office_told', 'office_told_role', 'office_role_held', 'office_role_holder'],
  recordIn: { office_told: 'case_id', office_told_role: 'case_id', office_role_held: 'user_id', office_role_holder: 'user_id' },
  kinds: [caseRecord.kind, userRecord.kind],
  revision: 2,
  async apply(tx, changes) {
    for (const change of changes) if (change.kind === userRecord.kind) await keepRoles(tx, change);
    const told = changes.flatMap(({ kind, id, state, events }) => {
      if (kind !== caseRecord.kind) return [];
      const at = new Map(events.map((event) => [event.position, event.at]));
      return noticesOf(state as CaseState, events).map((one) => ({ ...one, of: id, at: at.get(one.position)! }));
    });
    await keep(
      tx,
      'user_id',
      'uuid',
      told.flatMap((one) => (typeof one.to === 'string' ? [{ ...one, to: one.to }] : [])),
    );
    await keep(
      tx,
      'role',
      'text',
      told.flatMap((one) => (typeof one.to === 'string' ? [] : [{ ...one, to: one.to.role }])),
    );
  },
};

type Told = Omit<Notice, 'to'> & { readonly to: string; readonly of: string; readonly at: string };

async function keep(tx: Tx, whom: 'user_id' | 'role', type: 'uuid' | 'text', told: readonly Told[]): Promise<void> {
  if (told.length === 0) return;
  await tx.query(
    `insert into ${whom === 'role' ? 'office_told_role' : 'office_told'} (city, ${whom}, position, case_id, kind, by, at)
     select $1, * from unnest($2::${type}[], $3::bigint[], $4::uuid[], $5::text[], $6::uuid[], $7::timestamptz[]) on conflict do nothing`,
    [
      tx.city,
      told.map(({ to }) => to),
      told.map(({ position }) => position),
      told.map(({ of }) => of),
      told.map(({ kind }) => kind),
      told.map(({ by }) => by),
      told.map(({ at }) => at),
    ],
    { name: `office-told-${whom}` },
  );
}

type Held = Pick<UserState, 'active' | 'roles' | 'terms'>;

/**
 * Keeps which roles a user holds from which event on. Each event is replayed on what was held before it, so that one at a time leaves the
 * same as all at once.
 */
async function keepRoles(tx: Tx, { id, events }: Change): Promise<void> {
  const { rows } = await tx.query<{ held: Held }>('select held from office_role_holder where city = $1 and user_id = $2', [tx.city, id]);
  let held = rows[0]?.held;
  for (const { position, fields } of events) {
    const before = rolesOf(held);
    held = userRecord.evolve(held as UserState | undefined, fields as never);
    const after = rolesOf(held);
    const [ended, begun] = [before.filter((role) => !after.includes(role)), after.filter((role) => !before.includes(role))];
    if (ended.length > 0)
      await tx.query('update office_role_held set last = $3 where city = $1 and user_id = $2 and last is null and role = any($4)', [
        tx.city,
        id,
        position,
        ended,
      ]);
    if (begun.length > 0)
      await tx.query('insert into office_role_held (city, user_id, role, first) select $1, $2, unnest($4::text[]), $3', [
        tx.city,
        id,
        position,
        begun,
      ]);
  }
  const { active, roles, terms = [] } = held!;
  await tx.query('insert into office_role_holder values ($1, $2, $3) on conflict (city, user_id) do update set held = excluded.held', [
    tx.city,
    id,
    JSON.stringify({ active, roles, terms }),
  ]);
}

const rolesOf = (held: Held | undefined): readonly Role[] => (held?.active ? [...new Set(held.roles)] : []);
