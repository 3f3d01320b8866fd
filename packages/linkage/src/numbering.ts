/** Numbers whole numbers below 2^53 in the order in which they are first seen. A hash table of typed arrays: a Map of so many costs five times. */
export class Numbering {
  #keys: Float64Array;
  #numbers: Int32Array;
  #shift: number;
  size = 0;

  /** `expected` keys fit without growing. */
  constructor(expected: number) {
    const bits = Math.max(8, Math.ceil(Math.log2(expected * 2 + 1)));
    this.#shift = 32 - bits;
    this.#keys = new Float64Array(2 ** bits).fill(-1);
    this.#numbers = new Int32Array(2 ** bits);
  }

  /** The number of a key; a new one where it was not seen before. */
  of(key: number): number {
    const mask = this.#keys.length - 1;
    let place = this.#placeOf(key);
    for (; this.#keys[place] !== key; place = (place + 1) & mask) {
      if (this.#keys[place] !== -1) continue;
      if (this.size * 2 >= this.#keys.length) {
        this.#grow();
        return this.of(key);
      }
      this.#keys[place] = key;
      this.#numbers[place] = this.size++;
      break;
    }
    return this.#numbers[place]!;
  }

  #placeOf(key: number): number {
    const high = Math.floor(key / 2 ** 26);
    const mixed = Math.imul(high, 0x9e3779b1) ^ Math.imul(key - high * 2 ** 26, 0x85ebca6b);
    return Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> this.#shift;
  }

  #grow(): void {
    const [keys, numbers] = [this.#keys, this.#numbers];
    this.#shift--;
    this.#keys = new Float64Array(keys.length * 2).fill(-1);
    this.#numbers = new Int32Array(keys.length * 2);
    const mask = this.#keys.length - 1;
    keys.forEach((key, i) => {
      if (key < 0) return;
      let place = this.#placeOf(key);
      while (this.#keys[place] !== -1) place = (place + 1) & mask;
      this.#keys[place] = key;
      this.#numbers[place] = numbers[i]!;
    });
  }
}
