import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { type Pool, type Tx, withTransaction } from '../database/pool.ts';
import {
  type Actor,
  type Consulted,
  type Context,
  consultedKey,
  isRefusal,
  type Policy,
  type Refusal,
  refuse,
  systemId,
} from '../decider/index.ts';
import { type Ability, abilityOf, allows, rulesOf } from '../permissions/ability.ts';
import type { Sealing } from '../sealing/sealing.ts';
import { CityDays } from './cityDays.ts';
import { Inputs } from './inputs.ts';
import { Keys } from './keys.ts';
import { Refused } from './problems.ts';
import { danglingReferences } from './references.ts';
import type { Registry } from './registry.ts';
import { append, type Loaded, loadRecords, seal, take } from './store.ts';
import { type AreaSwitches, areaOf, areasOff } from './switches.ts';
import type { Change, Consequence, Effect, FollowUp, Reaction, View } from './view.ts';

export { systemActor } from '../decider/index.ts';

/** A command on its way: what is to be done to which record. */
export interface Request {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
  readonly input: unknown;
  /** The sender's id for this intent; the same id again gets the same answer. Left out for work of the system's own. */
  readonly commandId?: string | undefined;
  /** The version the sender saw; another one now is refused. */
  readonly expectedVersion?: number | undefined;
}

export type Outcome =
  | { readonly ok: true; readonly id: string; readonly version: number; readonly repeated: boolean }
  | { readonly ok: false; readonly id: string; readonly refusal: Refusal };

export interface LedgerParts {
  readonly pool: Pool;
  readonly sealing: Sealing;
  readonly registry: Registry;
  readonly views: readonly View[];
  readonly reactions: readonly Reaction[];
  readonly consequences: readonly Consequence[];
  readonly policies: readonly Policy[];
  /** The grants of the policies, for the record that changes who holds them. */
  readonly grants?: Context['grants'];
  /** Which areas a city may do without, and those that one does without on a day. */
  readonly switches?: AreaSwitches | undefined;
  /** Puts work into the queue, in the same transaction. */
  enqueue(tx: Tx, effects: readonly Effect[], city: number): Promise<void>;
  clock(): Date;
}

/** What the one record of a kind that a city has but one of is named after: `sealing.idFor(city, kind, theOne)`. */
export const theOne = 'main';

const isSystem = (actor: Actor) => actor.id === systemId;

/** Unique constraints that only a race can break. Each such loss means that another writer won: a try for each record that is new. */
const mostTries = 10;
const collisions = new Set(['event_city_id_version_key', 'command_pkey', 'subject_key_pkey']);
/** PostgreSQL's word for two transactions that wait for each other: it ends one, which begins again. */
const deadlock = '40P01';
/** Consequences of consequences, and so on, at most so many times: a circle of them is an error of ours. */
const mostFollowUps = 8;

/** The one way in which anything is written: decide, append, evolve, read models, effects, in one transaction. */
export class Ledger {
  readonly parts: LedgerParts;
  readonly keys: Keys;
  readonly #inputs = new Inputs();
  readonly #days: CityDays;

  constructor(parts: LedgerParts) {
    this.parts = parts;
    this.keys = new Keys(parts.sealing);
    this.#days = new CityDays(parts.pool, parts.clock);
  }

  /** What an actor may do on a day (as `today` gives it), now; without a day, nothing that is allowed until one or for hours. */
  abilityOf(actor: Actor, today?: string, now = today && this.parts.clock().toISOString()): Ability {
    return abilityOf(rulesOf(this.parts.policies, actor, today, now));
  }

  /** The calendar day in a city now. */
  async today(tx: Tx | undefined, city: number): Promise<string> {
    return await this.#days.today(tx, city);
  }

  /** Carries out one command. Never throws for a refusal. */
  async execute(actor: Actor, request: Request): Promise<Outcome> {
    const outcomes = await this.transaction(actor.city, (tx) => this.run(tx, actor, [request]));
    return outcomes[0]!;
  }

  /** Carries out commands together, all or none: the first refusal is thrown as `Refused` and nothing is kept. */
  async executeAll(actor: Actor, requests: readonly Request[]): Promise<Outcome[]> {
    return await this.transaction(actor.city, (tx) => this.runAll(tx, actor, requests));
  }

