import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import { isAsked } from '../../cases/domain/index.ts';
import type { ReferralState } from '../domain/index.ts';

export const referralBinding = (city: number, id: string) => `referrals_referral|${city}|${id}`;

export const referrals: View = {
  name: 'referrals.referrals',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['referrals_referral'],
  kinds: ['referrals.referral'],
  revision: 1,
  async apply(tx, changes) {
    const rows = changes.map(({ city, id, state, key }) => {
      const s = state as ReferralState;
      return {
        ...{ city, id, case_id: s.case, subject: s.sealedFor, organisation: s.organisation, status: s.status, service: s.service },
        ...{ urgency: s.urgency, sent_on: s.sentOn, answer_by: s.answerBy, until: s.until, ended_on: s.endedOn, asked: isAsked(s) },
        card: `\\x${sealJson(key, { name: s.told.name ?? null }, referralBinding(city, id)).toString('hex')}`,
      };
    });
    await tx.query(
      `insert into referrals_referral select * from jsonb_populate_recordset(null::referrals_referral, $1)
       on conflict (city, id) do update set status = excluded.status, until = excluded.until, ended_on = excluded.ended_on, asked = excluded.asked`,
      [JSON.stringify(rows)],
      { name: 'referrals-referral' },
    );
  },
};
