import { Worker } from 'node:worker_threads';
import type { LinkInput, LinkResult, ScoredPair } from '@olle/linkage';
import { v7 as uuidv7 } from 'uuid';
import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { type Request, systemActor } from '../../../platform/ledger/ledger.ts';
import { type CityState, cityRecord, theCity, wardOf } from '../../accounts/domain/index.ts';
import { type EntryState, registerNames } from '../../registers/domain/index.ts';
import { type Composition, cardOf, columnsOf, linkageRecord, type Member, pairRecord, personRecord } from '../domain/index.ts';

const batch = 500;
const mostPairs = 5000;

/** Carries out commands as the system, a batch a transaction. */
async function runInBatches(services: Services, city: number, requests: readonly Request[]): Promise<void> {
  for (let i = 0; i < requests.length; i += batch) await services.ledger.executeAll(systemActor(city), requests.slice(i, i + batch));
}

/** All rows present in the registers, opened, in order of id. */
async function presentEntries(services: Services, city: number): Promise<{ id: string; state: EntryState }[]> {
  const { ledger } = services;
  const entries: { id: string; state: EntryState }[] = [];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await ledger.transaction(city, async (tx) => {
      const { rows } = await tx.query<{ id: string }>(
        "select id from registers_entry where city = $1 and id > $2 and status = 'present' order by id limit 2000",
        [city, after],
      );
      const states = await ledger.findMany<EntryState>(
        tx,
        city,
        'registers.entry',
        rows.map(({ id }) => id),
      );
      return rows.map(({ id }) => ({ id, state: states.get(id)?.state }));
    });
    if (page.length === 0) return entries;
    after = page.at(-1)!.id;
    for (const { id, state } of page) if (state) entries.push({ id, state });
  }
}

const inWorker = async (input: LinkInput): Promise<LinkResult> =>
  await new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./linkWorker.ts', import.meta.url), { workerData: input });
    worker.once('message', resolve);
    worker.once('error', reject);
  });

/** For each row the best link that touches it: why it is where it is. */
function reasonsOf(links: readonly ScoredPair[]): Map<number, ScoredPair> {
  const best = new Map<number, ScoredPair>();
  for (const pair of links) for (const i of [pair.a, pair.b]) if (!best.has(i)) best.set(i, pair);
  return best;
}

/**
 * Links all rows of a city anew, respecting every verdict, and writes what differs from before. A person keeps its id where it keeps
 * most of its rows. Running it again without news writes nothing but the note of the run.
 */
export async function linkCity(services: Services, city: number): Promise<void> {
  const { ledger, sealing } = services;
  const entries = await presentEntries(services, city);
  const indexOf = new Map(entries.map(({ id }, i) => [id, i]));
  const verdicts = await ledger.transaction(
    city,
    async (tx) =>
      (
        await tx.query<{ a: string; b: string; status: string }>(
          "select a, b, status from people_pair where city = $1 and status in ('same', 'not-same')",
          [city],
        )
      ).rows,
  );
  const decided = (status: string) =>
    verdicts.flatMap((verdict): [number, number][] => {
      const [a, b] = [indexOf.get(verdict.a), indexOf.get(verdict.b)];
      return verdict.status === status && a !== undefined && b !== undefined ? [[a, b]] : [];
    });
  const result = await inWorker({
    columns: columnsOf(entries),
    sources: entries.map(({ state }) => registerNames.indexOf(state.register)),
    mustLink: decided('same'),
    cannotLink: decided('not-same'),
  });
  const persons = await settlePersons(services, city, entries, result);
  const review = result.review
    .slice(0, mostPairs)
    .map((pair) => ({ pair, id: pairIdOf(sealing, city, entries[pair.a]!.id, entries[pair.b]!.id) }));
  const open = await ledger.transaction(city, async (tx) =>
    (await tx.query<{ id: string }>("select id from people_pair where city = $1 and status in ('open', 'later')", [city])).rows.map(
      ({ id }) => id,
    ),
  );
  const doubted = new Set(review.map(({ id }) => id));
  await runInBatches(services, city, [
    ...review.map(({ id, pair }) => ({
      kind: pairRecord.kind,
      id,
      name: 'doubt',
      input: {
        a: entries[pair.a]!.id,
        b: entries[pair.b]!.id,
        weight: rounded(pair.weight),
        probability: pair.probability,
        fields: pair.fields.map(tidy),
      },
    })),
    ...open.filter((id) => !doubted.has(id)).map((id) => ({ kind: pairRecord.kind, id, name: 'withdraw', input: {} })),
  ]);
  await ledger.executeAll(systemActor(city), [
    {
      kind: linkageRecord.kind,
      id: sealing.idFor(city, linkageRecord.kind, 'main'),
      name: 'finish',
      input: {
        rows: entries.length,
        persons,
        links: result.links.length,
        doubtful: review.length,
        compared: result.compared,
        model: result.model,
      },
    },
  ]);
}

