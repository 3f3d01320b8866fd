import { type Static, type TSchema, Type } from 'typebox';
import type { Tx } from '../../database/pool.ts';
import { Id, IsoDate, type Tier } from '../../decider/index.ts';
import type { Services } from '../../http/services.ts';
import type { Change, View } from '../../ledger/view.ts';
import type { Sealing } from '../../sealing/sealing.ts';
import { openJson, sealJson } from '../../sealing/sealing.ts';

type Schemas = Readonly<Record<string, TSchema>>;

/** A column as SQL names it, which may be a word of SQL's own. */
export const quoted = (column: string): string => `"${column}"`;
/**
 * The SQL that makes a table of a city's rows. `key`: the columns by which a row is found within the city, as written in brackets;
 * `indexes`: each likewise, or a whole statement that begins with `create`.
 */
export function ddlOf(
  name: string,
  columns: readonly { readonly column: string; readonly type: string; readonly nullable: boolean }[],
  key: string,
  indexes: Readonly<Record<string, string>> = {},
): string {
  // A field may be called as SQL calls something; `id` is not.
  const fields = new Set(columns.map(({ column }) => column).filter((column) => column !== 'id'));
  const named = (on: string) => on.replace(/\w+/g, (word) => (fields.has(word) ? quoted(word) : word));
  return [
    `create table ${name} (\n  city integer not null,`,
    ...columns.map(({ column, type, nullable }) => `  ${quoted(column)} ${type}${nullable ? '' : ' not null'},`),
    `  primary key (city, ${key})\n);`,
    ...Object.entries(indexes).map(([index, on]) =>
      on.startsWith('create ') ? `${on};` : `create index ${name}_${index} on ${name} (${named(on)});`,
    ),
  ].join('\n');
}
/** The column of a field: `dueOn` is `due_on`. */
export const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A column of a type that no schema expresses, its values written as PostgreSQL reads them: `datemultirange`. */
export const sqlColumn = (sqlType: string) => Type.Unsafe<string>({ sqlType });

interface SchemaLike {
  readonly type?: string;
  readonly pattern?: string;
  readonly anyOf?: readonly SchemaLike[];
  readonly items?: SchemaLike;
  readonly const?: unknown;
  readonly sqlType?: string;
}

/** The SQL type of what a schema describes, and whether it may be null. */
export function sqlTypeOf(schema: TSchema): { readonly type: string; readonly nullable: boolean } {
  const { type, pattern, anyOf, items, sqlType } = schema as SchemaLike;
  const nullable = false;
  if (sqlType) return { type: sqlType, nullable };
  if (anyOf) {
    const values = anyOf.filter((one) => one.type !== 'null');
    const types = new Set(values.map((one) => sqlTypeOf(one as TSchema).type));
    if (types.size !== 1) throw new Error(`A column is of one type, not of ${[...types].join(' and ')}.`);
    return { type: [...types][0]!, nullable: values.length < anyOf.length };
  }
  if (type === 'array') return { type: `${sqlTypeOf(items as TSchema).type}[]`, nullable };
  if (pattern === (Id as SchemaLike).pattern) return { type: 'uuid', nullable };
  if (pattern === (IsoDate as SchemaLike).pattern) return { type: 'date', nullable };
  const simple = { string: 'text', integer: 'integer', boolean: 'boolean', number: 'double precision', object: 'jsonb' }[type ?? ''];
  if (!simple) throw new Error(`No column holds ${JSON.stringify(schema)}.`);
  return { type: simple, nullable };
}

const escaped = (value: unknown) => `"${String(value).replace(/["\\]/g, '\\$&')}"`;
/** A value as it is sent: arrays and JSON as text, since an array of arrays would come apart. */
export const sent = (type: string, value: unknown): unknown => {
  if (value === null || value === undefined) return null;
  if (type.endsWith('[]')) return `{${(value as readonly unknown[]).map(escaped).join(',')}}`;
  return type === 'jsonb' ? JSON.stringify(value) : value;
};
/** Types that go as arrays of themselves; all others go as text. */
const plain = new Set(['uuid', 'text', 'integer', 'bigint', 'date', 'boolean', 'bytea', 'double precision']);

type Values<C extends Schemas> = { readonly [K in keyof C]: Static<C[K]> };

/** The type of which a column's values are sent. */
export const placed = (type: string): string => (plain.has(type) ? type : 'text');

interface Given<C extends Schemas> {
  /** `area_thing`. */
  readonly name: string;
  /** What a column has in clear, and what is sealed: by tier. */
  readonly columns: C;
  /** The field that holds the id of whose key seals the row; the row's own id unless said. */
  readonly sealedFor?: keyof C & string;
  /** Each as written in brackets: `city, status, due_on, id`; or a whole statement that begins with `create`. */
  readonly indexes: Readonly<Record<string, string>>;
}

/** The table of a list: one row a record, made from its state alone. */
export class ListTable<C extends Schemas> {
  readonly name: string;
  readonly columns: C;
  readonly ddl: string;
  readonly #clear: readonly (readonly [field: string, type: string])[];
  readonly #sealed: readonly string[];
  readonly #sealedFor: string;
  readonly #upsert: string;

