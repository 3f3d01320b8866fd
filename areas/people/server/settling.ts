import type { LinkResult, ScoredPair } from '@olle/linkage';
import { v7 as uuidv7 } from 'uuid';
import type { Services } from '../../../platform/http/area.ts';
import type { Request } from '../../../platform/ledger/ledger.ts';
import type { Sealing } from '../../../platform/sealing/sealing.ts';
import { type Composition, cardOf, essenceOf, type Member, type PersonState, personRecord, type WardReader } from '../domain/index.ts';
import { householdIdOf } from './reading/households.ts';
import type { Entry } from './registerRows.ts';

export const rounded = (weight: number) => Math.round(weight * 100) / 100;
export const tidy = (field: ScoredPair['fields'][number]) => ({ column: field.column, level: field.level, weight: rounded(field.weight) });

/** What tells whether a person would be settled anew, without opening the person. */
export const essencePrint = (sealing: Sealing, city: number, state: PersonState): Buffer =>
  sealing.fingerprint(city, 'people.essence', essenceOf(state));

/** The number of the household in rows of one person; null where no register says of one. */
const numberOf = (entries: readonly Entry[]): string | null => entries.map(({ state }) => state.values.household_id).find(Boolean) ?? null;

/** A person made of rows; `why` says of each why it is here. */
export function composed(
  sealing: Sealing,
  city: number,
  entries: readonly Entry[],
  readWard: WardReader,
  why: (entry: Entry) => Pick<Member, 'weight' | 'fields'>,
): Composition {
  const { card, sex, ward, birthYear } = cardOf(
    entries.map(({ state }) => state),
    readWard,
  );
  const household = numberOf(entries);
  return {
    members: entries.map((entry): Member => ({ entry: entry.id, register: entry.state.register, ...why(entry) })),
    sex,
    ward,
    birthYear,
    household: household === null ? null : householdIdOf(sealing, city, household),
    card,
  };
}

export const emptied: Composition = {
  members: [],
  sex: null,
  ward: null,
  birthYear: null,
  household: null,
  card: { names: [], birthDate: null, mother: null, father: null, phones: [], numbers: [], address: null },
};

export const settle = (id: string, input: Composition): Request => ({ kind: personRecord.kind, id, name: 'settle', input });

/** The rows of each person of now, by their places. */
export const clustersOf = ({ clusters }: LinkResult): number[][] => [...Map.groupBy(clusters.keys(), (i) => clusters[i]!).values()];

/** For each row the best link that touches it: why it is where it is. */
function reasonsOf(links: readonly ScoredPair[]): Map<number, ScoredPair> {
  const best = new Map<number, ScoredPair>();
  for (const pair of links) for (const i of [pair.a, pair.b]) if (!best.has(i)) best.set(i, pair);
  return best;
}

/** Of how many rows of each earlier person a cluster is made. */
function sharesOf(members: readonly number[], entries: readonly Entry[], personOf: ReadonlyMap<string, string>): [string, number][] {
  const persons = members.flatMap((i) => personOf.get(entries[i]!.id) ?? []);
  return [...Map.groupBy(persons, (person) => person)].map(([person, rows]) => [person, rows.length]);
}

/** Which earlier person each cluster is: the one of which it has the largest share; each person once. */
function keptIds(clusters: readonly (readonly number[])[], entries: readonly Entry[], personOf: ReadonlyMap<string, string>) {
  const claims = clusters.flatMap((members, cluster) =>
    sharesOf(members, entries, personOf).map(([person, n]) => ({ cluster, person, n })),
  );
  claims.sort((x, y) => y.n - x.n || (x.person < y.person ? -1 : x.person > y.person ? 1 : x.cluster - y.cluster));
  const idOf = new Map<number, string>();
  const claimed = new Set<string>();
  for (const { cluster, person } of claims) {
    if (idOf.has(cluster) || claimed.has(person)) continue;
    idOf.set(cluster, person);
    claimed.add(person);
  }
  return { idOf, claimed };
}

/** For each person of before the one of now who has the largest share of the rows. */
function takersUp(
  clusters: readonly (readonly number[])[],
  ids: readonly string[],
  entries: readonly Entry[],
  personOf: ReadonlyMap<string, string>,
): Map<string, string> {
  const shares = new Map<string, { id: string; n: number }>();
  clusters.forEach((members, cluster) => {
    for (const [person, n] of sharesOf(members, entries, personOf))
      if (n > (shares.get(person)?.n ?? 0)) shares.set(person, { id: ids[cluster]!, n });
  });
  return new Map([...shares].map(([person, { id }]) => [person, id]));
}

/** What must be written so that persons are as linkage found them: those that stay as they are need nothing. */
export async function settlements(
  { ledger, sealing }: Services,
  city: number,
  entries: readonly Entry[],
  result: LinkResult,
  readWard: WardReader,
): Promise<{ requests: Request[]; persons: { id: string; number: string | null }[] }> {
  const before = await ledger.transaction(city, async (tx) => ({
    members: (await tx.query<{ entry: string; person: string }>('select entry, person from people_member where city = $1', [city])).rows,
    persons: (await tx.query<{ id: string; essence: Buffer }>('select id, essence from people_person where city = $1 and rows > 0', [city]))
      .rows,
  }));
  const personOf = new Map(before.members.map(({ entry, person }) => [entry, person]));
  const essences = new Map(before.persons.map(({ id, essence }) => [id, essence]));
  const clusters = clustersOf(result);
  const { idOf, claimed } = keptIds(clusters, entries, personOf);
  const reasons = reasonsOf(result.links);
  const indexOf = new Map(entries.map(({ id }, i) => [id, i]));
  // Emptied first, then those that take over no row of another person: a row seldom stands with two persons, and only while this is written.
  const ids = clusters.map((_, cluster) => idOf.get(cluster) ?? uuidv7());
  const into = takersUp(clusters, ids, entries, personOf);
  const emptying = [...essences.keys()]
    .filter((person) => !claimed.has(person))
    .map((person) => settle(person, { ...emptied, ...(into.has(person) ? { into: into.get(person)! } : {}) }));
  const own: Request[] = [];
  const taking: Request[] = [];
  clusters.forEach((members, cluster) => {
    const id = ids[cluster]!;
    const composition = composed(
      sealing,
      city,
      members.map((i) => entries[i]!),
      readWard,
      ({ id: entry }) => {
        const why = members.length > 1 ? reasons.get(indexOf.get(entry)!) : undefined;
        return { weight: rounded(why?.weight ?? 0), fields: why?.fields.map(tidy) ?? [] };
      },
    );
    if (essences.get(id)?.equals(essencePrint(sealing, city, composition))) return;
    const foreign = members.some((i) => (personOf.get(entries[i]!.id) ?? id) !== id);
    (foreign ? taking : own).push(settle(id, composition));
  });
  const persons = clusters.map((members, cluster) => ({ id: ids[cluster]!, number: numberOf(members.map((i) => entries[i]!)) }));
  return { requests: [...emptying, ...own, ...taking], persons };
}
