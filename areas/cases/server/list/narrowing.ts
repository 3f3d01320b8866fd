import { type RawBuilder, sql } from 'kysely';
import { type Static, Type } from 'typebox';
import { fields, Id, IsoDate, Line, oneOf } from '../../../../platform/decider/index.ts';
import type { Call } from '../../../../platform/http/area.ts';
import { lacks, riskLevels, sources } from '../../domain/index.ts';
import { lacking, late } from '../case/lacks.ts';
import { readable } from '../reach.ts';
import { tokensOf } from '../views.ts';

const Year = Type.Integer({ minimum: 1900, maximum: 2200 });
export const narrowing = {
  status: Type.Optional(oneOf('open', 'closed')),
  mine: Type.Optional(Type.Boolean()),
  overdue: Type.Optional(Type.Boolean()),
  unassigned: Type.Optional(Type.Boolean()),
  riskLevel: Type.Optional(oneOf(...riskLevels)),
  ward: Type.Optional(Type.String({ maxLength: 60 })),
  worker: Type.Optional(Id),
  source: Type.Optional(oneOf(...sources)),
  trafficking: Type.Optional(oneOf('identified', 'suspected')),
  bornFrom: Type.Optional(Year),
  bornTo: Type.Optional(Year),
  openedFrom: Type.Optional(IsoDate),
  openedUntil: Type.Optional(IsoDate),
  closedFrom: Type.Optional(IsoDate),
  closedUntil: Type.Optional(IsoDate),
  /** A kind of what waits in it. */
  task: Type.Optional(Type.String({ pattern: '^[a-z-]{1,40}$' })),
  /** With a flag that nobody has settled. */
  flagged: Type.Optional(Type.Boolean()),
  /** What they lack, and of which kind something is overdue in them. */
  lack: Type.Optional(oneOf(...lacks)),
  late: Type.Optional(Type.String({ pattern: '^[a-z-]{1,30}$' })),
  /** With a referral that stands so. */
  referral: Type.Optional(oneOf('sent', 'accepted', 'declined', 'completed', 'revoked')),
  /** With consent to work on the case that holds today, or without. */
  consent: Type.Optional(Type.Boolean()),
  person: Type.Optional(Id),
  household: Type.Optional(Id),
  /** A child's name or a part of it, in any script. */
  name: Type.Optional(Line),
};
const Narrowing = fields(narrowing);
export type Narrowing = Static<typeof Narrowing>;

/** The cases that the caller may read and that a list is narrowed to, as a condition over `cases_case c`. */
export function narrowed(
  call: Pick<Call<unknown, unknown, unknown>, 'ability' | 'actor' | 'services' | 'where'>,
  to: Narrowing,
  today: string,
) {
  const { actor, services } = call;
  const { city } = actor;
  const is = (given: unknown, condition: RawBuilder<boolean>) => (given === undefined || given === false ? [] : [condition]);
  const tokens = to.name === undefined ? [] : tokensOf(services.sealing, city, to.name);
  return sql.join(
    [
      sql<boolean>`c.city = ${city} and c.status = ${to.status ?? 'open'}`,
      readable(call),
      ...is(to.mine, sql<boolean>`c.worker = ${actor.id}`),
      ...is(to.overdue, sql<boolean>`c.due_on < ${today}`),
      ...is(to.unassigned, sql<boolean>`c.worker is null`),
      ...is(to.riskLevel, sql<boolean>`c.risk_level = ${to.riskLevel}`),
      ...is(to.ward, sql<boolean>`c.ward = ${to.ward}`),
      ...is(to.worker, sql<boolean>`c.worker = ${to.worker}`),
      ...is(to.source, sql<boolean>`c.source = ${to.source}`),
      ...is(to.trafficking, sql<boolean>`c.trafficking = ${to.trafficking}`),
      ...is(to.bornFrom, sql<boolean>`c.birth_year >= ${to.bornFrom}`),
      ...is(to.bornTo, sql<boolean>`c.birth_year <= ${to.bornTo}`),
      ...is(to.openedFrom, sql<boolean>`c.opened_on >= ${to.openedFrom}`),
      ...is(to.openedUntil, sql<boolean>`c.opened_on <= ${to.openedUntil}`),
      ...is(to.closedFrom, sql<boolean>`c.closed_on >= ${to.closedFrom}`),
      ...is(to.closedUntil, sql<boolean>`c.closed_on <= ${to.closedUntil}`),
      ...is(to.task, sql<boolean>`exists (select 1 from cases_task w where w.city = c.city and w.case_id = c.id and w.kind = ${to.task})`),
      ...is(to.flagged, sql<boolean>`c.flags > 0`),
      ...(to.lack ? [lacking(to.lack, today)] : []),
      ...(to.late ? [late(to.late, today)] : []),
      ...is(to.referral, sql<boolean>`${to.referral} = any(c.referrals)`),
      ...(to.consent === undefined ? [] : [sql<boolean>`coalesce(c.consented_until >= ${today}, false) = ${to.consent}`]),
      ...is(to.person, sql<boolean>`c.person = ${to.person}`),
      ...is(
        to.household,
        sql<boolean>`c.person in (select p.id from people_person p where p.city = c.city and p.household = ${to.household})`,
      ),
      // Every word of the name must be found; one that no name has in it finds nothing.
      ...is(
        to.name,
        sql<boolean>`c.id in (select t.id from cases_token t where t.city = ${city} and t.token = any(${tokens}::bigint[]) group by t.id having count(*) = ${tokens.length})`,
      ),
    ],
    sql` and `,
  );
}
