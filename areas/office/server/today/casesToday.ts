import { sql } from 'kysely';
import { hasRole } from '../../../../platform/decider/index.ts';
import { bandOf, type QueueItem, type TodayCall, type TodayPart } from '../../../../platform/http/waiting.ts';
import { addressOfTask, bornOf, type CaseState, caseRecord, isDangerTask, type TaskKind, taskKinds } from '../../../cases/domain/index.ts';
import { ofCases, ofConcerns, ofFlags, readable } from '../../../cases/server/readers.ts';
import type { PersonState } from '../../../people/domain/index.ts';
import { type DueRow, dueIn, opened } from '../calendar/due.ts';
import { countOf } from '../leaves/moving.ts';
import { namesOf } from './namesOf.ts';

/** What a supervisor answers before all else: others wait for it, or read a file meanwhile. */
const ranksNow: Readonly<Record<string, number>> = { 'emergency-access-review': 1, approval: 2 };
const most = 500;

/** The verb on the button of a line; of other kinds the case is opened. */
const acts: Readonly<Record<string, string>> = {
  ...{ visit: 'visit', 'visit-again': 'visit', 'child-visit': 'visit', approval: 'decide', 'consent-ends': 'renew', assessment: 'assess' },
  ...{ 'emergency-access-review': 'review', 'emergency-review': 'review', 'basis-review': 'review', 'interests-review': 'review' },
  ...{ plan: 'plan', review: 'review', transfer: 'decide', feedback: 'answer', complaint: 'answer', 'referral-question': 'answer' },
  ...{ flag: 'answer', conference: 'prepare', guardian: 'name' },
};

type CaseWait = QueueItem & { readonly kind: string; readonly record: string; readonly entry: string; readonly row: DueRow | null };

/** What is due in cases and visits to children at risk, and flags that have no day: one line each. */
export async function casesToday(call: TodayCall): Promise<TodayPart | undefined> {
  const { tx, actor, services, where, note, today, until, say, may } = call;
  if (!may('read', caseRecord.kind)) return undefined;
  const whose = { until, today, who: actor.id, isSupervisor: hasRole(actor, 'supervisor') };
  const asker = { tx, where, actor };
  // Dangers are found on their own: however much else is overdue, none of them is left out.
  const dangers = await dueIn(asker, { ...whose, until: today, kinds: taskKinds.filter(isDangerTask) }, { perDay: 1000, perSort: 1000 });
  const others = (await dueIn(asker, whose, { perDay: most, perSort: most })).filter(({ kind }) => !isDangerTask(kind));
  const ofRow = (row: DueRow): CaseWait => {
    const { kind, record, id, due } = row;
    const now = isDangerTask(kind) ? 0 : row.role === null ? undefined : ranksNow[kind];
    const band = bandOf(due, today);
    // First visits to children at risk are many: in the week to come they stand after what is due in cases.
    const at = now === undefined ? { band, rank: band === 'week' && kind === 'child-visit' ? 2 : 1 } : { band: 'now' as const, rank: now };
    return { ...at, id: `${record}|${kind}|${id}`, due, kind, record, entry: id, row };
  };
  // Of several dangers of one child, one line.
  const oneEach = [...new Map(dangers.map((row) => [row.record, row] as const).reverse()).values()];
  const flags = await tx.run<{ case_id: string; id: string; reason: string }>(
    sql`select f.case_id, f.id, f.reason from ${ofFlags}
        where f.city = ${tx.city} and f.settled_on is null and f.due is null and c.status = 'open' and c.flags > 0 and c.worker = ${actor.id}
          and ${where('read', caseRecord.kind, 'c')} order by f.raised_on, f.id limit ${most}`,
  );
  const ofFlag = ({ case_id: record, id, reason }: (typeof flags)[number]): CaseWait => ({
    ...(reason === 'safety' ? { band: 'today' as const, rank: 0 } : { band: 'week' as const, rank: 1 }),
    ...{ id: `${record}|flag|${id}`, due: null, kind: 'flag', record, entry: id, row: null },
  });
  const waits = [...oneEach.map(ofRow), ...others.map(ofRow), ...flags.map(ofFlag)];
  return {
    waits,
    counts: await countsOf(call),
    async lines(shown) {
      const own = waits.filter(({ id }) => shown.some((one) => one.id === id));
      const { tasks, visits } = await opened(
        services,
        { tx },
        own.flatMap(({ row }) => row ?? []),
      );
      const flagged = await services.ledger.findMany<CaseState>(tx, tx.city, caseRecord.kind, own.flatMap(({ row, record }) => (row ? [] : [record]))); // biome-ignore format: one line
      const files = new Map([...tasks.map(({ row, file }) => [row.record, file] as const), ...[...flagged].map(([id, { state }]) => [id, state] as const)]); // biome-ignore format: one line
      const persons = [...files.values(), ...visits.map(({ child }) => child)].flatMap(({ person }) => person ?? []);
      const cards = await services.ledger.findMany<PersonState>(tx, tx.city, 'people.person', [...new Set(persons)]);
      const sexOf = (person: string | null) => (person ? (cards.get(person)?.state.sex ?? null) : null);
      const askedBy = [...files.values()].flatMap(({ approvals, emergencyAccess }) => [...approvals.map((one) => one.askedBy), ...emergencyAccess.map(({ by }) => by)]); // biome-ignore format: one line
      const nameOf = await namesOf(call, askedBy);
      await note(caseRecord.kind, [...files.keys()], 'what waits today');
      await note('risks.child', [...new Set(visits.map(({ row }) => row.record))], 'what waits today');
      return own.flatMap(({ id, kind, record, entry }) => {
        const act = say(`office:today.act.${acts[kind] ?? 'open'}`);
        const child = visits.find(({ row }) => row.record === record)?.child;
        if (child) {
          const { name, born, person, reasons } = child;
          const why = reasons.map(({ rule }) => say(`risks:rule.${rule}.name`)).join(' · ');
          return [{ id, kind, who: name || say('risks:list.no-name'), born, sex: sexOf(person), what: `${say('cases:task.child-visit')}: ${why}`, act, to: `/risks/${record}` }]; // biome-ignore format: one line
        }
        const file = files.get(record);
        const task = tasks.find(({ row }) => row.record === record && row.kind === kind && row.id === entry)?.task;
        if (!file || (!task && kind !== 'flag')) return [];
        const wrote = kind === 'flag' ? file.flags.find((one) => one.id === entry)?.words : task?.what;
        return [
          {
            ...{ id, kind, who: file.name || say('cases:case.no-name'), born: bornOf(file), sex: sexOf(file.person) },
            ...(isDangerTask(kind) ? { danger: true } : {}),
            what: sentenceOf(call, file, { kind, entry, wrote, about: task?.about }, nameOf),
            act,
            to: addressOfTask(record, kind as TaskKind, entry),
          },
        ];
      });
    },
  };
}

