import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { TrueRow, TrueSummary } from './generateCity.ts';
import type { TrueChild } from './reasons.ts';

/** A row as the product knows it: its register and its own id in the file. */
export interface RowReference {
  readonly register: string;
  readonly row: string;
}

export interface Truth {
  /** The true person of each row that can be read (`register/row` → person). Bad rows are left out. */
  readonly personOf: ReadonlyMap<string, string>;
  /** Children with reasons that perfectly linked registers show, and those that are so in the world. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
  readonly world: ReadonlyMap<string, ReadonlySet<string>>;
  readonly summary: TrueSummary;
}

export interface Score {
  readonly truePairs: number;
  readonly foundPairs: number;
  readonly correctPairs: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const rowKey = ({ register, row }: RowReference): string => `${register}/${row}`;

/** Reads a truth file; throws when its last line, the summary, is missing. */
export async function readTruth(path: string): Promise<Truth> {
  const personOf = new Map<string, string>();
  const known = new Map<string, ReadonlySet<string>>();
  const world = new Map<string, ReadonlySet<string>>();
  let summary: TrueSummary | undefined;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const record = JSON.parse(line) as TrueRow | TrueChild | TrueSummary;
    if (record.kind === 'row') {
      if (record.bad === undefined) personOf.set(rowKey(record), record.person);
    } else if (record.kind === 'child') {
      if (record.reasons.length > 0) known.set(record.person, new Set(record.reasons.map(({ reason }) => reason)));
      if (record.world.length > 0) world.set(record.person, new Set(record.world.map(({ reason }) => reason)));
    } else summary = record;
  }
  if (!summary) throw new Error('The truth file has no summary: the city was not written to the end. Make it again.');
  return { personOf, known, world, summary };
}

function toScore(truePairs: number, foundPairs: number, correctPairs: number): Score {
  const precision = foundPairs === 0 ? 1 : correctPairs / foundPairs;
  const recall = truePairs === 0 ? 1 : correctPairs / truePairs;
  return {
    truePairs,
    foundPairs,
    correctPairs,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

/** Pairs of different registers among so many rows of each. */
function pairsAcross(counts: ReadonlyMap<string, number>): number {
  let all = 0;
  let squares = 0;
  for (const count of counts.values()) {
    all += count;
    squares += count * count;
  }
  return (all * all - squares) / 2;
}

const bump = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1);

function registersBy<T>(rows: Iterable<T>, groupOf: (row: T) => string, registerOf: (row: T) => string): Map<string, Map<string, number>> {
  const groups = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const key = groupOf(row);
    const counts = groups.get(key) ?? new Map<string, number>();
    groups.set(key, counts);
    bump(counts, registerOf(row));
  }
  return groups;
}

/**
 * How well rows were linked: precision, recall and F1 over pairs of rows of different registers (Christen, Data Matching, 2012, ch. 7).
 * `clusters` are the persons found, each the rows linked to one; a row in no cluster counts as alone. Rows without a truth are left out.
 */
export function scoreLinkage(truth: Pick<Truth, 'personOf'>, clusters: Iterable<readonly RowReference[]>): Score {
  const sum = (groups: ReadonlyMap<string, ReadonlyMap<string, number>>) =>
    [...groups.values()].reduce((total, counts) => total + pairsAcross(counts), 0);
  const truePairs = sum(
    registersBy(
      truth.personOf,
      ([, person]) => person,
      ([key]) => key.slice(0, key.indexOf('/')),
    ),
  );
  let foundPairs = 0;
  let correctPairs = 0;
  for (const cluster of clusters) {
    const rows = cluster.filter((row) => truth.personOf.has(rowKey(row)));
    foundPairs += sum(
      registersBy(
        rows,
        () => '',
        (row) => row.register,
      ),
    );
    correctPairs += sum(
      registersBy(
        rows,
        (row) => truth.personOf.get(rowKey(row))!,
        (row) => row.register,
      ),
    );
  }
  return toScore(truePairs, foundPairs, correctPairs);
}

export interface FoundChild {
  readonly rows: readonly RowReference[];
  readonly reasons: readonly string[];
}

export interface ReasonScore {
  readonly truly: number;
  readonly found: number;
  readonly correct: number;
  readonly precision: number;
  readonly recall: number;
}

/**
 * How well children at risk were found: precision and recall by reason. A found child stands for the true person of most of its rows (the
 * first of equals); found twice it counts once, found without a true person it counts as wrong. `against`: what registers can know, or the world.
 */
export function scoreReasons(
  truth: Pick<Truth, 'personOf' | 'known' | 'world'>,
  found: Iterable<FoundChild>,
  against: 'known' | 'world' = 'known',
): Record<string, ReasonScore> {
  const foundBy = new Map<string, Set<string>>();
  let unknown = 0;
  for (const child of found) {
    const votes = new Map<string, number>();
    for (const row of child.rows) {
      const person = truth.personOf.get(rowKey(row));
      if (person !== undefined) bump(votes, person);
    }
    const person = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? `nobody-${unknown++}`;
    for (const reason of child.reasons) {
      const persons = foundBy.get(reason) ?? new Set<string>();
      foundBy.set(reason, persons.add(person));
    }
  }
  const trulyBy = new Map<string, number>();
  for (const reasons of truth[against].values()) for (const reason of reasons) bump(trulyBy, reason);
  const scores: Record<string, ReasonScore> = {};
  for (const reason of [...new Set([...trulyBy.keys(), ...foundBy.keys()])].sort()) {
    const truly = trulyBy.get(reason) ?? 0;
    const persons = [...(foundBy.get(reason) ?? [])];
    const correct = persons.filter((person) => truth[against].get(person)?.has(reason)).length;
    scores[reason] = {
      truly,
      found: persons.length,
      correct,
      precision: persons.length === 0 ? 1 : correct / persons.length,
      recall: truly === 0 ? 1 : correct / truly,
    };
  }
  return scores;
}
