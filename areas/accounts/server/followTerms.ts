import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { type RolesHeld, turnsOf, userRecord } from '../domain/index.ts';

/**
 * Notes for each user that a role began or ended. Sessions and lists go by the day itself; this brings what is kept after it: facts of users,
 * histories, and sessions of users who hold other roles now.
 */
export const followTerms: JobDefinition = {
  name: 'accounts.follow-terms',
  // Midnight is at a quarter of an hour in every time zone.
  cron: '*/15 * * * *',
  async run({ city }, { ledger }) {
    const due = await ledger.transaction(city, async (tx) => {
      const today = await ledger.today(tx, city);
      const { rows } = await tx.query<RolesHeld & { id: string }>(
        "select id, roles, terms from accounts_user where city = $1 and terms <> '[]' order by id",
        [city],
      );
      return rows.filter((row) => Object.values(turnsOf(row, today)).some((roles) => roles.length > 0));
    });
    for (const { id } of due) await ledger.executeAll(systemActor(city), [{ kind: userRecord.kind, id, name: 'follow-terms', input: {} }]);
  },
};
