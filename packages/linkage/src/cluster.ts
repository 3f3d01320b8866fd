export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Total match weight, log2 of the Bayes factor, without the prior. */
  readonly weight: number;
  /** Nothing that tells members of a family apart agrees: a person decides, however much else does. */
  readonly familial?: boolean;
  /** Why: for each comparison its level (-1 unknown) and weight. */
  readonly fields: readonly { readonly column: string; readonly level: number; readonly weight: number }[];
}

export interface ClusterInput {
  /** The source (register, file) of each record, numbered from 0. Two records of one source are never joined automatically. */
  readonly sources: ArrayLike<number>;
  /** Compare within a source too (finding duplicates in one list). */
  readonly within?: boolean;
  /** Probability from which two records are linked, 0.9 unless said. */
  readonly linkFrom?: number;
  /** Probability from which a person is asked, 0.2 unless said. */
  readonly reviewFrom?: number;
  /** What people decided: pairs of record numbers. */
  readonly mustLink?: readonly (readonly [number, number])[];
  readonly cannotLink?: readonly (readonly [number, number])[];
}

export interface Clustering {
  /** Pairs at or above `linkFrom` that were joined, best first. */
  readonly links: readonly ScoredPair[];
  /** Pairs that a person should judge: doubtful, or good but at odds with another link. Best first. */
  readonly review: readonly ScoredPair[];
  /** For each record the smallest record number of its cluster. */
  readonly clusters: Int32Array;
}

/** Weight (bits) by which one link must be better than another for that other to count no more: 64 to 1. */
const clear = 6;
/** The most that two rows without other partners gain (bits). */
export const mostBonus = 5;

/**
 * Puts linked records together, best pairs first: never two records of one source (unless `within` or a person says so), never two that a
 * person said are not the same, nor clusters that hold such two. A good pair that is refused so is for a person to judge.
 */
export function clusterise(scored: readonly ScoredPair[], input: ClusterInput, records: number): Clustering {
  const linkFrom = input.linkFrom ?? 0.9;
  const reviewFrom = input.reviewFrom ?? 0.2;
  const parent = Int32Array.from({ length: records }, (_, i) => i);
  const members = new Map<number, number[]>();
  const membersOf = (root: number) => members.get(root) ?? [root];
  const rootOf = (i: number): number => {
    let root = i;
    while (parent[root] !== root) root = parent[root]!;
    for (let at = i; parent[at] !== root; ) [at, parent[at]] = [parent[at]!, root];
    return root;
  };
  const join = (a: number, b: number) => {
    const [keep, give] = a < b ? [a, b] : [b, a];
    members.set(keep, [...membersOf(keep), ...membersOf(give)]);
    members.delete(give);
    parent[give] = keep;
  };
  const apart = new Map<number, Set<number>>();
  const settled = new Set<string>();
  const best = new Map<number, number>();
  const name = (a: number, b: number) => (a < b ? `${a}-${b}` : `${b}-${a}`);
  for (const [a, b] of input.cannotLink ?? []) {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const)
      apart.set(x, (apart.get(x) ?? new Set()).add(y));
    settled.add(name(a, b));
  }
  for (const [a, b] of input.mustLink ?? []) {
    settled.add(name(a, b));
    if (rootOf(a) !== rootOf(b)) join(rootOf(a), rootOf(b));
    // Where a person put it, a record belongs: what cannot be joined with it any more is no question.
    for (const record of [a, b]) best.set(record, Infinity);
  }
  const mayJoin = (a: number, b: number): boolean => {
    const [left, right] = [membersOf(a), membersOf(b)];
    if (left.some((x) => right.some((y) => apart.get(x)?.has(y)))) return false;
    return input.within === true || !left.some((x) => right.some((y) => input.sources[x] === input.sources[y]));
  };
  /** Whether a record belongs elsewhere so clearly that a pair of this weight is no question. */
  const placed = (record: number, weight: number) => (best.get(record) ?? -Infinity) > weight + clear;
  const links: ScoredPair[] = [];
  const open: ScoredPair[] = [];
  const take = (pair: ScoredPair, probability: number): boolean => {
    const [a, b] = [rootOf(pair.a), rootOf(pair.b)];
    if (pair.familial || probability < linkFrom || (a !== b && !mayJoin(a, b))) return false;
    if (a !== b) join(a, b);
    links.push({ ...pair, probability });
    for (const record of [pair.a, pair.b]) if (!best.has(record)) best.set(record, pair.weight);
    return true;
  };
  for (const pair of scored) if (!take(pair, pair.probability)) open.push(pair);

  // Of those left over: two rows without a partner in each other's source are likelier one person, the rarer such rows are.
  const alone = input.within ? () => 0 : aloneness(input.sources, rootOf, membersOf);
  const loose = open.filter((pair) => rootOf(pair.a) !== rootOf(pair.b));
  const free = loose.filter((pair) => mayJoin(rootOf(pair.a), rootOf(pair.b)));
  const rivals = rivalry(free, input.sources);
  const gained = new Map(free.filter((pair) => !rivals(pair)).map((pair) => [pair, alone(pair.a, pair.b)]));
  const left = loose
    .map((pair) => {
      const bonus = gained.get(pair) ?? 0;
      return { pair, probability: raised(pair.probability, bonus), weight: pair.weight + bonus };
    })
    .sort((x, y) => y.weight - x.weight || x.pair.a - y.pair.a || x.pair.b - y.pair.b);
  const review: ScoredPair[] = [];
  for (const { pair, probability } of left) {
    if (take(pair, probability) || probability < reviewFrom || settled.has(name(pair.a, pair.b))) continue;
    if (mayJoin(rootOf(pair.a), rootOf(pair.b)) || !(placed(pair.a, pair.weight) || placed(pair.b, pair.weight)))
      review.push({ ...pair, probability });
  }
  links.sort((x, y) => y.weight - x.weight || x.a - y.a || x.b - y.b);
  const clusters = Int32Array.from({ length: records }, (_, i) => rootOf(i));
  // A doubtful pair whose two records came together by better ones is no question any more; of two clusters one pair is asked about, the best.
  const couples = new Set<string>();
  const questions = review.filter(({ a, b }) => {
    const couple = name(clusters[a]!, clusters[b]!);
    return clusters[a] !== clusters[b] && !couples.has(couple) && couples.add(couple);
  });
  return { links, clusters, review: questions };
}

