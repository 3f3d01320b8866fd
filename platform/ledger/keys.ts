import { randomBytes } from 'node:crypto';
import type { Pool, Tx } from '../database/pool.ts';
import { keyBytes, type Sealing } from '../sealing/sealing.ts';

/** How long a key is cached before it is read again. */
const rememberedMs = 60_000;

const bindingOf = (city: number, subject: string) => `${city}|${subject}`;

/** Whether the keys kept in a database can be unwrapped: false where another master key wrapped them. Needs the owner's connection. */
export async function opensKeys(owner: Pool, sealing: Sealing): Promise<boolean> {
  const { rows } = await owner.query<{ city: number; subject: string; wrapped: Buffer }>(
    'select city, subject, wrapped from subject_key where wrapped is not null limit 1',
  );
  try {
    for (const { city, subject, wrapped } of rows) sealing.unwrap(city, wrapped, bindingOf(city, subject));
    return true;
  } catch {
    return false;
  }
}

/** The keys of subjects (children, users, rows of registers): made with the first event, unwrapped when needed, destroyed for erasure. */
export class Keys {
  readonly #sealing: Sealing;
  /** Unwrapped keys of late, so that a page of fifty children does not unwrap fifty keys again and again. */
  readonly #recent = new Map<string, Buffer>();
  #since = performance.now();
  /** Destroyed by this process: a reader that got the wrapped key just before must not cache it afterwards. */
  readonly #destroyed = new Set<string>();
  readonly #limit: number;

  constructor(sealing: Sealing, limit = 20_000) {
    this.#sealing = sealing;
    this.#limit = limit;
  }

  #remember(name: string, key: Buffer): void {
    if (this.#destroyed.has(name)) return;
    if (this.#recent.size >= this.#limit) this.#recent.delete(this.#recent.keys().next().value!);
    this.#recent.set(name, key);
  }

  /** The keys of the subjects that have one. A destroyed key is absent. */
  async find(tx: Tx, city: number, subjects: readonly string[]): Promise<Map<string, Buffer>> {
    return (await this.#look(tx, city, subjects)).found;
  }

  async #look(tx: Tx, city: number, subjects: readonly string[]): Promise<{ found: Map<string, Buffer>; destroyed: boolean }> {
    const found = new Map<string, Buffer>();
    let destroyed = false;
    const missing: string[] = [];
    // Another process may destroy a key that this one remembers.
    if (performance.now() - this.#since > rememberedMs) {
      this.#recent.clear();
      this.#since = performance.now();
    }
    for (const subject of new Set(subjects)) {
      const known = this.#recent.get(bindingOf(city, subject));
      if (known) found.set(subject, known);
      else missing.push(subject);
    }
    if (missing.length > 0) {
      const { rows } = await tx.query<{ subject: string; wrapped: Buffer | null }>(
        'select subject, wrapped from subject_key where city = $1 and subject = any($2)',
        [city, missing],
      );
      for (const { subject, wrapped } of rows) {
        destroyed ||= !wrapped;
        if (!wrapped) continue;
        const key = this.#sealing.unwrap(city, wrapped, bindingOf(city, subject));
        this.#remember(bindingOf(city, subject), key);
        found.set(subject, key);
      }
    }
    return { found, destroyed };
  }

  /** When a key of the city was destroyed last, in microseconds; null where none was. */
  async lastDestroyed(tx: Tx, city: number): Promise<string | null> {
    const { rows } = await tx.query<{ at: string | null }>(
      'select (extract(epoch from max(destroyed_at)) * 1e6)::bigint::text as at from subject_key where city = $1 and destroyed_at is not null',
      [city],
    );
    return rows[0]!.at;
  }

  /**
   * A key for each of these subjects, and what writes those that are new: until then nobody waits for them. Undefined where the key of one
   * was destroyed.
   */
  async prepare(
    tx: Tx,
    city: number,
    subjects: readonly string[],
  ): Promise<{ keys: ReadonlyMap<string, Buffer>; write(): Promise<void> } | undefined> {
    const { found, destroyed } = await this.#look(tx, city, subjects);
    if (destroyed) return undefined;
    const { made, write } = this.#make(
      tx,
      city,
      subjects.filter((subject) => !found.has(subject)),
    );
    return { keys: new Map([...found, ...made]), write };
  }

  /** Makes keys for subjects that have none; call with new subjects only. */
  async create(tx: Tx, city: number, subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const { made, write } = this.#make(tx, city, subjects);
    await write();
    return made;
  }

  #make(tx: Tx, city: number, subjects: readonly string[]): { made: Map<string, Buffer>; write(): Promise<void> } {
    const made = new Map<string, Buffer>();
    // All at once: asked for one by one, chance costs as much as sealing.
    const chance = randomBytes(keyBytes * subjects.length);
    const wrapped = subjects.map((subject, i) => {
      const key = chance.subarray(i * keyBytes, (i + 1) * keyBytes);
      made.set(subject, key);
      return this.#sealing.wrap(city, key, bindingOf(city, subject));
    });
    return {
      made,
      async write() {
        if (subjects.length === 0) return;
        await tx.query(
          'insert into subject_key (city, subject, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])',
          [city, subjects, wrapped],
          { name: 'ledger-new-keys' },
        );
      },
    };
  }

  /** Destroys the keys of subjects: everything sealed under them is unreadable from the commit on. */
  async destroy(tx: Tx, city: number, subjects: readonly string[], at: string): Promise<void> {
    await tx.query(
      `insert into subject_key (city, subject, wrapped, destroyed_at) select $1, subject, null, $3 from unnest($2::uuid[]) s(subject)
       on conflict (city, subject) do update set wrapped = null, destroyed_at = coalesce(subject_key.destroyed_at, excluded.destroyed_at)`,
      [city, [...subjects].sort(), at],
    );
    for (const subject of subjects) {
      this.#recent.delete(bindingOf(city, subject));
      this.#destroyed.add(bindingOf(city, subject));
    }
  }
}
