import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { CityFiles } from '../demo/generateCity.ts';
import { type ChildAtRisk, officeConcerns, type StoryAct, tellStories, timedActs } from '../demo/peopleStories.ts';
import { type FoundChild, type ReasonScore, type RowReference, readTruth, type Score, scoreLinkage, scoreReasons } from '../demo/score.ts';
import { type Born, bornOn } from '../platform/decider/index.ts';
import type { Played } from './demoJourneys.ts';
import type { DemoVisitor } from './demoVisitor.ts';
import type { Instance } from './instance.ts';

/** Sends a register file and takes the mapping that is proposed. Gives what starts its import. */
export async function uploaded(registrar: DemoVisitor, file: CityFiles['files'][number]): Promise<() => Promise<void>> {
  const fileName = basename(file.path);
  const { id } = await registrar.send<{ id: string }>('POST', '/api/registers/uploads', Readable.toWeb(createReadStream(file.path)), {
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(fileName),
  });
  const { mapping, dateOrder, calendar } = await registrar.send<{
    mapping: { column: number; field: string; dateOrder?: string; calendar?: string }[];
    dateOrder: string;
    calendar: string;
  }>('POST', `/api/registers/uploads/${id}/proposal`, {});
  const input = {
    upload: id,
    fileName,
    register: file.register,
    mapping: mapping.map(({ column, field, dateOrder, calendar }) => ({
      column,
      field,
      ...(dateOrder ? { dateOrder } : {}),
      ...(calendar ? { calendar } : {}),
    })),
    dateOrder,
    calendar,
    whole: true,
  };
  return () => registrar.command('registers.import', uuidv7(), 'start', input);
}

const jobsDue = (instance: Instance, name: string | null) =>
  instance.owner.query<{ failed: string | null; due: number }>(
    `select string_agg(j.last_error, '; ') as failed, count(*) filter (where j.run_at <= now() and j.attempts < j.max_attempts)::int as due
     from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
     where t.identifier <> 'registers.forget-upload' and ($1::text is null or t.identifier = $1)`,
    [name],
  );

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await sleep(50);
}

async function noneLeft(instance: Instance, name: string | null): Promise<boolean> {
  const { rows } = await jobsDue(instance, name);
  if (rows[0]!.failed) throw new Error(`A job failed: ${rows[0]!.failed}`);
  return rows[0]!.due === 0;
}

/** Waits until every import has ended, and throws where one did not finish. */
export async function imported(instance: Instance): Promise<void> {
  await until(() => noneLeft(instance, 'registers.import'));
  const { rows } = await instance.owner.query<{ register: string; reason: string }>(
    "select register, coalesce(reason, status) as reason from registers_import where status <> 'finished'",
  );
  if (rows[0]) throw new Error(`The import of the ${rows[0].register} register ended with "${rows[0].reason}".`);
}

/** Waits until the rows are linked. */
export const linked = (instance: Instance): Promise<void> => until(() => noneLeft(instance, 'people.link'));

/** Waits until nothing is left to do. */
export const finished = (instance: Instance): Promise<void> => until(() => noneLeft(instance, null));

/** What the office did for some of the children at risk, through the commands a person gives, and the concerns that wait in it. */
export async function storiesOf(
  visitorOf: (key: string) => Promise<DemoVisitor>,
  userOf: (key: string) => string,
  seed: number,
  today: string,
): Promise<readonly Played[]> {
  type Listed = { id: string; person: string; name: string; ward: string | null; born: Born | null; reasons: string[] };
  const list = await visitorOf('supervisor');
  const children = new Map<string, Listed>();
  let after: unknown;
  for (let page = 0; page < 12; page++) {
    const { rows, next } = await list.send<{ rows: Listed[]; next: unknown }>('POST', '/api/risks/list', after ? { after } : {});
    for (const row of rows) children.set(row.id, row);
    if (!next) break;
    after = next;
  }
  const atRisk = [...children.values()].map(({ id, ward, reasons }): ChildAtRisk => ({ child: id, ward: ward ?? '', reasons }));
  const cases = new Map<string, string>();
  const acts = timedActs(tellStories(atRisk, seed), seed).map(({ story: { child: id, by }, act, day, at }) => ({
    day,
    at,
    async play() {
      const caseId = cases.get(id) ?? cases.set(id, uuidv7()).get(id)!;
      const other = 'by' in act ? act.by : 'who' in act ? act.who : by;
      const colleague = { id: userOf(other), visitor: await visitorOf(other) };
      await play(await visitorOf(by), userOf(by), children.get(id)!, caseId, act, today, colleague, list);
    },
  }));
  const year = Number(today.slice(0, 4));
  const concerns = officeConcerns().map(({ source, name, yearsOld, what }, i) => ({
    day: -1 - i,
    // A call comes at any hour.
    at: source === 'call' ? '21:35' : `1${i % 6}:20`,
    play: () =>
      list.command('cases.concern', uuidv7(), 'raise', {
        person: null,
        source,
        ward: null,
        born: bornOn(String(year - yearsOld)),
        name,
        what,
      }),
  }));
  return [...acts, ...concerns];
}

