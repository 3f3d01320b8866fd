import { sql } from 'kysely';
import { hasRole } from '../../../../platform/decider/index.ts';
import type { Waiting } from '../../../../platform/http/waiting.ts';
import { ofCases, ofEmergencyAccess, ofTasks } from '../../../cases/server/readers.ts';
import { sinceDays } from '../news/unseen.ts';
import { dueIn, pageOf } from './due.ts';

/** News that somebody is told of with flags: it concerns them in person, or a child's safety. */
const calledFlag: readonly string[] = ['mentioned', 'flag-raised', 'danger-found'];

/** What waits in cases for a user, as far as it may be told outside of Olle: kinds, days and ids. */
export const waiting: Waiting = {
  async due(asker, span) {
    const rows = await dueIn(
      asker,
      { ...span, today: asker.today, who: asker.actor.id, isSupervisor: hasRole(asker.actor, 'supervisor') },
      { perSort: 500 },
    );
    return rows.map((row) => {
      const { source, record, id, kind, due } = row;
      return { kind, id, due, record: { kind: source === 'case' ? 'cases.case' : 'risks.child', id: record }, page: pageOf(row) };
    });
  },
  async pending({ tx, actor, now, where }) {
    const mayRead = where('read', 'cases.case', 'c');
    // An approval is any supervisor's to give but that of who asked for it, or works on the case.
    const asked = hasRole(actor, 'supervisor')
      ? sql<boolean>`(a.kind = 'approval' and ${actor.id} <> all(a.not_for) and c.worker is distinct from ${actor.id})`
      : sql<boolean>`false`;
    const answers = await tx.run<{ kind: 'transfer' | 'approval'; id: string }>(
      sql`select a.kind, a.case_id || '|' || a.id as id from ${ofTasks}
          where a.city = ${tx.city} and ((a.kind = 'transfer' and a.who = ${actor.id}) or ${asked}) and ${mayRead} order by a.due, a.id limit 200`,
    );
    const emergencyAccess = await tx.run<{ id: string }>(
      sql`select o.case_id || '|' || o.id as id from ${ofEmergencyAccess}
          where o.city = ${tx.city} and o.justified is null and o.opened_by <> ${actor.id} and ${where('read', 'cases.emergency-access', 'o')} order by o.at limit 200`,
    );
    // What waits for an answer or a review was found above, as long as it does.
    const news = await tx.run<{ kind: string; id: string }>(
      sql`select n.kind, n.position::text as id from office_notice n join ${ofCases} on c.city = n.city and c.id = n.case_id
          where n.city = ${tx.city} and n.user_id = ${actor.id} and n.seen_at is null and n.at > ${sinceDays(now)}
            and n.kind not in ('transfer-offered', 'emergency-access-taken') and ${mayRead} order by n.position desc limit 200`,
    );
    return [
      ...answers,
      ...emergencyAccess.map(({ id }) => ({ kind: 'emergency-access' as const, id })),
      ...news.map(({ kind, id }) => ({ kind: calledFlag.includes(kind) ? ('flag' as const) : ('news' as const), id })),
    ];
  },
};