/** Whether a record of a pair could as well be joined with another record of the other's source: of twins it says nothing that both are left over. */
function rivalry(pairs: readonly ScoredPair[], sources: ArrayLike<number>): (pair: ScoredPair) => boolean {
  const weights = new Map<string, number[]>();
  const places = ({ a, b }: ScoredPair) => [`${a}/${sources[b]}`, `${b}/${sources[a]}`];
  for (const pair of pairs) for (const place of places(pair)) weights.set(place, [...(weights.get(place) ?? []), pair.weight]);
  return (pair) => places(pair).some((place) => weights.get(place)!.filter((weight) => weight > pair.weight - clear).length > 1);
}

/** The probability after `bits` more of evidence. */
const raised = (probability: number, bits: number): number => 1 / (1 + ((1 - probability) / probability) * 2 ** -bits);

/**
 * How much it says (bits) that two records of different sources are both without a partner in the other's source: were they two people, both
 * partners would be missing. Few rows of a source that nearly covers another lack one (one-to-one assumption; Jaro 1989).
 */
function aloneness(sources: ArrayLike<number>, rootOf: (i: number) => number, membersOf: (root: number) => number[]) {
  const count = Array.from(sources).reduce((most, source) => Math.max(most, source + 1), 0);
  const rows = new Float64Array(count);
  const partnered = new Float64Array(count * count);
  for (let i = 0; i < sources.length; i++) {
    const own = sources[i]!;
    rows[own]!++;
    for (const other of new Set(membersOf(rootOf(i)).map((member) => sources[member]!))) partnered[own * count + other]!++;
  }
  const bits = (from: number, to: number) => -Math.log2(1 - partnered[from * count + to]! / (rows[from]! + 2));
  return (a: number, b: number): number => Math.min(mostBonus, bits(sources[a]!, sources[b]!) + bits(sources[b]!, sources[a]!));
}
