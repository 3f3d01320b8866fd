import type { ServerArea } from '../../../platform/http/area.ts';
import type { Holdings } from '../../../platform/http/holding.ts';
import type { AnyRecord } from '../../../platform/ledger/registry.ts';
import { erasureRecord, policy, problems, retentionHoldRecord, retentionReviewRecord } from '../domain/index.ts';
import { keepListJob } from './erasedList.ts';
import { retentionReviewsOf, retentionRoutes } from './retention.ts';
import { routesWith } from './routes.ts';
import { protectionToday } from './today.ts';
import { views } from './views.ts';

const retentionHoldsOf: Holdings = async (tx, { persons }) => {
  const { rows } = await tx.query<{ id: string; person: string; status: string }>(
    'select id, person, status from protection_retention_hold where city = $1 and person = any($2) order by id',
    [tx.city, persons],
  );
  return rows.map((row) => ({ ...row, kind: retentionHoldRecord.kind, subject: row.person, open: false }));
};

/** @param areasOf all areas of the product: each says what it holds of a person */
export const protectionWith = (areasOf: () => readonly ServerArea[]): ServerArea => ({
  name: 'protection',
  records: [erasureRecord, retentionHoldRecord, retentionReviewRecord] as unknown as AnyRecord[],
  policy,
  problems,
  views,
  today: protectionToday,
  routes: [...routesWith(areasOf), ...retentionRoutes],
  jobs: [keepListJob],
  holdings: async (...of) => [...(await retentionHoldsOf(...of)), ...(await retentionReviewsOf(...of))],
  reactions: [
    {
      kinds: [erasureRecord.kind],
      react: ({ events }) =>
        events.some(({ type }) => type === 'erased' || type === 'erased-again')
          ? [{ job: keepListJob.name, payload: {}, key: keepListJob.name }]
          : [],
    },
  ],
});
