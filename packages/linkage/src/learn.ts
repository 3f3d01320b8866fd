import { type Blocks, eachInBlock, type Scope } from './blocking.ts';
import type { Dictionary } from './comparing/compare.ts';
import { type LinkModel, startH } from './model.ts';
import { normalised } from './train.ts';

/** A repeatable stream of whole numbers below `n` (mulberry32). */
function drawer(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

/** Pairs drawn to learn what strangers agree on by chance, and those of them that agree on one column. */
const drawn = { all: 150_000, given: 10_000 } as const;
/**
 * A column follows in part from another where strangers who agree on that one agree on it so often, and so many times as often as others.
 * Only a value that so many records have in common tells of strangers: who shares a rarer one may be the same person.
 */
const follows = { share: 0.01, times: 4, sharing: 20 } as const;

/**
 * u: what strangers agree on by chance, from pairs drawn at random. Which columns follow from another (a post code from its suburb) is seen
 * in pairs that agree on that one; without it two agreements would count where there is but one. Columns that households share follow from
 * the household, which `learnHouseholds` sees to.
 */
export function learnStrangers(model: LinkModel, compared: readonly Dictionary[], { sources, within }: Scope, seed: number): void {
  const draw = drawer(seed);
  const records = sources.length;
  const seen = levelCounts(model, 1);
  for (let i = 0; i < Math.min(drawn.all, records * 50); i++) {
    const [a, b] = [draw(records), draw(records)];
    if (a !== b && (within || sources[a] !== sources[b])) count(seen, patternOf(compared, a, b));
  }
  model.comparisons.forEach((comparison, c) => {
    comparison.u = shares(seen[c]!);
  });
  compared.forEach((column, p) => {
    if (column.shared || model.comparisons[p]!.u[0]! * records < follows.sharing) return;
    const given = levelCounts(model, 1);
    for (const [a, b] of pairsThatAgree(column.codes, column.counts, draw, drawn.given)) {
      if (!within && sources[a] !== sources[b]) continue;
      const pattern = patternOf(compared, a, b);
      for (const c of compared.keys()) if (strangers(model, pattern, p, c)) count(given, pattern, c);
    }
    for (let c = p + 1; c < compared.length; c++) {
      if (compared[c]!.shared) continue;
      const comparison = model.comparisons[c]!;
      const u = shares(given[c]!);
      const enough = Math.max(follows.share, follows.times * comparison.u[0]!, comparison.given?.u[0] ?? 0);
      if (given[c]!.reduce((sum, n) => sum + n, 0) > drawn.given / 10 && u[0]! > enough) comparison.given = { column: column.name, u };
    }
  });
}

const levelCounts = ({ comparisons }: LinkModel, from: number) => comparisons.map(({ levels }) => levels.map(() => from));
const patternOf = (compared: readonly Dictionary[], a: number, b: number) => compared.map((column) => column.compare(a, b));
function count(seen: readonly number[][], pattern: readonly number[], only?: number): void {
  pattern.forEach((level, c) => {
    if (level >= 0 && (only === undefined || only === c)) seen[c]![level]!++;
  });
}
function shares(seen: readonly number[]): number[] {
  const total = seen.reduce((sum, n) => sum + n, 0);
  return seen.map((n) => n / total);
}

/** Whether two records are clearly two people: half of the columns known, beside the two in question, agree not at all. */
function strangers({ comparisons }: LinkModel, pattern: readonly number[], p: number, q: number): boolean {
  let [known, different] = [0, 0];
  pattern.forEach((level, c) => {
    if (level < 0 || c === p || c === q) return;
    known++;
    if (level === comparisons[c]!.levels.length - 1) different++;
  });
  return different > 0 && different * 2 >= known;
}

/** Pairs of records with the same value, drawn at random, as likely as such pairs are. */
function* pairsThatAgree(
  codes: Int32Array,
  counts: readonly number[],
  draw: (n: number) => number,
  n: number,
): Generator<[number, number]> {
  const [starts, upTo] = [new Int32Array(counts.length + 1), new Float64Array(counts.length)];
  let pairs = 0;
  counts.forEach((size, code) => {
    starts[code + 1] = starts[code]! + size;
    pairs += (size * (size - 1)) / 2;
    upTo[code] = pairs;
  });
  const order = new Int32Array(starts.at(-1)!);
  const next = starts.slice();
  codes.forEach((code, i) => {
    if (code >= 0) order[next[code]!++] = i;
  });
  for (let i = 0; i < Math.min(n, pairs); i++) {
    const at = (draw(2 ** 32) / 2 ** 32) * pairs;
    let [low, high] = [0, upTo.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (upTo[middle]! > at) high = middle;
      else low = middle + 1;
    }
    const size = counts[low]!;
    const x = draw(size);
    yield [order[starts[low]! + x]!, order[starts[low]! + ((x + 1 + draw(size - 1)) % size)]!];
  }
}

/** More records than this under one telephone or address are no household. */
const household = 12;
/**
 * Of a hundred pairs of brothers and sisters about one is of twins: 12 of 1,000 births are (Monden, Pison and Smits 2021, doi:10.1093/humrep/deab029),
 * seen in pairs of up to four children. As many as this are taken to have been seen, and half of all to have other parents.
 */
const before = { pairs: 20, twins: 0.01, otherParents: 0.5 } as const;
/** From this level on two names have no more than a word in common. */
export const otherName = 3;

/**
 * h: what members of one household agree on beside what they share. Two rows of one source are two people, so that rows of one source with
 * the same telephone, address or household number show it; where there are few of them, what is usual counts too. Members are of three
 * kinds: brothers and sisters, who share all that is `shared`; twins, who share the day of birth too; and those of other parents (parent and child, cousins).
 */
export function learnHouseholds(
  model: LinkModel,
  compared: readonly Dictionary[],
  grouping: Blocks,
  sources: ArrayLike<number>,
  possible: number,
): void {
  const columns = [...model.comparisons.entries()];
  const homes = compared.filter(({ shared, kind }) => shared && kind !== 'name');
  const parents = columns.flatMap(([c, { shared, kind }]) => (shared && kind === 'name' ? [c] : []));
  const dates = columns.flatMap(([c, { shared, kind }]) => (!shared && kind === 'date' ? [c] : []));
  if (homes.length === 0 && parents.length === 0) return;
  const [members, others] = [levelCounts(model, 0), levelCounts(model, 0)];
  const [ofDates, ofParents] = [
    { same: 0, known: 0 },
    { other: 0, known: 0 },
  ];
  for (const { name, kind } of homes) {
    const blocks = grouping.of(grouping.keysOf({ keys: [{ column: name, form: kind === 'text' ? 'sound' : 'exact' }] }));
    eachInBlock(blocks, household * 3, (a, b) => {
      if (sources[a] !== sources[b]) return;
      const pattern = patternOf(compared, a, b);
      count(members, pattern);
      const levels = (of: readonly number[]) => of.map((c) => pattern[c]!).filter((level) => level >= 0);
      const [born, named] = [levels(dates), levels(parents)];
      if (born.length > 0) ofDates.known++;
      if (born.length > 0 && born.every((level) => level === 0)) ofDates.same++;
      if (named.length > 0) ofParents.known++;
      if (!named.some((level) => level >= otherName)) return;
      ofParents.other++;
      count(others, pattern);
    });
  }
  model.kin = Math.min(0.1, (2 * sources.length) / possible);
  model.lambda = Math.min(0.1, sources.length / 2 / possible);
  const shareOf = (n: number, known: number, usual: number) => (n + before.pairs * usual) / (known + before.pairs);
  model.twins = shareOf(ofDates.same, ofDates.known, before.twins);
  model.otherParents = parents.length > 0 ? (1 - model.twins) * shareOf(ofParents.other, ofParents.known, before.otherParents) : 0;
  model.comparisons.forEach((comparison, c) => {
    const usual = startH[comparison.kind];
    comparison.h = comparison.shared ? [...comparison.m] : normalised(members[c]!, usual);
    comparison.other = comparison.shared && comparison.kind === 'name' ? normalised(others[c]!, usual) : comparison.h;
  });
}
