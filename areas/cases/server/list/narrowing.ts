import { type RawBuilder, sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { addDays, fields, Line } from '../../../../platform/decider/index.ts';
import type { Call, Services } from '../../../../platform/http/area.ts';
import { ofAge } from '../../../../platform/permissions/ages.ts';
import { livesIn } from '../../../people/server/readers.ts';
import { narrowing as coded } from '../../domain/index.ts';
import { lacking, late } from '../case/lacks.ts';
import { readable } from '../reach.ts';
import { tokensOf } from '../views.ts';

export const narrowing = {
  ...coded,
  /** A child's name or a part of it, in any script. */
  name: Type.Optional(Line),
};
const Narrowing = fields(narrowing);
export type Narrowing = Static<typeof Narrowing>;

/** What a narrowing means for whoever asks, as conditions over `cases_case c`; of any status where none is named. */
export function conditions(
  { sealing }: Pick<Services, 'sealing'>,
  { id: me, city }: { readonly id: string; readonly city: number },
  to: Narrowing,
  today: string,
): RawBuilder<boolean>[] {
  const is = (given: unknown, condition: RawBuilder<boolean>) => (given === undefined || given === false ? [] : [condition]);
  const tokens = to.name === undefined ? [] : tokensOf(sealing, city, to.name);
  return [
    sql<boolean>`c.city = ${city}`,
    ...is(to.status, sql<boolean>`c.status = ${to.status}`),
    ...is(to.mine, sql<boolean>`c.worker = ${me}`),
    ...is(to.overdue, sql<boolean>`c.due_on < ${today}`),
    ...is(to.unassigned, sql<boolean>`c.worker is null`),
    ...is(to.riskLevel, sql<boolean>`c.risk_level = ${to.riskLevel}`),
    ...is(to.ward, sql<boolean>`c.ward = ${to.ward}`),
    ...is(to.worker, sql<boolean>`c.worker = ${to.worker}`),
    ...is(to.source, sql<boolean>`c.source = ${to.source}`),
    ...is(to.trafficking, sql<boolean>`c.trafficking = ${to.trafficking}`),
    ...is(to.bornFrom, sql<boolean>`c.birth_to >= ${`${to.bornFrom}-01-01`}::date`),
    ...is(to.bornTo, sql<boolean>`c.birth_from <= ${`${to.bornTo}-12-31`}::date`),
    ...(to.ageFrom === undefined && to.ageTo === undefined ? [] : [ofAge('c', { from: to.ageFrom, to: to.ageTo }, today)]),
    ...is(to.openedFrom, sql<boolean>`c.opened_on >= ${to.openedFrom}`),
    ...is(to.openedUntil, sql<boolean>`c.opened_on <= ${to.openedUntil}`),
    ...is(to.closedFrom, sql<boolean>`c.closed_on >= ${to.closedFrom}`),
    ...is(to.closedUntil, sql<boolean>`c.closed_on <= ${to.closedUntil}`),
    ...is(to.task, sql<boolean>`exists (select 1 from cases_task w where w.city = c.city and w.case_id = c.id and w.kind = ${to.task})`),
    ...is(to.flagged, sql<boolean>`c.flags > 0`),
    ...(to.lack ? [lacking(to.lack, today)] : []),
    ...(to.late ? [late(to.late, today)] : []),
    ...is(to.notSeenDays, sql<boolean>`coalesce(c.seen_on, c.opened_on) < ${addDays(today, -(to.notSeenDays ?? 0))}`),
    ...is(to.phase, sql<boolean>`c.phase = ${to.phase}`),
    ...is(to.lives, sql<boolean>`c.lives = ${to.lives}`),
    ...is(to.referral, sql<boolean>`${to.referral} = any(c.referrals)`),
    ...(to.consent === undefined ? [] : [sql<boolean>`coalesce(c.consented_until >= ${today}, false) = ${to.consent}`]),
    ...is(to.person, sql<boolean>`c.person = ${to.person}`),
    ...(to.household ? [livesIn(to.household, 'c.person', city)] : []),
    // Every word of the name must be found; one that no name has in it finds nothing.
    ...is(
      to.name,
      sql<boolean>`c.id in (select t.id from cases_token t where t.city = ${city} and t.token = any(${tokens}::bigint[]) group by t.id having count(*) = ${tokens.length})`,
    ),
  ];
}

/** The cases that the caller may read and that a list is narrowed to, as a condition over `cases_case c`; open ones unless said. */
export function narrowed(
  call: Pick<Call<unknown, unknown, unknown>, 'ability' | 'actor' | 'services' | 'where'>,
  to: Narrowing,
  today: string,
) {
  const all = conditions(call.services, call.actor, { ...to, status: to.status ?? 'open' }, today);
  return sql.join([...all, readable(call)], sql` and `);
}
