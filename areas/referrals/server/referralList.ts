import { sql } from 'kysely';
import { Id, IsoDate } from '../../../platform/decider/index.ts';
import type { TodayCall } from '../../../platform/http/waiting.ts';
import { listRoutes } from '../../../platform/lists/server/routes.ts';
import { ListTable } from '../../../platform/lists/server/table.ts';
import { isAsked, isLive } from '../../cases/domain/index.ts';
import { type ReferralState, referralList, referralRecord, statusOn } from '../domain/index.ts';

/** A partner's lists are made of this table and of nothing else. */
const table = new ListTable({
  name: 'referrals_referral',
  columns: {
    ...referralList.columns,
    answerBy: IsoDate,
    caseId: Id,
    /** Whose key seals the row. */
    subject: Id,
    organisation: Id,
    lastDay: IsoDate,
  },
  sealedFor: 'subject',
  indexes: {
    // The orders of a partner's lists: what is to be answered, what is being done, what has ended.
    organisation: 'city, organisation, status, answer_by, id',
    until: 'city, organisation, status, until, id',
    ended: 'city, organisation, last_day, id',
    // What is sealed under a person's key is found for erasure.
    subject: 'city, subject',
    case: 'city, case_id',
  },
});

export const referralView = table.view<ReferralState>({
  name: 'referrals.referrals',
  kind: referralRecord.kind,
  revision: 2,
  row: (state) => ({
    ...state,
    name: state.told.name ?? null,
    asked: isAsked(state),
    caseId: state.case,
    subject: state.sealedFor,
    lastDay: state.endedOn ?? state.until,
  }),
});

const live = (today: string) => sql`(c.status in ('sent', 'accepted') and c.until >= ${today})`;
const isOpen = ({ status, until }: Readonly<Record<string, unknown>>, today: string) =>
  isLive({ status } as ReferralState) && String(until) >= today;

export const referralListRoutes = listRoutes({
  list: referralList,
  table,
  why: 'list of referrals',
  // The permission says whose it is too; said plainly, it is found by the index.
  readable: ({ actor, where }) => sql`c.organisation = ${actor.organisation ?? null} and ${where('know', referralRecord.kind, 'c')}`,
  means: { which: (which, { today }) => (which === 'ended' ? sql`not ${live(today)}` : sql`${live(today)} and c.status = ${which}`) },
  orderOf: ({ which = 'sent' }) => which,
  identified: (row, { today }) => isOpen(row, today),
  shown: (row, { name }, { today }) => {
    const open = isOpen(row, today);
    return {
      name: open ? (name as string | null) : null,
      status: statusOn({ status: row['status'] as ReferralState['status'], until: String(row['until']) }, today),
      answerBy: row['status'] === 'sent' && open ? String(row['answer_by']) : null,
      asked: open && row['asked'] === true,
    };
  },
});

/** The referrals of the reader's organisation that are to be answered or being done, as far as the queue of Today needs them. */
export async function referralsOf({ tx, actor, today, where }: Pick<TodayCall, 'tx' | 'actor' | 'today' | 'where'>) {
  return await tx.run<{ id: string; status: string; urgency: string; answerBy: string; until: string }>(
    sql`select c.id, c.status, c.urgency, c.answer_by as "answerBy", c.until from referrals_referral c
        where c.city = ${tx.city} and c.organisation = ${actor.organisation ?? null} and ${where('know', referralRecord.kind, 'c')} and ${live(today)}
        order by c.answer_by, c.id limit 500`,
  );
}
