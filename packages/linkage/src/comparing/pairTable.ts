/** Numbers kept by pairs of numbers: a table of fixed size in which a newer pair takes the place of an older one. */
export class PairTable {
  readonly #keys: Float64Array;
  readonly #values: Float64Array;
  readonly #shift: number;

  /** For pairs of numbers below `n`; of 2^`most` places at most. */
  constructor(n: number, most: number) {
    const bits = Math.min(most, Math.max(8, Math.ceil(2 * Math.log2(n + 1))));
    this.#shift = 32 - bits;
    this.#keys = new Float64Array(2 ** bits).fill(-1);
    this.#values = new Float64Array(2 ** bits);
  }

  /** The value of a pair, in any order; worked out where it is not remembered. */
  get(x: number, y: number, work: (x: number, y: number) => number): number {
    const [low, high] = x < y ? [x, y] : [y, x];
    const key = low * 67_108_864 + high;
    const place = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> this.#shift;
    if (this.#keys[place] === key) return this.#values[place]!;
    const value = work(x, y);
    this.#keys[place] = key;
    this.#values[place] = value;
    return value;
  }
}
