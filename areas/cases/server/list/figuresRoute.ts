import { addDays } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import * as contract from '../../contract/index.ts';

/** Days for which closed cases are counted. */
const closedFor = 365;

export const figuresRoute = route(contract.readFigures, async ({ tx, actor: { city }, services }) => {
  const today = await services.ledger.today(tx, city);
  const { rows } = await tx.query<{ what: string; value: string; n: number }>(
    `select v.what, v.value, count(*)::int as n from cases_case c cross join lateral (values
         ('open', 'all'), ('danger', c.danger), ('phase', c.phase), ('trafficking', c.trafficking), ('lives', c.lives),
         ('interests', c.interests), ('solution', c.solution),
         ('consent', case when c.consent_until >= $2::date then 'with' else 'without' end)) v(what, value)
       where c.city = $1 and c.status = 'open' and v.value is not null group by 1, 2
     union all
     select 'basis', b.kind, count(distinct b.case_id)::int from cases_basis b join cases_case c on c.city = b.city and c.id = b.case_id
       where b.city = $1 and c.status = 'open' and $2::date between b.since and b.lasts group by 2
     union all
     select v.what, v.value, count(*)::int from cases_case c cross join lateral (values
         ('closed', 'all'), ('closeReason', c.close_reason), ('leaving', c.leaving),
         ('closedUnseen', case when c.closed_unseen then 'no' end)) v(what, value)
       where c.city = $1 and c.status = 'closed' and c.closed_on > $3::date and v.value is not null group by 1, 2
     order by n desc, value`,
    [city, today, addDays(today, -closedFor)],
  );
  const of = (what: string) => rows.filter((row) => row.what === what).map(({ value, n }) => ({ value, n }));
  const all = (what: string) => of(what)[0]?.n ?? 0;
  return {
    ...{ open: all('open'), closed: all('closed'), danger: of('danger'), phase: of('phase'), trafficking: of('trafficking') },
    ...{ lives: of('lives'), interests: of('interests'), solution: of('solution'), consent: of('consent'), basis: of('basis') },
    ...{ closeReason: of('closeReason'), closedUnseen: of('closedUnseen'), leaving: of('leaving') },
  };
});
