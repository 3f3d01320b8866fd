import { readFileSync } from 'node:fs';
import type { View } from '../../../../platform/ledger/view.ts';
import { sealJson } from '../../../../platform/sealing/sealing.ts';
import { isAsked, type ReferralState } from '../../domain/index.ts';

export const referralBinding = (city: number, id: string) => `cases_referral|${city}|${id}`;

export const referrals: View = {
  name: 'cases.referrals',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['cases_referral'],
  kinds: ['cases.referral'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state, key } of changes) {
      const s = state as ReferralState;
      await tx.query(
        `insert into cases_referral values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         on conflict (city, id) do update set status = excluded.status, until = excluded.until, ended_on = excluded.ended_on, asked = excluded.asked`,
        [
          city,
          id,
          s.case,
          s.sealedFor,
          s.organisation,
          s.status,
          s.service,
          s.urgency,
          s.sentOn,
          s.answerBy,
          s.until,
          s.endedOn,
          isAsked(s),
          sealJson(key, { name: s.told.name ?? null }, referralBinding(city, id)),
        ],
        { name: 'cases-referral' },
      );
    }
  },
};
