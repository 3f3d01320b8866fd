import { sql } from 'kysely';
import { bandOf, type PlainLine, plainPart, type TodayCall, type TodayPart } from '../../../../platform/http/waiting.ts';
import { caseRecord } from '../../../cases/domain/index.ts';
import { ofComplaints, ofEmergencyAccess } from '../../../cases/server/readers.ts';
import { leavesToMove } from '../leaves/leaveRoutes.ts';
import { lentWith } from '../leaves/moving.ts';
import { casesToday } from './casesToday.ts';
import { namesOf } from './namesOf.ts';

/** Emergency access that waits for a review, for those who see that it was taken and may not read the case. */
async function accessToday(call: TodayCall): Promise<PlainLine[]> {
  const { tx, where, say, may } = call;
  if (!may('read', 'cases.emergency-access') || may('read', caseRecord.kind)) return [];
  const rows = await tx.run<{ case_id: string; id: string; by: string; review_due: string }>(
    sql`select o.case_id, o.id, o.opened_by as by, o.review_due from ${ofEmergencyAccess}
        where o.city = ${tx.city} and o.justified is null and ${where('read', 'cases.emergency-access', 'o')} order by o.at, o.id limit 500`,
  );
  const nameOf = await namesOf(
    call,
    rows.map(({ by }) => by),
  );
  return rows.map((row) => ({
    ...{ id: `${row.case_id}|access|${row.id}`, kind: 'emergency-access', band: 'now' as const, rank: 1, due: row.review_due },
    ...{ who: nameOf(row.by), what: say('office:today.access'), act: say('office:today.act.look'), to: '/cases/emergency-access' },
  }));
}

/** What was said about the work of supervisors, for who may answer it and does not read the case: by its day, without its words. */
async function complaintsToday(call: TodayCall): Promise<PlainLine[]> {
  const { tx, actor, say, may, today } = call;
  if (!may('read', 'cases.complaints')) return [];
  const rows = await tx.run<{ case_id: string; id: string; about: string | null; answer_by: string }>(
    sql`select m.case_id, m.id, m.about, m.answer_by from ${ofComplaints}
        where m.city = ${tx.city} and m.answered_on is null and ${actor.id} <> all(m.not_for) order by m.answer_by, m.id limit 500`,
  );
  const nameOf = await namesOf(
    call,
    rows.flatMap(({ about }) => about ?? []),
  );
  return rows.map((row) => ({
    who: row.about ? nameOf(row.about) : say('cases:complaints.nav'),
    ...{ id: `${row.case_id}|complaint|${row.id}`, kind: 'complaint', band: bandOf(row.answer_by, today), rank: 1, due: row.answer_by },
    ...{ what: say('office:today.complaint'), act: say('office:today.act.answer'), to: '/cases/complaints' },
  }));
}

/** Whose cases are to be handed over or given back, and whose are with whom meanwhile. */
async function leavesToday(call: TodayCall): Promise<PlainLine[]> {
  const { tx, actor, say, may, today } = call;
  const moving = may('read', 'office.leave') ? await leavesToMove(call) : [];
  const lent = may('read', caseRecord.kind) ? await lentWith(tx, tx.city, actor.id) : [];
  const nameOf = await namesOf(call, [...moving.map(({ worker }) => worker), ...lent.flatMap(({ of, to }) => [of, to])]);
  return [
    ...moving.map(({ id, worker, until, left, lent: given }) => {
      const isBack = until < today;
      const count = isBack ? given : left;
      return {
        ...{ id, kind: 'leave', band: 'today' as const, rank: 1, due: isBack ? until : today, who: nameOf(worker) },
        what: say(`office:today.${isBack ? 'give-back' : 'hand-over'}`, { count, n: count }),
        ...{ act: say(`office:today.act.${isBack ? 'give-back' : 'hand-over'}`), to: `/office/leaves/${id}` },
      };
    }),
    ...lent.map(({ of, to, until, cases: count }) => {
      const isOurs = to === actor.id;
      return {
        ...{ id: `${of}${to}${until}`, kind: 'lent', band: 'week' as const, rank: 0, due: until, who: nameOf(isOurs ? of : to) },
        what: say(`office:today.${isOurs ? 'lent-to-you' : 'lent-by-you'}`, { count, n: count }),
        ...{ act: say('office:today.act.cases'), to: '/cases' },
      };
    }),
  ];
}

/** A mail address that refuses letters for good: its owner would wait for what never comes. */
async function mailToday({ tx, actor, say, may }: TodayCall): Promise<PlainLine[]> {
  if (!may('choose', 'office.choice')) return [];
  const { rowCount } = await tx.query('select 1 from notice_mail where city = $1 and user_id = $2 and refused_at is not null', [
    tx.city,
    actor.id,
  ]);
  if (rowCount === 0) return [];
  return [
    {
      ...{ id: `mail|${actor.id}`, kind: 'mail-refused', band: 'today', rank: 0, due: null, who: say('office:today.mail') },
      ...{ what: say('office:today.mail-refused'), act: say('office:today.act.change-address'), to: '/office/notices' },
    },
  ];
}

/** What the office puts into Today: what is due in cases, and what is of no single case. */
export async function officeToday(call: TodayCall): Promise<TodayPart> {
  const own = plainPart([
    ...(await accessToday(call)),
    ...(await complaintsToday(call)),
    ...(await leavesToday(call)),
    ...(await mailToday(call)),
  ]);
  const cases = await casesToday(call);
  if (!cases) return own;
  return {
    waits: [...cases.waits, ...own.waits],
    counts: cases.counts ?? [],
    lines: async (shown) => [...(await cases.lines(shown)), ...(await own.lines(shown))],
  };
}