async function play(
  by: DemoVisitor,
  worker: string,
  child: { id: string; person: string; name: string; ward: string | null; born: Born | null },
  caseId: string,
  act: StoryAct,
  today: string,
  colleague: { readonly id: string; readonly visitor: DemoVisitor },
  supervisor: DemoVisitor,
): Promise<void> {
  const day = (inDays: number) => new Date(Date.parse(`${today}T00:00:00Z`) + inDays * 86_400_000).toISOString().slice(0, 10);
  switch (act.act) {
    case 'plan-visit':
      return await by.command('risks.child', child.id, 'plan-visit', { on: day(act.inDays), worker });
    case 'see':
      return await by.command('risks.child', child.id, 'see', { on: day(act.inDays), note: act.note });
    case 'judge-not-at-risk':
      return await by.command('risks.child', child.id, 'judge-not-at-risk', { because: act.because });
    case 'open-case': {
      const { person, name, ward, born } = child;
      const actions = act.actions.map(({ what, dueInDays }) => ({ what, who: worker, due: day(dueInDays) }));
      const input = { person, source: 'risk-list', riskLevel: act.riskLevel, ward, born, worker, name, concern: act.concern, actions };
      await by.command('cases.case', caseId, 'open', input);
      for (const text of act.notes) await by.command('cases.case', caseId, 'note', { text });
      return;
    }
    case 'raise-flag': {
      const { reason, words, dueInDays, answer } = act;
      const flag = uuidv7();
      const due = dueInDays === undefined ? {} : { due: day(dueInDays) };
      await colleague.visitor.command('cases.case', caseId, 'raise-flag', { flag, reason, words, ...due });
      if (answer !== undefined) await by.command('cases.case', caseId, 'settle-flag', { flag, answer });
      return;
    }
    case 'mention':
      return await by.command('cases.case', caseId, 'note', { text: act.text, mentions: [colleague.id] });
    case 'close-case': {
      const { actions } = await by.send<{ actions: { id: string; settled: string | null }[] }>('GET', `/api/cases/case/${caseId}/overview`);
      for (const action of actions)
        if (!action.settled) await by.command('cases.case', caseId, 'settle-action', { action: action.id, how: 'done' });
      const approval = uuidv7();
      const { reason, summary } = act;
      await by.command('cases.case', caseId, 'ask-approval', { approval, subject: 'closure', reason });
      await supervisor.command('cases.case', caseId, 'give-approval', { approval, verdict: 'approved' });
      return await by.command('cases.case', caseId, 'close', { reason, summary });
    }
  }
}

interface DemoScore {
  readonly setAside: Readonly<Record<string, number>>;
  readonly persons: number;
  readonly reviewPairs: number;
  readonly linkage: Score;
  readonly childrenAtRisk: number;
  readonly reasons: Readonly<Record<string, ReasonScore>>;
}

/** Holds what Olle found against the truth. A row's record has an id made from its register and its own id: no row is opened for it. */
export async function scoreDemo({ services, owner }: Instance, truthPath: string): Promise<DemoScore> {
  const truth = await readTruth(truthPath);
  const rowOf = new Map<string, RowReference>();
  for (const key of truth.personOf.keys()) {
    const at = key.indexOf('/');
    const [register, row] = [key.slice(0, at), key.slice(at + 1)];
    rowOf.set(services.sealing.idFor(1, 'registers.entry', `${register}|${row}`), { register, row });
  }
  const clusters = new Map<string, RowReference[]>();
  const members = await owner.query<{ person: string; entry: string }>('select person, entry from people_member where city = 1');
  for (const { person, entry } of members.rows) {
    const row = rowOf.get(entry);
    if (!row) continue;
    const cluster = clusters.get(person);
    if (cluster) cluster.push(row);
    else clusters.set(person, [row]);
  }
  const children = await owner.query<{ person: string; reasons: string[] }>(
    'select person, reasons from risks_child where city = 1 and cardinality(reasons) > 0',
  );
  const found = children.rows.map(({ person, reasons }): FoundChild => ({ rows: clusters.get(person) ?? [], reasons }));
  const imports = await owner.query<{ register: string; n: number }>(
    "select register, sum((counts->>'setAside')::int)::int as n from registers_import where city = 1 group by register",
  );
  const persons = await owner.query<{ n: number }>('select count(*)::int as n from people_person where city = 1 and rows > 0');
  const pairs = await owner.query<{ n: number }>(
    "select count(*)::int as n from people_pair where city = 1 and status in ('open', 'later')",
  );
  return {
    setAside: Object.fromEntries(imports.rows.map(({ register, n }) => [register, n])),
    persons: persons.rows[0]!.n,
    reviewPairs: pairs.rows[0]!.n,
    linkage: scoreLinkage(truth, clusters.values()),
    childrenAtRisk: found.length,
    reasons: scoreReasons(truth, found),
  };
}