const rounded = (weight: number) => Math.round(weight * 100) / 100;
const tidy = (field: ScoredPair['fields'][number]) => ({ column: field.column, level: field.level, weight: rounded(field.weight) });

/** The id of the record about two rows, whichever is named first. */
export const pairIdOf = (sealing: Services['sealing'], city: number, a: string, b: string): string =>
  sealing.idFor(city, pairRecord.kind, [a, b].sort().join('|'));

async function settlePersons(
  services: Services,
  city: number,
  entries: readonly { id: string; state: EntryState }[],
  result: LinkResult,
): Promise<number> {
  const { ledger, sealing } = services;
  const before = await ledger.transaction(
    city,
    async (tx) =>
      (await tx.query<{ entry: string; person: string }>('select entry, person from people_member where city = $1', [city])).rows,
  );
  const cityId = sealing.idFor(city, cityRecord.kind, theCity);
  const described = await ledger.transaction(city, async (tx) => await ledger.find<CityState>(tx, city, cityRecord.kind, cityId));
  const wardList = described?.state ?? { wards: [] };
  const personOf = new Map(before.map(({ entry, person }) => [entry, person]));
  const clusters = new Map<number, number[]>();
  result.clusters.forEach((root, i) => {
    const list = clusters.get(root);
    if (list) list.push(i);
    else clusters.set(root, [i]);
  });
  // The largest share of an earlier person takes its id; each id is taken once.
  const claims = [...clusters.values()].flatMap((members) => {
    const votes = new Map<string, number>();
    for (const i of members) {
      const person = personOf.get(entries[i]!.id);
      if (person) votes.set(person, (votes.get(person) ?? 0) + 1);
    }
    return [...votes].map(([person, n]) => ({ members, person, n }));
  });
  claims.sort((x, y) => y.n - x.n || x.person.localeCompare(y.person));
  const idOf = new Map<number[], string>();
  const claimed = new Set<string>();
  for (const { members, person } of claims) {
    if (idOf.has(members) || claimed.has(person)) continue;
    idOf.set(members, person);
    claimed.add(person);
  }
  const reasons = reasonsOf(result.links);
  const requests: Request[] = [];
  // Emptied first, so that no row belongs to two persons at any moment.
  for (const person of new Set(personOf.values())) {
    if (!claimed.has(person)) requests.push({ kind: personRecord.kind, id: person, name: 'settle', input: emptied });
  }
  for (const members of clusters.values()) {
    const own = members.map((i) => entries[i]!);
    const { card, sex, ward, birthYear } = cardOf(own.map(({ state }) => state));
    const householdId = own.map(({ state }) => state.values.household_id).find(Boolean);
    const input: Composition = {
      members: members.map((i): Member => {
        const why = members.length > 1 ? reasons.get(i) : undefined;
        return {
          entry: entries[i]!.id,
          register: entries[i]!.state.register,
          weight: rounded(why?.weight ?? 0),
          fields: why?.fields.map(tidy) ?? [],
        };
      }),
      sex,
      // Rows keep what their register wrote; lists and counts speak of the city's own wards.
      ward: ward && (wardOf(wardList, ward) ?? ward),
      birthYear,
      household: householdId ? sealing.idFor(city, 'people.household', householdId) : null,
      card,
    };
    requests.push({ kind: personRecord.kind, id: idOf.get(members) ?? uuidv7(), name: 'settle', input });
  }
  await runInBatches(services, city, requests);
  return clusters.size;
}

const emptied: Composition = {
  members: [],
  sex: null,
  ward: null,
  birthYear: null,
  household: null,
  card: { names: [], birthDate: null, mother: null, father: null, phones: [], numbers: [], address: null },
};

/** The job after an import or a verdict. */
export const linkJob: JobDefinition = {
  name: 'people.link',
  async run({ city }, services) {
    await linkCity(services, city);
  },
};
