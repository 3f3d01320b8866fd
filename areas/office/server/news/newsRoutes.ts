import { sql } from 'kysely';
import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import { caseTable, ofCases } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { type newsKinds, pageOfNews } from '../../domain/index.ts';
import { awaitUnseen } from './awaitUnseen.ts';
import { sinceDays } from './unseen.ts';

const pageSize = 50;

interface NoticeRow {
  readonly position: string;
  readonly case_id: string;
  readonly kind: (typeof newsKinds)[number];
  readonly by: string;
  readonly at: string;
  readonly seen: boolean;
  readonly readable: boolean;
}

export const newsRoutes: readonly AnyRoute[] = [
  route(contract.countUnseen, awaitUnseen, { transaction: false }),
  route(contract.listNews, async ({ tx, actor, body, services, where, note }) => {
    const { city, id: me } = actor;
    const rows = await tx.run<NoticeRow>(
      sql`select n.position, n.case_id, n.kind, n.by, to_char(n.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
              n.seen_at is not null as seen,
              exists (select from ${ofCases} where c.city = n.city and c.id = n.case_id and ${where('read', 'cases.case', 'c')}) as readable
            from office_notice n
            where n.city = ${city} and n.user_id = ${me} and n.at > ${sinceDays(services.clock())}
              ${body.which === 'all' ? sql`` : sql`and n.seen_at is null`}
              ${body.case ? sql`and n.case_id = ${body.case}` : sql``}
              ${body.after === undefined ? sql`` : sql`and n.position < ${body.after}`}
            order by n.position desc limit ${pageSize + 1}`,
    );
    const shown = rows.slice(0, pageSize);
    const ids = [...new Set(shown.filter(({ readable }) => readable).map((row) => row.case_id))];
    const cases = await tx.run<StoredRow>(sql`select c.* from ${ofCases} where c.city = ${city} and c.id = any(${ids})`);
    const named = new Map((await caseTable.open(services, tx, cases)).map(({ id, name }) => [id, name]));
    await note('cases.case', ids, 'what is new');
    return {
      rows: shown.map(({ position, at, seen, case_id: of, kind, by }) => {
        const name = named.get(of);
        const about = name === undefined ? null : { case: of, page: pageOfNews(of, kind), name, kind, by };
        return { position: Number(position), at, seen, about };
      }),
      next: rows.length > pageSize ? Number(shown.at(-1)!.position) : null,
    };
  }),
  route(contract.markSeen, async ({ tx, actor: { city, id: me }, body, services }) => {
    const { only, case: of, until } = body;
    const { rowCount = 0 } = await tx.query(
      `insert into notice_seen (city, user_id, position, at)
         select city, user_id, position, $3 from office_notice where city = $1 and user_id = $2 and seen_at is null
           and ($4::bigint is null or position = $4) and ($5::uuid is null or case_id = $5) and ($6::bigint is null or position <= $6)
         on conflict do nothing`,
      [city, me, services.clock().toISOString(), only ?? null, of ?? null, until ?? null],
      { name: 'office-news-seen' },
    );
    return { seen: rowCount ?? 0 };
  }),
];
