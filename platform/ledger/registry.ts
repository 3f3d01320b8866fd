import type { TObject } from 'typebox';
import { type RecordDefinition, type Tier, tiersOf } from '../decider/index.ts';

/** The record definition with its types forgotten: what the ledger, which treats all alike, works with. */
export type AnyRecord = RecordDefinition<unknown, { readonly type: string }>;

type Split = Record<Tier, Record<string, unknown> | undefined>;

/** All kinds of record of the product, and which field of which event is how secret. */
export class Registry {
  readonly #records = new Map<string, AnyRecord>();
  readonly #tiers = new Map<string, Record<string, Tier>>();

  constructor(records: readonly AnyRecord[]) {
    for (const record of records) {
      if (this.#records.has(record.kind)) throw new Error(`Two records are called ${record.kind}.`);
      this.#records.set(record.kind, record);
      for (const [type, schema] of Object.entries(record.events)) {
        this.#tiers.set(`${record.kind}/${type}`, tiersOf(schema as TObject, `${record.kind} ${type}`));
      }
    }
  }

  get kinds(): string[] {
    return [...this.#records.keys()];
  }

  get(kind: string): AnyRecord {
    const record = this.#records.get(kind);
    if (!record) throw new Error(`There is no kind of record called "${kind}".`);
    return record;
  }

  /** The fields of an event by tier; a tier without fields is undefined. Throws on a field that the event's schema does not name. */
  split(kind: string, event: { readonly type: string }): Split {
    const known = this.#tiers.get(`${kind}/${event.type}`);
    if (!known) throw new Error(`${kind} has no event "${event.type}".`);
    const split: Split = { coded: {}, identity: undefined, narrative: undefined };
    for (const [field, value] of Object.entries(event)) {
      if (field === 'type' || value === undefined) continue;
      const tier = known[field];
      if (!tier) throw new Error(`${kind} ${event.type} has no field "${field}".`);
      split[tier] ??= {};
      split[tier][field] = value;
    }
    return split;
  }
}
