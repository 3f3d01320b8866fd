import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';

export const countsRoute = route(contract.readCounts, async ({ tx, actor: { city, id } }) => {
  const { rows } = await tx.query<{ ward: string | null; status: string; n: number }>(
    'select ward, status, count(*)::int as n from risks_child where city = $1 and listed group by ward, status',
    [city],
  );
  const reasons = await tx.query<{ reason: string; n: number }>(
    'select reason, count(*)::int as n from risks_reason where city = $1 and listed group by reason order by n desc, reason',
    [city],
  );
  const sumBy = <K>(keyOf: (row: (typeof rows)[number]) => K) => {
    const sums = new Map<K, number>();
    for (const row of rows) sums.set(keyOf(row), (sums.get(keyOf(row)) ?? 0) + row.n);
    return [...sums].sort(([a, n], [b, m]) => m - n || String(a).localeCompare(String(b), 'en', { numeric: true }));
  };
  const planned = await tx.query<{ n: number }>(
    "select count(*)::int as n from risks_child where city = $1 and status = 'visit-planned' and worker = $2 and due_on is not null",
    [city, id],
  );
  return {
    total: rows.reduce((sum, { n }) => sum + n, 0),
    wards: sumBy(({ ward }) => ward).map(([ward, n]) => ({ ward, n })),
    reasons: reasons.rows,
    statuses: sumBy(({ status }) => status).map(([status, n]) => ({ status, n })),
    planned: planned.rows[0]!.n,
  };
});
