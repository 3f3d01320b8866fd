import { type Tx, withTransaction } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition, Progress } from '../../../platform/jobs/job.ts';
import { type Request, systemActor, theOne } from '../../../platform/ledger/ledger.ts';
import { wardsFingerprint } from '../../accounts/server/readers.ts';
import { registerNames } from '../../registers/domain/index.ts';
import { importRuns, presentFingerprint } from '../../registers/server/readers.ts';
import { columnsOf, type LinkageState, linkageRecord, pairRecord, questionsOfStrays } from '../domain/index.ts';
import { linkInWorker } from './inWorker.ts';
import { gathering } from './reading/households.ts';
import { presentEntries, wardReaders } from './registerRows.ts';
import { clustersOf, rounded, settlements, tidy } from './settling.ts';

/** Raise it where linkage would find something else in the same rows: every city is linked anew. */
const edition = 5;
/** Linkage asks about children whom it left apart: those who are, or lately were, under age. */
const yearsAsked = 19;
const batch = 500;

/** The id of the record about two rows, whichever is named first. */
export const pairIdOf = (sealing: Services['sealing'], city: number, a: string, b: string): string =>
  sealing.idFor(city, pairRecord.kind, [a, b].sort().join('|'));

export const linkageIdOf = (sealing: Services['sealing'], city: number): string => sealing.idFor(city, linkageRecord.kind, theOne);

/** Verdicts on rows, as pairs of their ids. */
async function verdictsOf(tx: Tx, city: number): Promise<readonly { a: string; b: string; status: 'same' | 'not-same' }[]> {
  const { rows } = await tx.query<{ a: string; b: string; status: 'same' | 'not-same' }>(
    "select a, b, status from people_pair where city = $1 and status in ('same', 'not-same') order by id",
    [city],
  );
  return rows;
}

/** What the result of linkage depends on, as one short text: all rows by their keyed fingerprints, the verdicts, and the city's wards. */
async function basisOf(tx: Tx, city: number): Promise<string> {
  const { rows } = await tx.query<{ verdicts: string }>(
    `select count(*) || '.' || coalesce(bit_xor(hashtextextended(id::text || status, 0)), 0) as verdicts
     from people_pair where city = $1 and status in ('same', 'not-same')`,
    [city],
  );
  return [edition, await presentFingerprint(tx), rows[0]!.verdicts, await wardsFingerprint(tx)].join('/');
}

/**
 * Links all rows of a city anew, respecting every verdict, and writes what differs from before. A person keeps its id where it keeps
 * most of its rows. Without news of rows, verdicts or wards nothing is compared and nothing written.
 */
export async function linkCity(services: Services, city: number, progress?: Progress): Promise<void> {
  const { ledger, sealing } = services;
  const linkage = linkageIdOf(sealing, city);
  const { basis, last, verdicts, wards, today } = await ledger.transaction(city, async (tx) => ({
    basis: await basisOf(tx, city),
    last: await ledger.find<LinkageState>(tx, city, linkageRecord.kind, linkage),
    verdicts: await verdictsOf(tx, city),
    wards: await wardReaders(tx),
    today: await ledger.today(tx, city),
  }));
  if (last?.state.basis === basis) return;
  await progress?.report('reading', 0);
  const entries = await presentEntries(services, city);
  const indexOf = new Map(entries.map(({ id }, i) => [id, i]));
  const decided = (status: string) =>
    verdicts.flatMap((verdict): [number, number][] => {
      const [a, b] = [indexOf.get(verdict.a), indexOf.get(verdict.b)];
      return verdict.status === status && a !== undefined && b !== undefined ? [[a, b]] : [];
    });
  await progress?.report('comparing', 0, entries.length);
  const result = await linkInWorker({
    columns: columnsOf(entries, wards.compared),
    sources: entries.map(({ state }) => registerNames.indexOf(state.register)),
    mustLink: decided('same'),
    cannotLink: decided('not-same'),
  });
  const { requests, persons } = await settlements(services, city, entries, result, wards.shown);
  const questions = result.review.map((pair): Request => {
    const [a, b] = [entries[pair.a]!.id, entries[pair.b]!.id];
    const { probability } = pair;
    const input = { a, b, weight: rounded(pair.weight), probability, fields: pair.fields.map(tidy) };
    return { kind: pairRecord.kind, id: pairIdOf(sealing, city, a, b), name: 'doubt', input };
  });
  const asked = new Set(questions.map(({ id }) => id));
  const clusters = clustersOf(result);
  const bornSince = `${Number(today.slice(0, 4)) - yearsAsked}-01-01`;
  const rowsOf = (members: readonly number[]) => members.map((i) => entries[i]!.state);
  // A person is asked about by the row that asks for most papers: what the other person is missing from.
  const rank = (i: number) => registerNames.indexOf(entries[i]!.state.register);
  const askedBy = (members: readonly number[]) => entries[members.reduce((best, i) => (rank(i) < rank(best) ? i : best))]!.id;
  for (const [one, other] of questionsOfStrays(clusters.map(rowsOf), wards.compared, bornSince)) {
    const [a, b] = [askedBy(clusters[one]!), askedBy(clusters[other]!)];
    const id = pairIdOf(sealing, city, a, b);
    if (asked.has(id)) continue;
    asked.add(id);
    questions.push({ kind: pairRecord.kind, id, name: 'doubt', input: { a, b, weight: 0, probability: 0.5, fields: [] } });
  }
  const open = await ledger.transaction(city, async (tx) =>
    (await tx.query<{ id: string }>("select id from people_pair where city = $1 and status in ('open', 'later')", [city])).rows.map(
      ({ id }) => id,
    ),
  );
  const withdrawn = open.filter((id) => !asked.has(id)).map((id): Request => ({ kind: pairRecord.kind, id, name: 'withdraw', input: {} }));
  const homes = await ledger.transaction(city, (tx) => gathering(tx, sealing, persons));
  const all = [...requests, ...homes, ...questions, ...withdrawn];
  for (let i = 0; i < all.length; i += batch) {
    await progress?.report('writing', i, all.length);
    await ledger.executeAll(systemActor(city), all.slice(i, i + batch));
  }
  const { links, compared, model } = result;
  const input = { rows: entries.length, persons: persons.length, links: links.length, doubtful: questions.length, compared, model, basis };
  await ledger.executeAll(systemActor(city), [{ kind: linkageRecord.kind, id: linkage, name: 'finish', input }]);
  await progress?.report('done', 1, 1);
}

/** The job after an import or a verdict. */
export const linkJob: JobDefinition = {
  name: 'people.link',
  async run({ city }, services, progressOf) {
    // An import that still runs brings more rows, and its end asks for this again.
    if (await withTransaction(services.pool, city, importRuns)) return;
    await linkCity(services, city, progressOf(linkageIdOf(services.sealing, city)));
  },
};
