import type { TSchema } from 'typebox';
import type { Tx } from '../database/pool.ts';
import { Id, type Refusal, refuse } from '../decider/index.ts';

interface Reference {
  readonly kind: string;
  readonly id: string;
  /** Where it stands in the input, as a JSON pointer. */
  readonly at: string;
}

interface Shape {
  readonly refers?: string;
  readonly anyOf?: readonly TSchema[];
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
}

/** The ids in an input that its schema says are those of records of a kind (`IdOf`). */
export function referencesIn(schema: TSchema, value: unknown, at = ''): Reference[] {
  const { refers, anyOf, items, properties } = schema as Shape;
  if (refers !== undefined) return typeof value === 'string' ? [{ kind: refers, id: value, at }] : [];
  if (anyOf) return anyOf.flatMap((one) => referencesIn(one, value, at));
  if (items && Array.isArray(value)) return value.flatMap((one, i) => referencesIn(items, one, `${at}/${i}`));
  if (!properties || typeof value !== 'object' || value === null) return [];
  const given = value as Readonly<Record<string, unknown>>;
  return Object.entries(properties).flatMap(([name, inner]) => referencesIn(inner, given[name], `${at}/${name}`));
}

/** The advisory lock that whoever names a record shares, and whoever erases has alone. */
export const erasing = 0x0113;

const uuid = new RegExp((Id as { pattern?: string }).pattern!);

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

/** For each request whose input names a record that the city does not have, the refusal. */
export async function danglingReferences<R extends { readonly input: unknown }>(
  tx: Tx,
  requests: readonly R[],
  schemaOf: (request: R) => TSchema | undefined,
): Promise<Map<R, Refusal>> {
  const named = requests.flatMap((request) => {
    const schema = schemaOf(request);
    return schema && mayRefer(schema) ? referencesIn(schema, request.input).map((reference) => ({ request, ...reference })) : [];
  });
  if (named.length === 0) return new Map();
  // Until the end of this transaction nobody named here is erased. A statement of its own: the next one must see what the wait was for.
  await tx.query('select pg_advisory_xact_lock_shared($1, $2)', [erasing, tx.city], { name: 'ledger-not-erasing' });
  const { rows } = await tx.query<{ id: string; kind: string }>(
    'select id, kind from record where city = $1 and id = any($2) and not erased',
    [tx.city, [...new Set(named.map(({ id }) => id).filter((id) => uuid.test(id)))]],
    { name: 'ledger-references' },
  );
  const there = new Set(rows.map(({ id, kind }) => `${kind}|${id}`));
  const missing = named.filter(({ kind, id }) => !there.has(`${kind}|${id}`));
  return new Map(missing.map(({ request, at }) => [request, refuse('ledger.no-such-record', {}, [at])]));
}
