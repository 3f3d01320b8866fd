import { type RawBuilder, sql } from 'kysely';
import { addDays } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { type CaseState, caseRecord, type Flag } from '../../../cases/domain/index.ts';
import { ofFlags } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';

const shownFlags = 20;
/** Days for which an answer is shown to who raised the flag. */
const answeredDays = 14;

export const flagsRoute = route(contract.listFlags, async ({ tx, actor, services, where, note }) => {
  const { city, id: me } = actor;
  const { ledger } = services;
  const today = await ledger.today(tx, city);
  const from = sql`from ${ofFlags}`;
  const mine = sql<boolean>`f.city = ${city} and f.settled_on is null and c.status = 'open' and c.flags > 0 and c.worker = ${me}`;
  const answered = sql<boolean>`f.city = ${city} and f.raised_by = ${me} and f.settled_by <> ${me} and f.settled_on > ${addDays(today, -answeredDays)}`;
  const find = (which: RawBuilder<boolean>, order: RawBuilder<unknown>) =>
    tx.run<{ case_id: string; id: string }>(
      sql`select f.case_id, f.id ${from} where ${which} and ${where('read', 'cases.case', 'c')} order by ${order} limit ${shownFlags}`,
    );
  // What endangers a child first, then what is due first.
  const openRows = await find(mine, sql`f.reason <> 'safety', f.due nulls last, f.raised_on, f.id`);
  const answeredRows = await find(answered, sql`f.settled_on desc, f.id`);
  const [total] = await tx.run<{ n: number }>(sql`select count(*)::int as n ${from} where ${mine} and ${where('read', 'cases.case', 'c')}`);
  const ids = [...new Set([...openRows, ...answeredRows].map((row) => row.case_id))];
  const cases = await ledger.findMany<CaseState>(tx, city, caseRecord.kind, ids);
  await note(caseRecord.kind, ids, 'flags');
  const told = (rows: readonly { case_id: string; id: string }[]) =>
    rows.flatMap(({ case_id: of, id }) => {
      const state = cases.get(of)?.state;
      const flag = state?.flags.find((one): one is Flag => one.id === id);
      return state && flag ? [{ case: of, name: state.name, ...flag }] : [];
    });
  return {
    open: { total: total!.n, rows: told(openRows) },
    answered: told(answeredRows).flatMap(({ settled, ...flag }) =>
      settled ? [{ ...flag, answer: settled.answer, settledBy: settled.by, settledOn: settled.on }] : [],
    ),
  };
});
