import type { TSchema } from 'typebox';
import type { Tx } from '../database/pool.ts';
import { type Facts, Id, type Refusal, refuse } from '../decider/index.ts';

interface Reference {
  /** Of which kinds it may be; empty where it may be of any kind, and need not be there. */
  readonly kinds: readonly string[];
  readonly id: string;
  readonly must?: (facts: Facts) => Refusal | undefined;
  /** Its place in the input, as a JSON pointer. */
  readonly at: string;
}

interface Shape {
  readonly refers?: string;
  readonly must?: (facts: Facts) => Refusal | undefined;
  readonly anyOf?: readonly TSchema[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
}

const uuid = new RegExp((Id as { pattern?: string }).pattern!);

/** The ids in an input that its schema says are those of records of a kind (`IdOf`). */
export function referencesIn(schema: TSchema, value: unknown, at = ''): Reference[] {
  const { refers, must, anyOf, items, properties } = schema as Shape;
  // A value in the place of an id that is not one, such as a word that may be given instead, names no record.
  if (refers !== undefined)
    return typeof value === 'string' && uuid.test(value)
      ? [{ kinds: refers === '' ? [] : [refers], id: value, at, ...(must ? { must } : {}) }]
      : [];
  if (anyOf) {
    const [first, ...others] = anyOf.flatMap((one) => referencesIn(one, value, at));
    // An id that may be of several kinds: none of them has a condition of its own.
    return first && others.length > 0 ? [{ ...first, kinds: [first, ...others].flatMap(({ kinds }) => kinds) }] : first ? [first] : [];
  }
  if (items && Array.isArray(value)) return value.flatMap((one, i) => referencesIn(items, one, `${at}/${i}`));
  if (!properties || typeof value !== 'object' || value === null) return [];
  const given = value as Readonly<Record<string, unknown>>;
  return Object.entries(properties).flatMap(([name, inner]) => referencesIn(inner, given[name], `${at}/${name}`));
}

/** The advisory lock that commands which name a record share, and that erasure takes exclusively. */
export const erasing = 0x0113;

const refers = new WeakMap<TSchema, boolean>();
/** Whether a schema names records at all; most do not. */
function mayRefer(schema: TSchema): boolean {
  let known = refers.get(schema);
  if (known === undefined) {
    known = JSON.stringify(schema).includes('"refers"');
    refers.set(schema, known);
  }
  return known;
}

/**
 * For each request whose input names a record that the city does not have, that was erased, or that is not as it must be, the refusal.
 * `factsOf` gives the facts of records of a kind, by id.
 */
export async function danglingReferences<R extends { readonly input: unknown }>(
  tx: Tx,
  requests: readonly R[],
  schemaOf: (request: R) => TSchema | undefined,
  factsOf: (kind: string, ids: readonly string[]) => Promise<ReadonlyMap<string, Facts>>,
): Promise<Map<R, Refusal>> {
  const named = requests.flatMap((request) => {
    const schema = schemaOf(request);
    return schema && mayRefer(schema) ? referencesIn(schema, request.input).map((reference) => ({ request, ...reference })) : [];
  });
  if (named.length === 0) return new Map();
  // Until the end of this transaction nobody named here is erased. A statement of its own: the next one must see what the wait was for.
  await tx.query('select pg_advisory_xact_lock_shared($1, $2)', [erasing, tx.city], { name: 'ledger-not-erasing' });
  const { rows } = await tx.query<{ id: string; kind: string; erased: boolean }>(
    'select id, kind, erased from record where city = $1 and id = any($2)',
    [tx.city, [...new Set(named.map(({ id }) => id).filter((id) => uuid.test(id)))]],
    { name: 'ledger-references' },
  );
  const there = new Map(rows.map((row) => [row.id, row]));
  const missing = named.filter(({ kinds, id }) => {
    const found = there.get(id);
    return found ? found.erased || (kinds.length > 0 && !kinds.includes(found.kind)) : kinds.length > 0;
  });
  const refusals = new Map(missing.map(({ request, at }) => [request, refuse('ledger.no-such-record', {}, [at])]));
  const asked = named.filter(({ request, must }) => must && !refusals.has(request));
  for (const [kind, ofKind] of Map.groupBy(asked, ({ id }) => there.get(id)!.kind)) {
    const facts = await factsOf(kind, [...new Set(ofKind.map(({ id }) => id))]);
    for (const { request, id, at, must } of ofKind) {
      const refusal = must!(facts.get(id)!);
      if (refusal) refusals.set(request, { ...refusal, fields: [at] });
    }
  }
  return refusals;
}
