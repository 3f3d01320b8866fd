import { sql } from 'kysely';
import { Type } from 'typebox';
import { IsoDate, Maybe } from '../../../platform/decider/index.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import { sideTables } from '../../../platform/lists/server/sideTables.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import { ofAge } from '../../../platform/permissions/ages.ts';
import { type ChildState, childList, childRecord, childViewsRecord, registersBirth, unregisteredList } from '../domain/index.ts';

const { score: _, ...stored } = childList.columns;

const isListed = ({ reasons, status }: ChildState) => reasons.length > 0 && status !== 'not-at-risk';
const rankOf = ({ reasons }: ChildState) => -reasons.reduce((sum, { weight }) => sum + weight, 0);

const table = new ListTable({
  name: 'risks_child',
  columns: {
    ...stored,
    /** Between which days the child was born, to be narrowed by age. */
    birthFrom: Maybe(IsoDate),
    birthTo: Maybe(IsoDate),
    /** Minus the sum of the weights: the list goes from the heaviest, and one direction of order serves paging by comparison of rows. */
    rank: Type.Integer(),
    /** Whether the child is shown where no status is asked for. */
    listed: Type.Boolean(),
  },
  sealedFor: 'person',
  indexes: {
    listed: 'city, listed, rank, found_on, id',
    ward: 'city, ward, listed, rank, found_on, id',
    status: 'city, status, rank, found_on, id',
    found: 'city, listed, found_on',
    person: 'city, person',
    worker: 'create index risks_child_worker on risks_child (city, worker, due_on) where worker is not null',
    counts: 'city, listed, ward, status',
  },
});

export const childView = table.view<ChildState>({
  name: 'risks.children',
  kind: childRecord.kind,
  revision: 6,
  row: (state) => ({
    ...state,
    birthFrom: state.born?.first ?? null,
    birthTo: state.born?.last ?? null,
    reasons: state.reasons.map(({ rule }) => rule),
    rank: rankOf(state),
    listed: isListed(state),
  }),
  beside: sideTables<ChildState>()('child', {
    // A line a reason: a rare reason is found without passing over all the others.
    risks_reason: {
      columns: { reason: Type.String(), listed: Type.Boolean(), rank: Type.Integer(), foundOn: IsoDate, since: IsoDate },
      key: 'child, reason',
      indexes: { order: 'city, reason, listed, rank, found_on, child', since: 'city, reason, listed, since, child' },
      rows: ({ state }) =>
        state.reasons.map(({ rule, since }) => ({
          reason: rule,
          listed: isListed(state),
          rank: rankOf(state),
          foundOn: state.foundOn,
          // Since when it is known that it applies, where a register knows no whole day.
          since: since?.length === 10 ? since : state.foundOn,
        })),
    },
  }),
});

const byReason = { from: sql`risks_reason r join risks_child c on c.city = r.city and c.id = r.child`, alias: 'r', id: 'child' };

/** The same children for who registers births: read by that reason alone, and answered without the others, their weight and what is done. */
export const unregisteredRoutes = listRoutes({
  list: unregisteredList,
  table,
  why: 'births not registered',
  through: () => byReason,
  always: () => sql`r.reason = ${registersBirth} and r.listed`,
  computed: () => ({ since: sql`r.since` }),
});

export const childListRoutes = listRoutes({
  list: childList,
  table,
  why: 'children at risk',
  views: childViewsRecord,
  always: ({ status }, alias) => (status === undefined ? sql`${sql.ref(`${alias}.listed`)}` : sql`c.reasons <> '{}'`),
  // The table whose index knows the reason, where one is asked for.
  through: ({ reason }) => (reason === undefined ? undefined : byReason),
  means: {
    reason: (reason) => sql`r.reason = ${reason}`,
    status: (status) => sql`c.status = ${status}`,
    ageFrom: (from, { today }) => ofAge('c', { from }, today),
    ageTo: (to, { today }) => ofAge('c', { to }, today),
    mine: (mine, { actor }) => mine && sql`c.worker = ${actor.id}`,
  },
  shown: (row) => ({ score: -Number(row['rank']) }),
});
