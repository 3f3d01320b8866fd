const wordsPerSlot = 4;

/**
 * How often each id or fingerprint occurred, in 16 bytes each: a file of twenty million rows has more of them than a `Set` of texts may hold.
 * Each is kept by 96 of its random bits.
 */
export class IdCounter {
  #slots = 1 << 12;
  #words = new Uint32Array(this.#slots * wordsPerSlot);
  #size = 0;

  /** Notes one; says how often it occurred before. */
  add(id: string | Buffer): number {
    if (this.#size > this.#slots * 0.6) this.#grow();
    const [a, b, c] = wordsOf(id);
    const at = this.#find(a, b, c);
    const before = this.#words[at + 3]!;
    if (before === 0) {
      this.#words.set([a, b, c], at);
      this.#size++;
    }
    this.#words[at + 3] = before + 1;
    return before;
  }

  count(id: string | Buffer): number {
    return this.#words[this.#find(...wordsOf(id)) + 3]!;
  }

  has(id: string | Buffer): boolean {
    return this.count(id) > 0;
  }

  /** Where these words stand, or the free place for them. */
  #find(a: number, b: number, c: number): number {
    for (let slot = a % this.#slots; ; slot = (slot + 1) % this.#slots) {
      const at = slot * wordsPerSlot;
      const words = this.#words;
      if (words[at + 3] === 0 || (words[at] === a && words[at + 1] === b && words[at + 2] === c)) return at;
    }
  }

  #grow(): void {
    const old = this.#words;
    this.#slots *= 2;
    this.#words = new Uint32Array(this.#slots * wordsPerSlot);
    for (let at = 0; at < old.length; at += wordsPerSlot) {
      if (old[at + 3] === 0) continue;
      this.#words.set(old.subarray(at, at + wordsPerSlot), this.#find(old[at]!, old[at + 1]!, old[at + 2]!));
    }
  }
}

/** The parts of a UUID (version 8) that are neither version nor variant; of a fingerprint its first. */
const wordsOf = (id: string | Buffer): [number, number, number] =>
  typeof id === 'string'
    ? [Number.parseInt(id.slice(0, 8), 16), Number.parseInt(id.slice(9, 13) + id.slice(32), 16), Number.parseInt(id.slice(24, 32), 16)]
    : [id.readUInt32BE(0), id.readUInt32BE(4), id.readUInt32BE(8)];
