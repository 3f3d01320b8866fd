import { withTransaction } from '../../../platform/database/pool.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { tomorrowAt } from '../../../platform/jobs/tomorrow.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import type { Reaction } from '../../../platform/ledger/view.ts';
import { agreementsOn, type OrganisationState } from '../../partners/domain/index.ts';
import { referralRecord } from '../domain/index.ts';
import { runningWith } from './consequences.ts';

/**
 * Looks once a day, as long as any referral runs, which partners have no agreement in force any more: what runs with them ends, and the
 * cases' workers are told.
 */
export const agreementsOverJob: JobDefinition = {
  name: 'referrals.agreements-over',
  async run({ city, after }, services) {
    const { ledger, pool, enqueue } = services;
    const lost = await withTransaction(pool, city, async (tx) => {
      const today = await ledger.today(tx, city);
      if (after !== undefined && today <= String(after)) return [];
      const { rows } = await tx.query<{ organisation: string }>(
        "select distinct organisation from referrals_referral where city = $1 and status in ('sent', 'accepted')",
        [city],
      );
      const ids = rows.map((row) => row.organisation);
      const partners = await ledger.findMany<OrganisationState>(tx, city, 'partners.organisation', ids);
      if (partners.size > 0) {
        // Not at midnight: where clocks are set back that night, it would still be today.
        const notBefore = await tomorrowAt(services, tx, 1);
        await enqueue(tx, [{ job: agreementsOverJob.name, payload: { after: today }, key: agreementsOverJob.name, notBefore }], city);
      }
      const over = [...partners].filter(([, { state }]) => agreementsOn(state, today).length === 0);
      return (await Promise.all(over.map(([id]) => runningWith(tx, id)))).flat();
    });
    // One at a time: that one cannot be ended must not keep the others running.
    for (const id of lost) await ledger.executeAll(systemActor(city), [{ kind: referralRecord.kind, id, name: 'lose-partner', input: {} }]);
  },
};

/** From the first referral on somebody looks. */
export const agreementsOverReaction: Reaction = {
  kinds: [referralRecord.kind],
  react: ({ events }) =>
    events.some(({ type }) => type === 'referral-sent') ? [{ job: agreementsOverJob.name, payload: {}, key: agreementsOverJob.name }] : [],
};
