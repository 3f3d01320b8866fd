import { searches, traits } from '../../domain/index.ts';

const width = traits.length;

/** Rows by 32 bits of each of their traits (nought where nothing is said), and a number of each: millions fit where their texts would not. */
export class TraitTable {
  #hashes = new Uint32Array(1024 * width);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(texts: readonly string[]): void {
    if ((this.#size + 1) * width > this.#hashes.length) {
      const old = this.#hashes;
      this.#hashes = new Uint32Array(old.length * 2);
      this.#hashes.set(old);
    }
    for (let i = 0; i < width; i++) this.#hashes[this.#size * width + i] = texts[i] ? hashOf(texts[i]!) : 0;
    this.#size++;
  }

  /** A number for what these traits of a row say together; undefined where one of them must be there and is not. */
  keyOf(row: number, columns: readonly number[], filled: boolean): number | undefined {
    let high = 0x9e3779b9;
    let low = 0x85ebca6b;
    for (const column of columns) {
      const hash = this.#hashes[row * width + column]!;
      if (filled && hash === 0) return undefined;
      high = Math.imul(high ^ hash, 0x01000193) ^ (high >>> 15);
      low = Math.imul(low + hash, 0xc2b2ae35) ^ (low >>> 13);
    }
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
  }
}

/** FNV-1a, 32 bits, never nought. Two texts of one hash are told apart later: what is paired here is opened and compared. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0 || 1;
}

/**
 * Pairs rows that left with rows that came, one to one: in each search, the strongest first, those that stand alone on both sides. What two
 * could be is left. Gives for each row that came the row that left, or -1.
 */
export function pairedUp(left: TraitTable, came: TraitTable): Int32Array {
  const ofCame = new Int32Array(came.size).fill(-1);
  const taken = new Uint8Array(left.size);
  const claims = new Int32Array(left.size);
  for (const { by, filled } of searches) {
    const columns = by.map((trait) => traits.indexOf(trait));
    const alone = new Map<number, number>();
    for (let row = 0; row < left.size; row++) {
      const key = taken[row] ? undefined : left.keyOf(row, columns, filled);
      if (key !== undefined) alone.set(key, alone.has(key) ? -1 : row);
    }
    if (alone.size === 0) continue;
    claims.fill(-1);
    for (let row = 0; row < came.size; row++) {
      if (ofCame[row]! >= 0) continue;
      const key = came.keyOf(row, columns, filled);
      const other = key === undefined ? undefined : alone.get(key);
      if (other !== undefined && other >= 0) claims[other] = claims[other] === -1 ? row : -2;
    }
    for (let row = 0; row < left.size; row++) {
      if (claims[row]! < 0) continue;
      taken[row] = 1;
      ofCame[claims[row]!] = row;
    }
  }
  return ofCame;
}