  /** A transaction of one city. Tried again where two writers made the same record, or sent the same command, at the same moment. */
  async transaction<T>(city: number, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await withTransaction(this.parts.pool, city, work);
      } catch (error) {
        const { code, constraint } = error as { code?: string; constraint?: string };
        const refusal = this.parts.views.map((view) => view.refusals?.[constraint ?? '']).find(Boolean);
        if (code === '23505' && refusal) throw new Refused(refuse(refusal));
        const lost = code === deadlock || (code === '23505' && collisions.has(constraint ?? ''));
        if (attempt === mostTries || !lost) throw error;
      }
    }
  }

  /** `executeAll` within a transaction that the caller commits. */
  async runAll(tx: Tx, actor: Actor, requests: readonly Request[], turn?: Promise<unknown>): Promise<Outcome[]> {
    const outcomes = await this.run(tx, actor, requests, turn);
    const refused = outcomes.find((outcome) => !outcome.ok);
    if (refused && !refused.ok) throw new Refused(refused.refusal);
    return outcomes;
  }

  /**
   * Carries out commands within a transaction that the caller commits; a refused one leaves nothing, the others are kept. `turn`: what must
   * have come to an end before anything is written; until then all is decided and sealed, and no row is locked but of records that were there.
   */
  async run(tx: Tx, actor: Actor, requests: readonly Request[], turn?: Promise<unknown>): Promise<Outcome[]> {
    const { registry, clock, sealing, grants } = this.parts;
    const { city } = actor;
    const now = clock().toISOString();
    const plain: Context = { now, today: await this.today(tx, city), actor, newId: uuidv7, grants };
    const ability = isSystem(actor) ? undefined : this.abilityOf(actor, plain.today, now);
    const records = await loadRecords(tx, registry, this.keys, city, [...new Set(requests.map((request) => request.id))], true);
    // After the records are locked: an earlier request with the same command has committed by now, and is seen.
    const repeated = await this.#findRepeated(tx, actor, requests);
    const dangling = await danglingReferences(
      tx,
      requests,
      ({ kind, name }) => registry.get(kind).commands[name]?.input,
      async (kind, ids) =>
        new Map([...(await this.findMany(tx, city, kind, ids))].map(([id, { state }]) => [id, registry.get(kind).facts(state)])),
    );
    const context = await this.#withConsulted(tx, plain, records, requests);
    const areaFor = ({ kind, name }: Request) => registry.get(kind).commands[name]?.area ?? areaOf(kind);
    const off = isSystem(actor) ? new Set() : await areasOff(this.parts.switches, tx, city, plain.today, requests.map(areaFor));
    const outcomes = requests.map((request): Outcome => {
      const before = repeated.get(request);
      if (before) return before;
      if (off.has(areaFor(request))) return { ok: false, id: request.id, refusal: refuse('ledger.area-off') };
      const refusal = this.#decide(records, request, context, ability, dangling.get(request));
      if (refusal) return { ok: false, id: request.id, refusal };
      return { ok: true, id: request.id, version: records.get(request.id)!.version, repeated: false };
    });
    await this.#followUp(tx, plain, records);
    const touched = [...records.values()].filter((record) => record.fresh.length > 0);
    const done = requests.filter((request, i) => request.commandId && outcomes[i]!.ok && !repeated.has(request));
    if (done.length > 0) {
      await tx.query(
        `insert into command (city, at, actor, id, kind, record, name, fingerprint, version)
         select $1, $2, $3, * from unnest($4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::bytea[], $9::integer[])`,
        [
          city,
          now,
          actor.id,
          done.map((r) => r.commandId),
          done.map((r) => r.kind),
          done.map((r) => r.id),
          done.map((r) => r.name),
          done.map((r) => sealing.fingerprint(city, 'command', JSON.stringify(r.input))),
          done.map((r) => records.get(r.id)!.version),
        ],
        { name: 'ledger-commands' },
      );
    }
    // Last, for from here on the other writers of the city wait.
    if (touched.length > 0) await this.#commit(tx, actor, touched, now, turn);
    return outcomes;
  }

  /** The context with the states of the records that the commands consult; those that are being written, in their present state. */
  async #withConsulted(tx: Tx, context: Context, records: ReadonlyMap<string, Loaded>, requests: readonly FollowUp[]): Promise<Context> {
    const { registry, sealing } = this.parts;
    const asked = requests.flatMap(({ kind, id, name, input }): Consulted[] => {
      const command = registry.get(kind).commands[name];
      // What the schema refuses is not asked what it rests on.
      if (!command?.consults || this.#inputs.refusalOf(command.input, input)) return [];
      const known = records.get(id);
      return [...command.consults(input as never, known?.kind === kind ? known.state : undefined)];
    });
    if (asked.length === 0) return context;
    const idOf = ({ kind, id, named = theOne }: Consulted) => id ?? sealing.idFor(context.actor.city, kind, named);
    const missing = [...new Set(asked.map(idOf))].filter((id) => !records.has(id));
    const others = await loadRecords(tx, registry, this.keys, context.actor.city, missing, false);
    const consulted = new Map<string, unknown>();
    for (const one of asked) {
      const found = records.get(idOf(one)) ?? others.get(idOf(one));
      if (found?.kind === one.kind && !found.erased) consulted.set(consultedKey(one), found.state);
    }
    return { ...context, consulted };
  }

  /** Decides what the decisions so far bring about in other records, and what that brings about, until nothing more follows. */
  async #followUp(tx: Tx, plain: Context, records: Map<string, Loaded>): Promise<void> {
    const { consequences, registry } = this.parts;
    const { city } = plain.actor;
    const followed = new Map<Loaded, number>();
    for (let depth = 0; ; depth++) {
      const requests: FollowUp[] = [];
      for (const record of records.values()) {
        const events = record.fresh.slice(followed.get(record) ?? 0).map(({ event }) => event);
        followed.set(record, record.fresh.length);
        if (events.length === 0) continue;
        for (const { kinds, follow } of consequences)
          if (kinds.includes(record.kind))
            requests.push(...(await follow({ kind: record.kind, id: record.id, city, state: record.state, events }, tx)));
      }
      if (requests.length === 0) return;
      if (depth === mostFollowUps) throw new Error(`Consequences of ${requests[0]!.kind} never end.`);
      const missing = [...new Set(requests.map(({ id }) => id))].filter((id) => !records.has(id));
      for (const [id, record] of await loadRecords(tx, registry, this.keys, city, missing, true)) records.set(id, record);
      const context = await this.#withConsulted(tx, plain, records, requests);
      for (const request of requests) {
        const refusal = this.#decide(records, request, context, undefined, undefined);
        // Nothing is owed to a record whose key was destroyed.
        if (refusal && refusal.refused !== 'ledger.erased') throw new Refused(refusal);
      }
    }
  }

  /** Decides one command against the records in memory; events are taken, a refusal is returned. */
  #decide(
    records: Map<string, Loaded>,
    request: Request,
    context: Context,
    ability: Ability | undefined,
    dangling: Refusal | undefined,
  ): Refusal | undefined {
    const { kind, id, name } = request;
    const definition = this.parts.registry.get(kind);
    const command = definition.commands[name];
    if (!command) throw new Error(`${kind} has no command "${name}".`);
    const known = records.get(id);
    if (known && known.kind !== kind) return refuse('ledger.not-found');
    if (known?.erased) return refuse('ledger.erased');
    const invalid = this.#inputs.refusalOf(command.input, request.input);
    const facts = (state: unknown) => ({ ...definition.facts(state), id, city: context.actor.city });
    // Permission is checked first: a guess must get the same answer whether the record exists or not.
    if (known && known.version > 0 && ability && !allows(ability, name, kind, facts(known.state))) {
      return allows(ability, 'read', kind, facts(known.state)) ? refuse('ledger.not-allowed') : refuse('ledger.not-found');
    }
    if (ability && !ability.can(name, kind)) return refuse('ledger.not-allowed');
    if (invalid ?? dangling) return invalid ?? dangling;
    if (request.expectedVersion !== undefined && request.expectedVersion !== (known?.version ?? 0))
      return refuse('ledger.changed-meanwhile', { version: known?.version ?? 0 });
    const decided = command.decide(known?.state, request.input, context);
    if (isRefusal(decided)) return decided;
    if (decided.length === 0 && !known) return refuse('ledger.not-found');
    // Under any other id nobody would find it again.
    if (!known && definition.single && id !== this.parts.sealing.idFor(context.actor.city, kind, theOne))
      return refuse('ledger.one-a-city');
    const fresh: Loaded = {
      kind,
      id,
      version: 0,
      state: undefined,
      subject: undefined,
      key: undefined,
      erased: false,
      fresh: [],
      snapshot: undefined,
    };
    const record = known ?? fresh;
    if (!known) {
      record.subject = definition.subject?.(decided[0]!) ?? id;
      const after = decided.reduce<unknown>((state, event) => definition.evolve(state, event), undefined);
      if (ability && !allows(ability, name, kind, facts(after))) return refuse('ledger.not-allowed');
      records.set(id, record);
    }
    take(definition, record, decided, request.commandId ?? randomUUID());
    return undefined;
  }

  async #findRepeated(tx: Tx, actor: Actor, requests: readonly Request[]): Promise<Map<Request, Outcome>> {
    const repeated = new Map<Request, Outcome>();
    const ids = requests.flatMap((request) => request.commandId ?? []);
    if (ids.length === 0) return repeated;
    const { rows } = await tx.query<{
      id: string;
      actor: string;
      kind: string;
      record: string;
      name: string;
      fingerprint: Buffer;
      version: number;
    }>('select id, actor, kind, record, name, fingerprint, version from command where city = $1 and id = any($2)', [actor.city, ids], {
      name: 'ledger-commands-seen',
    });
    const seen = new Map(rows.map((row) => [row.id, row]));
    for (const request of requests) {
      const row = request.commandId ? seen.get(request.commandId) : undefined;
      if (!row) continue;
      const same =
        row.actor === actor.id &&
        row.kind === request.kind &&
        row.record === request.id &&
        row.name === request.name &&
        row.fingerprint.equals(this.parts.sealing.fingerprint(actor.city, 'command', JSON.stringify(request.input)));
      repeated.set(
        request,
        same
          ? { ok: true, id: row.record, version: row.version, repeated: true }
          : { ok: false, id: request.id, refusal: refuse('ledger.command-id-reused') },
      );
    }
    return repeated;
  }

  async #commit(tx: Tx, actor: Actor, records: readonly Loaded[], now: string, turn: Promise<unknown> | undefined): Promise<void> {
    const { registry, views, reactions, sealing, enqueue } = this.parts;
    const { city } = actor;
    const keyless = records.filter((record) => !record.key);
    // In one order for all writers, or two that make the same keys wait for each other.
    const subjects = [...new Set(keyless.map((record) => record.subject!))].sort();
    const prepared = await this.keys.prepare(tx, city, subjects);
    // A file for somebody who was erased would be unreadable from the start.
    if (!prepared) throw new Refused(refuse('ledger.erased'));
    for (const record of keyless) record.key = prepared.keys.get(record.subject!)!;
    const sealed = seal(registry, city, records);
    await turn;
    await prepared.write();
    const stored = await append(tx, city, sealed, now, actor.id);
    const changes = records.map(
      (record): Change => ({
        kind: record.kind,
        id: record.id,
        city,
        version: record.version,
        state: record.state,
        facts: registry.get(record.kind).facts(record.state),
        events: stored.get(record.id)!,
        key: record.key!,
      }),
    );
    for (const view of views) {
      const followed = changes.filter((change) => view.kinds.includes(change.kind));
      if (followed.length === 0) continue;
      await view.apply(tx, followed, sealing);
      const refusal = await view.guard?.(tx, followed);
      if (refusal) throw new Refused(refusal);
    }
    const effects = changes.flatMap((change) => reactions.filter((r) => r.kinds.includes(change.kind)).flatMap((r) => r.react(change)));
    if (effects.length > 0) await enqueue(tx, effects, city);
  }

  /** The present state of a record, decrypted. Undefined if there is none or it was erased. Log the read where identity is shown. */
  async find<State>(tx: Tx, city: number, kind: string, id: string): Promise<{ state: State; version: number; key: Buffer } | undefined> {
    const found = await this.findMany<State>(tx, city, kind, [id]);
    return found.get(id);
  }

  /** Records of one kind, opened, by id. */
  async findMany<State>(
    tx: Tx,
    city: number,
    kind: string,
    ids: readonly string[],
  ): Promise<Map<string, { state: State; version: number; key: Buffer }>> {
    const loaded = await loadRecords(tx, this.parts.registry, this.keys, city, ids, false);
    const found = new Map<string, { state: State; version: number; key: Buffer }>();
    for (const record of loaded.values()) {
      if (record.kind === kind && record.key && !record.erased)
        found.set(record.id, { state: record.state as State, version: record.version, key: record.key });
    }
    return found;
  }

  /** Writes into the access log who is shown which records, and why. Call it in the transaction that reads. */
  async noteReading(tx: Tx, actor: Actor, kind: string, ids: readonly string[], why: string): Promise<void> {
    if (ids.length > 0)
      await tx.query(
        'insert into read_log (city, actor, kind, ids, why) values ($1, $2, $3, $4, $5)',
        [actor.city, actor.id, kind, [...ids], why],
        { name: 'ledger-read' },
      );
  }
}
