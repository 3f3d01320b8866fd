export interface ScoredPair {
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  /** Total match weight, log2 of the Bayes factor, without the prior. */
  readonly weight: number;
  /** Why: for each comparison its level (-1 unknown) and weight. */
  readonly fields: readonly { readonly column: string; readonly level: number; readonly weight: number }[];
}

export interface ClusterInput {
  /** The source (register, file) of each record, numbered from 0. Two records of one source are never put together by themselves. */
  readonly sources: ArrayLike<number>;
  /** Compare within a source too (finding duplicates in one list). */
  readonly within?: boolean;
  /** Probability from which two records are linked, 0.9 unless said. */
  readonly linkFrom?: number;
  /** What people decided: pairs of record numbers. */
  readonly mustLink?: readonly (readonly [number, number])[];
  readonly cannotLink?: readonly (readonly [number, number])[];
}

export interface Clustering {
  /** Pairs at or above `linkFrom` that were put together, best first. */
  readonly links: readonly ScoredPair[];
  /** Pairs that a person should judge: doubtful, or good but at odds with another link. Best first. */
  readonly review: readonly ScoredPair[];
  /** For each record the smallest record number of its cluster. */
  readonly clusters: Int32Array;
}

/**
 * Puts linked records together, best pairs first: never two records of one source (unless `within` or a person says so), never two that a
 * person said are not the same, nor clusters that hold such two. A good pair that is refused so is for a person to judge.
 */
export function clusterise(scored: readonly ScoredPair[], input: ClusterInput, records: number): Clustering {
  const linkFrom = input.linkFrom ?? 0.9;
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
  const name = (a: number, b: number) => (a < b ? `${a}-${b}` : `${b}-${a}`);
  for (const [a, b] of input.cannotLink ?? []) {
    for (const [x, y] of [[a, b], [b, a]] as const) apart.set(x, (apart.get(x) ?? new Set()).add(y)); // biome-ignore format: both ways
    settled.add(name(a, b));
  }
  for (const [a, b] of input.mustLink ?? []) {
    settled.add(name(a, b));
    if (rootOf(a) !== rootOf(b)) join(rootOf(a), rootOf(b));
  }
  const mayJoin = (a: number, b: number): boolean => {
    const [left, right] = [membersOf(a), membersOf(b)];
    if (left.some((x) => right.some((y) => apart.get(x)?.has(y)))) return false;
    return input.within === true || !left.some((x) => right.some((y) => input.sources[x] === input.sources[y]));
  };
  const links: ScoredPair[] = [];
  const review: ScoredPair[] = [];
  for (const pair of scored) {
    const [a, b] = [rootOf(pair.a), rootOf(pair.b)];
    if (a === b) {
      if (pair.probability >= linkFrom) links.push(pair);
    } else if (pair.probability >= linkFrom && mayJoin(a, b)) {
      join(a, b);
      links.push(pair);
    } else if (!settled.has(name(pair.a, pair.b))) review.push(pair);
  }
  const clusters = Int32Array.from({ length: records }, (_, i) => rootOf(i));
  // A doubtful pair whose two records came together by better ones is no question any more.
  return { links, clusters, review: review.filter((pair) => clusters[pair.a] !== clusters[pair.b]) };
}