interface Said {
  readonly kind: string;
  readonly entry: string;
  readonly wrote: string | undefined;
  readonly about: string | undefined;
}

/** What is to be done, with who asked for it: what a person wrote of it, else what it is about, else its kind. */
function sentenceOf({ say }: TodayCall, file: CaseState, { kind, entry, wrote, about }: Said, nameOf: (id: string) => string): string {
  if (kind === 'flag') return say('office:today.flag', { words: wrote ?? '' });
  if (wrote !== undefined) return wrote;
  if (kind === 'approval') {
    const asked = file.approvals.find(({ id }) => id === entry);
    if (asked) return say('office:today.approval', { subject: say(`cases:subject.${asked.subject}`), name: nameOf(asked.askedBy) });
  }
  if (kind === 'emergency-access-review') {
    const access = file.emergencyAccess.find(({ id }) => id === entry);
    if (access) return say('office:today.emergency', { name: nameOf(access.by), because: access.because });
  }
  if (kind === 'visit') {
    const { visits } = file.followUp;
    return say('office:today.visit', { n: visits.findIndex(({ id }) => id === entry) + 1, of: visits.length });
  }
  return about ? say(`cases:task-of.${kind}`, { about: say(about as `${string}:${string}`) }) : say(`cases:task.${kind}`);
}

/** How much work there is, at the foot of the page. */
async function countsOf({ tx, actor, ability, where, today, say, may }: TodayCall) {
  const { city } = tx;
  const [counted] = await tx.run<{ concerns: number; open: number; overdue: number }>(
    sql`select (select count(*)::int from ${ofConcerns} where k.city = ${city} and k.status = 'open' and ${where('accept', 'cases.concern', 'k')}) as concerns,
          count(*)::int as open, count(*) filter (where c.due_on < ${today})::int as overdue
        from ${ofCases} where c.city = ${city} and c.status = 'open' and ${readable({ ability, actor, where })}`,
  );
  const { concerns, open, overdue } = counted!;
  const isNobodys = sql<boolean>`c.city = ${city} and c.status = 'open' and c.worker is null and ${where('assign', caseRecord.kind, 'c')}`;
  const unassigned = may('assign', caseRecord.kind) ? await countOf(tx, isNobodys) : 0;
  const said = (key: string, n: number, to: string) => ({ n, label: say(`office:today.${key}`, { count: n }), to });
  return [
    ...(concerns > 0 ? [said('concerns', concerns, '/cases/concerns')] : []),
    ...(unassigned > 0 ? [said('unassigned', unassigned, '/cases?unassigned=true')] : []),
    said('overdue', overdue, '/cases?overdue=true'),
    said('open', open, '/cases'),
  ];
}
