import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/pool.ts';
import { addDays, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import type { Holdings } from '../../../platform/http/holding.ts';
import { cityOf } from '../../../platform/ledger/city.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { closedCases, ofCases } from '../../cases/server/readers.ts';
import * as contract from '../contract/index.ts';
import {
  mayBeDueBy,
  type RetentionReviewState,
  retentionKindOf,
  retentionReviewOn,
  retentionReviewRecord,
  scheduleOf,
} from '../domain/index.ts';

/** So many days before its day a case stands in the list. */
const daysAhead = 90;
const mostShown = 200;

/** Closed cases with the day on which it is looked at whether they are still needed, and what stands in the way of erasing them. */
export async function retained({ sealing, ledger }: Services, tx: Tx, only?: string) {
  const today = await ledger.today(tx, tx.city);
  const { country } = await cityOf(tx);
  const ahead = addDays(today, daysAhead);
  const cases = await closedCases(tx, only === undefined ? mayBeDueBy(ahead, country, today) : { id: only });
  // Of a child who is no known person, the case stands for the person.
  const subjects = cases.map(({ id, person }) => person ?? id);
  const holds = await tx.query<{ person: string }>(
    "select distinct person from protection_retention_hold where city = $1 and status = 'placed' and person = any($2)",
    [tx.city, subjects],
  );
  const asked = await tx.query<{ person: string }>(
    "select distinct person from protection_erasure where city = $1 and status = 'asked' and person = any($2)",
    [tx.city, subjects],
  );
  const kept = await tx.query<Pick<RetentionReviewState, 'case' | 'until' | 'ground'>>(
    'select "case", until, ground from protection_retention_review where city = $1 and "case" = any($2)',
    [tx.city, cases.map(({ id }) => id)],
  );
  const keptOf = new Map(kept.rows.map((row) => [row.case, row]));
  const [held, erasing] = [new Set(holds.rows.map(({ person }) => person)), new Set(asked.rows.map(({ person }) => person))];
  const all = cases.map(({ id, person, ...found }) => {
    const kind = retentionKindOf(found);
    const { months, source, mark } = scheduleOf(country, kind, today);
    const until = keptOf.get(id);
    const reviewOn = [retentionReviewOn(found, country, today), until?.until ?? ''].sort().at(-1)!;
    return {
      id,
      review: sealing.idFor(tx.city, retentionReviewRecord.kind, id),
      ...{ subject: person ?? id, isPerson: person !== null, kind, closedOn: found.closedOn, months, source, mark, reviewOn },
      isDue: reviewOn <= today,
      keptUntil: until?.until ?? null,
      ground: until?.ground ?? null,
      onHold: held.has(person ?? id),
      erasureAsked: erasing.has(person ?? id),
    };
  });
  return only === undefined ? all.filter(({ reviewOn }) => reviewOn <= ahead) : all;
}

/** What was decided about the closed cases of persons. It says nothing of them, and goes with them. */
export const retentionReviewsOf: Holdings = async (tx, { persons }) => {
  const rows = await tx.run<{ id: string; person: string }>(
    sql`select r.id, coalesce(c.person, c.id) as person from ${ofCases} join protection_retention_review r on r.city = c.city and r."case" = c.id
        where c.city = ${tx.city} and coalesce(c.person, c.id) = any(${persons}) order by r.id`,
  );
  return rows.map((row) => ({ ...row, kind: retentionReviewRecord.kind, subject: row.id, status: 'kept', open: false }));
};

export const retentionRoutes: readonly AnyRoute[] = [
  historyRoute(retentionReviewRecord),
  route(contract.listRetention, async ({ tx, services }) => {
    const rows = await retained(services, tx);
    rows.sort((a, b) => a.reviewOn.localeCompare(b.reviewOn) || a.id.localeCompare(b.id));
    return { due: rows.filter(({ isDue }) => isDue).length, rows: rows.slice(0, mostShown) };
  }),
  route(contract.readRetention, async (call) => {
    const { tx, services, params } = call;
    const [row] = await retained(services, tx, params.id);
    if (!row) throw new Refused(refuse('ledger.not-found'));
    const found = await services.ledger.find<RetentionReviewState>(tx, tx.city, retentionReviewRecord.kind, row.review);
    const { id, review, ...shown } = row;
    const next = await nextOf(retentionReviewRecord, { id: review, state: found?.state }, call);
    return { ...shown, case: id, id: review, version: found?.version ?? 0, next };
  }),
];
