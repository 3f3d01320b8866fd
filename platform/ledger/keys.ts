import type { Pool, Tx } from '../database/pool.ts';
import type { Sealing } from '../sealing/sealing.ts';

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
  readonly #limit: number;

  constructor(sealing: Sealing, limit = 20_000) {
    this.#sealing = sealing;
    this.#limit = limit;
  }

  #remember(name: string, key: Buffer): void {
    if (this.#recent.size >= this.#limit) this.#recent.delete(this.#recent.keys().next().value!);
    this.#recent.set(name, key);
  }

  /** The keys of the subjects that have one. A destroyed key is absent. */
  async find(tx: Tx, city: number, subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const found = new Map<string, Buffer>();
    const missing: string[] = [];
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
        if (!wrapped) continue;
        const key = this.#sealing.unwrap(city, wrapped, bindingOf(city, subject));
        this.#remember(bindingOf(city, subject), key);
        found.set(subject, key);
      }
    }
    return found;
  }

  /** Makes keys for subjects that have none; call with new subjects only. They are remembered once the transaction has committed. */
  async create(tx: Tx, city: number, subjects: readonly string[]): Promise<Map<string, Buffer>> {
    const made = new Map<string, Buffer>();
    if (subjects.length === 0) return made;
    const wrapped = subjects.map((subject) => {
      const { key, wrapped } = this.#sealing.newKey(city, bindingOf(city, subject));
      made.set(subject, key);
      return wrapped;
    });
    await tx.query('insert into subject_key (city, subject, wrapped) select $1, * from unnest($2::uuid[], $3::bytea[])', [
      city,
      [...subjects],
      wrapped,
    ]);
    return made;
  }

  /** Destroys the key of a subject: everything sealed under it is unreadable from the commit on. */
  async destroy(tx: Tx, city: number, subject: string, at: string): Promise<void> {
    await tx.query('update subject_key set wrapped = null, destroyed_at = $3 where city = $1 and subject = $2', [city, subject, at]);
    this.#recent.delete(bindingOf(city, subject));
  }
}
