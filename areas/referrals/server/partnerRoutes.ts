import { sql } from 'kysely';
import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { counted } from '../../cases/server/readers.ts';
import { listReferrals, readReferral } from '../contract/index.ts';
import { type ReferralState, referralRecord, statusOn } from '../domain/index.ts';
import { referralBinding } from './view.ts';

const pageSize = 50;

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly status: ReferralState['status'];
  readonly service: string;
  readonly urgency: ReferralState['urgency'];
  readonly answer_by: string;
  readonly until: string;
  readonly ended_on: string | null;
  readonly asked: boolean;
  readonly card: Buffer;
}

/** What a partner sees: nothing of the case, nothing of the office, and of the child what was told to their organisation. */
export const partnerRoutes: readonly AnyRoute[] = [
  route(listReferrals, async ({ tx, actor, body, services: { ledger }, note, where }) => {
    const { city } = actor;
    const today = await ledger.today(tx, city);
    // The permission says it too; said plainly, it is found by the index.
    const own = sql<boolean>`r.city = ${city} and r.organisation = ${actor.organisation ?? null} and ${where('know', 'referrals.referral', 'r')}`;
    const open = where('read', 'referrals.referral', 'r');
    const which = body.which ?? 'sent';
    const scope = which === 'ended' ? sql<boolean>`${own} and not ${open}` : sql<boolean>`${own} and ${open} and r.status = ${which}`;
    // What is to be answered first stands first; what has ended last stands first.
    const day = which === 'sent' ? sql`r.answer_by` : which === 'accepted' ? sql`r.until` : sql`coalesce(r.ended_on, r.until)`;
    const [step, order] = which === 'ended' ? [sql`<`, sql`desc`] : [sql`>`, sql`asc`];
    const after = body.after ? sql<boolean>`(${day}, r.id) ${step} (${body.after.on}::date, ${body.after.id}::uuid)` : sql<boolean>`true`;
    const rows = await tx.run<Row & { day: string }>(
      sql<
        Row & { day: string }
      >`select r.*, ${day} as day from referrals_referral r where ${scope} and ${after} order by ${day} ${order}, r.id ${order} limit ${pageSize + 1}`,
    );
    const shown = rows.slice(0, pageSize);
    const keys = await ledger.keys.find(
      tx,
      city,
      shown.map(({ subject }) => subject),
    );
    const readable = which === 'ended' ? [] : shown;
    await note(
      'referrals.referral',
      readable.map(({ id }) => id),
      'list of referrals',
    );
    const nameOf = ({ id, subject, card }: Row): string | null => {
      const key = keys.get(subject);
      return which === 'ended' || !key ? null : (openJson(key, card, referralBinding(city, id)) as { name: string | null }).name;
    };
    const last = shown.at(-1);
    return {
      ...(await counted(tx, sql`referrals_referral r where ${scope}`)),
      next: rows.length > pageSize && last ? { on: last.day, id: last.id } : null,
      rows: shown.map((row) => ({
        id: row.id,
        name: nameOf(row),
        status: statusOn(row, today),
        service: row.service,
        urgency: row.urgency,
        answerBy: which === 'sent' ? row.answer_by : null,
        until: row.until,
        endedOn: row.ended_on,
        asked: which !== 'ended' && row.asked,
      })),
    };
  }),
  route(readReferral, async ({ tx, actor, ability, params, services: { ledger }, note }) => {
    const { city } = actor;
    const found = await ledger.find<ReferralState>(tx, city, referralRecord.kind, params.id);
    const facts = found && { ...referralRecord.facts(found.state), id: params.id, city };
    if (!found || !allows(ability, 'know', referralRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
    const { state } = found;
    const readable = allows(ability, 'read', referralRecord.kind, facts!);
    await note('referrals.referral', readable ? [params.id] : [], 'referral page');
    return {
      id: params.id,
      status: statusOn(state, await ledger.today(tx, city)),
      service: state.service,
      urgency: state.urgency,
      sentOn: state.sentOn,
      until: state.until,
      endedOn: state.endedOn,
      open: readable
        ? {
            answerBy: state.answerBy,
            handover: state.handover,
            because: state.because,
            told: state.told as Record<string, string>,
            said: state.said,
            delivered: state.delivered,
            next: nextOf(referralRecord, { id: params.id, state }, { actor, ability }),
          }
        : null,
    };
  }),
];
