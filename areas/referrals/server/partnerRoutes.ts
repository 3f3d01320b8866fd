import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, IsoDate, Maybe, oneOf, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { nextOf } from '../../../platform/permissions/next.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { Counted, counted } from '../../cases/server/readers.ts';
import { type ReferralState, referralRecord } from '../domain/index.ts';
import { referralBinding } from './view.ts';

const pageSize = 50;

/** What is known of every referral to one's organisation, also after it has ended. */
const Known = {
  id: Type.String(),
  status: Type.String(),
  service: Type.String(),
  urgency: Type.String(),
  sentOn: Type.String(),
  until: Type.String(),
  endedOn: Maybe(Type.String()),
};

interface Row {
  readonly id: string;
  readonly subject: string;
  readonly status: string;
  readonly service: string;
  readonly urgency: string;
  readonly sent_on: string;
  readonly answer_by: string;
  readonly until: string;
  readonly ended_on: string | null;
  readonly asked: boolean;
  readonly card: Buffer;
}

/** One whose last day has passed has ended, whatever was answered. */
const statusOf = (status: string, until: string, today: string) =>
  (status === 'sent' || status === 'accepted') && until < today ? 'over' : status;

/** What a partner sees: nothing of the case, nothing of the office, and of the child what was told to his organisation. */
export const partnerRoutes: readonly AnyRoute[] = [
  route({
    method: 'POST',
    path: '/api/referrals/list',
    summary: "What was referred to the reader's organisation: to be answered, being done, or ended; of what has ended, only that it has",
    may: ['know', 'referrals.referral'],
    shows: 'identity',
    body: fields({
      which: Type.Optional(oneOf('sent', 'accepted', 'ended')),
      after: Type.Optional(fields({ on: IsoDate, id: Id })),
    }),
    answer: Type.Object({
      rows: Type.Array(Type.Object({ ...Known, name: Maybe(Type.String()), answerBy: Maybe(Type.String()), asked: Type.Boolean() })),
      next: Maybe(Type.Object({ on: Type.String(), id: Type.String() })),
      ...Counted,
    }),
    async handle({ tx, actor, body, services: { ledger }, note, where }) {
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
          status: statusOf(row.status, row.until, today),
          service: row.service,
          urgency: row.urgency,
          sentOn: row.sent_on,
          answerBy: which === 'sent' ? row.answer_by : null,
          until: row.until,
          endedOn: row.ended_on,
          asked: which !== 'ended' && row.asked,
        })),
      };
    },
  }),
  route({
    method: 'GET',
    path: '/api/referrals/referral/{id}',
    summary: "A referral to the reader's organisation: what was told of the child, until when, and what was done; once ended, only that",
    may: ['know', 'referrals.referral'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...Known,
      /** Null when it has ended. */
      open: Maybe(
        Type.Object({
          answerBy: Type.String(),
          handover: Type.Boolean(),
          because: Type.String(),
          told: Type.Record(Type.String(), Type.String()),
          said: Type.Array(Type.Object({ from: Type.String(), on: Type.String(), text: Type.String() })),
          delivered: Type.Array(Type.Object({ on: Type.String(), what: Type.String() })),
          next: Type.Array(Type.String()),
        }),
      ),
    }),
    async handle({ tx, actor, ability, params, services: { ledger }, note }) {
      const { city } = actor;
      const found = await ledger.find<ReferralState>(tx, city, referralRecord.kind, params.id);
      const facts = found && { ...referralRecord.facts(found.state), id: params.id, city };
      if (!found || !allows(ability, 'know', referralRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
      const { state } = found;
      const readable = allows(ability, 'read', referralRecord.kind, facts!);
      await note('referrals.referral', readable ? [params.id] : [], 'referral page');
      return {
        id: params.id,
        status: statusOf(state.status, state.until, await ledger.today(tx, city)),
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
              told: { ...state.told } as Record<string, string>,
              said: state.said.map((one) => ({ ...one })),
              delivered: state.delivered.map((one) => ({ ...one })),
              next: nextOf(referralRecord, { id: params.id, state }, { actor, ability }),
            }
          : null,
      };
    },
  }),
];
