import { oneOff } from './dates.ts';

/** A number that more records have (an office's telephone) says nothing of who belongs together. */
const mostSharing = 200;

/** The numbers of each value of a column: a cell may hold several. */
export class NumberLists {
  readonly #lists: (readonly string[])[] = [];
  #counts: Map<string, number> | undefined;

  add(numbers: readonly string[]): void {
    this.#lists.push(numbers);
  }

  /** The best level of any number here with any there: the same, one character off, different. */
  level(x: number, y: number): number {
    let best = 2;
    for (const a of this.#lists[x]!)
      for (const b of this.#lists[y]!) {
        if (a === b) return 0;
        if (oneOff(a, b)) best = 1;
      }
    return best;
  }

  /** How many records have each number. */
  #countOf(counts: readonly number[]): Map<string, number> {
    if (!this.#counts) {
      this.#counts = new Map();
      for (const [value, numbers] of this.#lists.entries())
        for (const number of new Set(numbers)) this.#counts.set(number, (this.#counts.get(number) ?? 0) + counts[value]!);
    }
    return this.#counts;
  }

  /** How many records have the rarest number that two values have in common. */
  shared(x: number, y: number, counts: readonly number[]): number {
    const countOf = this.#countOf(counts);
    return Math.min(...this.#lists[x]!.filter((number) => this.#lists[y]!.includes(number)).map((number) => countOf.get(number)!));
  }

  /** For each value a number that is the same for values with a number in common, directly or by way of others. */
  groups(counts: readonly number[]): readonly number[] {
    const countOf = this.#countOf(counts);
    const parent = this.#lists.map((_, value) => value);
    const rootOf = (value: number): number => {
      let root = value;
      while (parent[root] !== root) root = parent[root]!;
      for (let at = value; parent[at] !== root; ) [at, parent[at]] = [parent[at]!, root];
      return root;
    };
    const first = new Map<string, number>();
    for (const [value, numbers] of this.#lists.entries())
      for (const number of numbers) {
        if (numbers.length > 1 && countOf.get(number)! > mostSharing) continue;
        const other = first.get(number);
        if (other === undefined) first.set(number, value);
        else parent[rootOf(value)] = rootOf(other);
      }
    return parent.map((_, value) => rootOf(value));
  }
}