  constructor({ name, columns, sealedFor, indexes }: Given<C>) {
    this.name = name;
    this.columns = columns;
    const fieldsOf = (isSealed: boolean) =>
      Object.entries(columns).filter(([, schema]) => (((schema as { tier?: Tier }).tier ?? 'coded') !== 'coded') === isSealed);
    const clear = fieldsOf(false).map(([field, schema]) => ({ field, column: columnOf(field), ...sqlTypeOf(schema) }));
    this.#clear = clear.map(({ field, type }) => [field, type]);
    this.#sealed = fieldsOf(true).map(([field]) => field);
    this.#sealedFor = sealedFor ?? 'id';
    const all = [
      { column: 'id', type: 'uuid', nullable: false },
      ...clear,
      ...(this.#sealed.length > 0 ? [{ column: 'card', type: 'bytea', nullable: false }] : []),
    ];
    this.ddl = ddlOf(name, all, 'id', indexes);
    const columnsOf = (prefix: string) => all.map(({ column }) => `${prefix}${quoted(column)}`).join(', ');
    const changing = all.slice(1).map(({ column }) => quoted(column));
    const given = all.map(({ type }, i) => `$${i + 2}::${plain.has(type) ? type : 'text'}[]`);
    const selected = all.map(({ column, type }) => (plain.has(type) ? `c.${quoted(column)}` : `c.${quoted(column)}::${type}`));
    // Most of what happens to a record changes nothing that its list shows, and then no row is written.
    this.#upsert = `insert into ${name} (city, ${columnsOf('')}) select $1, ${selected.join(', ')} from unnest(${given.join(', ')}) c(${columnsOf('')})
      on conflict (city, id) do update set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
        where (${changing.map((column) => `${name}.${column}`).join(', ')}) is distinct from (${changing.map((column) => `excluded.${column}`).join(', ')})`;
  }

  #binding(city: number, id: string): string {
    return `${this.name}|${city}|${id}`;
  }

  /** Writes the rows of records: the fields of each by their names, sealed under the key of its change. */
  async write(tx: Tx, rows: readonly (readonly [change: Pick<Change, 'id' | 'city' | 'key'>, values: Values<C>])[]): Promise<void> {
    const card = ([{ id, city, key }, values]: (typeof rows)[number]) =>
      sealJson(key, Object.fromEntries(this.#sealed.map((field) => [field, values[field]])), this.#binding(city, id));
    await tx.query(
      this.#upsert,
      [
        tx.city,
        rows.map(([{ id }]) => id),
        ...this.#clear.map(([field, type]) => rows.map(([, values]) => sent(type, values[field]))),
        ...(this.#sealed.length > 0 ? [rows.map(card)] : []),
      ],
      { name: `${this.name}-write` },
    );
  }

  /** Rows as they were selected, with what is sealed in them; those whose key was destroyed are left out. */
  async open(services: Pick<Services, 'ledger'>, tx: Tx, rows: readonly StoredRow[]): Promise<({ readonly id: string } & Values<C>)[]> {
    const subjectOf = (row: StoredRow) => String(row[columnOf(this.#sealedFor)]);
    const keys = this.#sealed.length > 0 ? await services.ledger.keys.find(tx, tx.city, rows.map(subjectOf)) : undefined;
    return rows.flatMap((row) => {
      const key = keys?.get(subjectOf(row));
      if (keys && !key) return [];
      const card = key ? (openJson(key, row['card'] as Buffer, this.#binding(tx.city, row.id)) as object) : {};
      return [{ id: row.id, ...Object.fromEntries(this.#clear.map(([field]) => [field, row[columnOf(field)]])), ...card } as never];
    });
  }

  /** The read model: this table, and what else is made of the same records. */
  view<State>({
    name,
    kind,
    revision,
    row,
    beside,
    ...rules
  }: {
    readonly name: string;
    readonly kind: string;
    readonly revision: number;
    /** Its row; nothing where the list does not have such a record, or has it no more. */
    readonly row: (state: State, change: Change<State>, sealing: Sealing) => Values<C> | undefined;
    /** Further tables of the same records, written after this one. */
    readonly beside?: Pick<View, 'ddl' | 'tables' | 'recordIn'> & {
      apply(tx: Tx, changes: readonly Change<State>[], sealing: Sealing): Promise<void>;
    };
  } & Pick<View, 'refusals' | 'guard'>): View {
    return {
      name,
      ddl: `${this.ddl}\n${beside?.ddl ?? ''}`,
      tables: [this.name, ...(beside?.tables ?? [])],
      ...(beside?.recordIn ? { recordIn: beside.recordIn } : {}),
      kinds: [kind],
      revision,
      ...rules,
      apply: async (tx, changes, sealing) => {
        const typed = changes as readonly Change<State>[];
        const rows = typed.map((change) => [change, row(change.state, change, sealing)] as const);
        const without = rows.flatMap(([{ id }, values]) => (values ? [] : [id]));
        if (without.length > 0) await tx.query(`delete from ${this.name} where city = $1 and id = any($2)`, [tx.city, without]);
        await this.write(
          tx,
          rows.flatMap(([change, values]) => (values ? [[change, values] as const] : [])),
        );
        await beside?.apply(tx, typed, sealing);
      },
    };
  }
}

/** A row of a list's table as PostgreSQL gives it. */
export type StoredRow = { readonly id: string } & Readonly<Record<string, unknown>>;
