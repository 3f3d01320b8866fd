import { type RawBuilder, sql } from 'kysely';
import type { Static, TSchema } from 'typebox';
import type { Tx } from '../../database/pool.ts';
import { type Role, refuse } from '../../decider/index.ts';
import type { Call, Services } from '../../http/area.ts';
import { Refused } from '../../ledger/problems.ts';
import { type AnyList, type NarrowingOf, type Order, type OrderOf, orderOf, type RowOf } from '../list.ts';
import { columnOf, type ListTable, quoted, type StoredRow, sqlTypeOf } from './table.ts';

/** Who asks for a list and when; a job that makes a file of it asks for somebody who is not there. */
export interface Asker {
  readonly services: Pick<Services, 'sealing' | 'ledger' | 'clock'>;
  readonly actor: { readonly id: string; readonly city: number; readonly roles?: readonly Role[] };
  readonly today: string;
}
type Condition = RawBuilder<unknown>;
type Schemas = Readonly<Record<string, TSchema>>;
type Reader = Pick<Call<unknown, unknown, unknown>, 'ability' | 'actor' | 'where'>;

/** Where rows are looked up and put in order, when that is another table than the list's own. */
interface Through {
  readonly from: RawBuilder<unknown>;
  readonly alias: string;
  readonly id: string;
}

/** The server's half of a list. Its rows are called `c` in all conditions. */
export interface Served<L extends AnyList, C extends Schemas, K extends object = object> {
  readonly list: L;
  readonly table: ListTable<C>;
  /** The reason in the access log: `list of cases`. */
  readonly why: string;
  /** What else conditions and computed values rest on, found out once for each question. */
  readonly knows?: (tx: Tx, asker: Asker) => Promise<K>;
  /** The conditions of the filters that compare no column; none where a value narrows nothing. */
  readonly means?: {
    readonly [F in keyof L['filters']]?: (value: Static<L['filters'][F]['schema']>, asker: Asker & K) => Condition | false;
  };
  /** What holds of every row, whatever is asked for. */
  readonly always?: (asked: NarrowingOf<L>, alias: string) => Condition;
  /** The order if none is asked for, where it depends on the question. */
  readonly orderOf?: (asked: NarrowingOf<L>) => OrderOf<L>;
  /** Of which rows names are shown, where not of all: these readings are noted. */
  readonly identified?: (row: StoredRow, asker: Asker & K) => boolean;
  /** Which rows the caller may read, where the rules alone would not be looked up by an index. */
  readonly readable?: (call: Reader) => Condition;
  readonly through?: (asked: NarrowingOf<L>) => Through | undefined;
  /** Columns computed in the query. */
  readonly computed?: (asker: Asker & K) => Partial<Readonly<Record<keyof L['columns'], RawBuilder<unknown>>>>;
  /** What of a row is answered otherwise than it is stored. */
  readonly shown?: (
    row: StoredRow,
    opened: { readonly id: string } & Readonly<Record<string, unknown>>,
    asker: Asker & K,
  ) => Partial<RowOf<L>>;
  /** Set where few rows are found by what they are and then sorted, many walked in the order of the list. */
  readonly sortsFew?: true;
  /** Answered besides the rows. */
  readonly more?: (tx: Tx, scope: RawBuilder<unknown>) => Promise<Record<string, unknown>>;
}

/** The tables that a narrowing is looked up in. */
function placeOf<L extends AnyList, C extends Schemas, K extends object = object>(
  { table, through }: Pick<Served<L, C, K>, 'table' | 'through'>,
  asked: NarrowingOf<L>,
): Through {
  return through?.(asked) ?? { from: sql`${sql.table(table.name)} c`, alias: 'c', id: 'id' };
}

/** Who asks, with all that the conditions rest on. */
async function askerOf<K extends object>(
  { knows }: { readonly knows?: (tx: Tx, asker: Asker) => Promise<K> },
  tx: Tx,
  services: Asker['services'],
  actor: Asker['actor'],
): Promise<Asker & K> {
  const asker = { services, actor, today: await services.ledger.today(tx, actor.city) };
  return { ...asker, ...((await knows?.(tx, asker)) as K) };
}

const and = (conditions: readonly Condition[]) => sql<boolean>`${sql.join(conditions, sql` and `)}`;
const comparisons = { is: sql`=`, from: sql`>=`, until: sql`<=` };

/** What the filters mean for the asker, and nothing else: rows that they may not read, and rows that a list leaves out by default, are included. */
export function narrowedTo<L extends AnyList, C extends Schemas, K extends object = object>(
  { list, means, through }: Pick<Served<L, C, K>, 'list' | 'means' | 'through'>,
  asked: NarrowingOf<L>,
  asker: Asker & K,
): Condition {
  const alias = through?.(asked)?.alias ?? 'c';
  const wanted = Object.entries(asked).filter(([name, value]) => name in list.filters && value !== undefined && value !== '');
  return and([
    sql<boolean>`${sql.ref(`${alias}.city`)} = ${asker.actor.city}`,
    ...wanted.flatMap(([name, value]): Condition[] => {
      const meant = means?.[name as keyof L['filters']];
      if (meant) return [meant(value as never, asker)].filter((condition) => condition !== false);
      const { column, by } = list.filters[name]!;
      if (!column || !by) throw new Error(`${list.path}: nothing says what the filter ${name} means.`);
      const at = sql.ref(`c.${columnOf(column)}`);
      return [by === 'has' ? sql<boolean>`${at} @> ${[value]}` : sql<boolean>`${at} ${comparisons[by]} ${value}`];
    }),
  ]);
}

/** The same, with what holds of every row of the list. */
function conditionsOf<L extends AnyList, C extends Schemas, K extends object = object>(
  served: Pick<Served<L, C, K>, 'list' | 'means' | 'always' | 'through'>,
  asked: NarrowingOf<L>,
  asker: Asker & K,
): Condition {
  const narrowed = narrowedTo(served, asked, asker);
  return served.always ? and([narrowed, served.always(asked, served.through?.(asked)?.alias ?? 'c')]) : narrowed;
}

/** So many rows are counted: nobody reads on so far, and counting a hundred thousand for each answer is felt. */
const mostCounted = 1000;

/** Counts the rows of `from` (tables and conditions, as they follow the word), but not on and on. */
async function counted(tx: Tx, scope: RawBuilder<unknown>): Promise<{ total: number; beyond: boolean }> {
  const [row] = await tx.run<{ n: number }>(
    sql<{ n: number }>`select count(*)::int as n from (select from ${scope} limit ${mostCounted + 1}) found`,
  );
  return { total: Math.min(row!.n, mostCounted), beyond: row!.n > mostCounted };
}

/** An order's columns as the index has them: written otherwise, the whole table would be sorted for each page. */
function orderColumns({ by, none }: Order, alias: string) {
  return Object.entries(by).map(([name, schema]) => {
    const { type } = sqlTypeOf(schema);
    const column = columnOf(name);
    const instead = none?.[name];
    return {
      name,
      type,
      instead,
      sql: instead === undefined ? sql.ref(`${alias}.${column}`) : sql.raw(`coalesce(${alias}.${quoted(column)}, '${instead}'::${type})`),
    };
  });
}

/** One page of a list, which the caller may read; its readings are noted. */
export async function readPage<L extends AnyList, C extends Schemas, K extends object = object>(
  served: Served<L, C, K>,
  call: Reader & Pick<Call<unknown, unknown, unknown>, 'tx' | 'services' | 'note'>,
  { order: orderName, after, most, ...narrowing }: Readonly<Record<string, unknown>>,
) {
  const pageSize = (most as number | undefined) ?? served.list.pageSize;
  const { list, table, readable, computed, shown, sortsFew, more, why } = served;
  const { tx, services, actor } = call;
  const asked = { ...list.usual, ...narrowing } as NarrowingOf<L>;
  const asker = await askerOf(served, tx, services, actor);
  const { from, alias, id } = placeOf(served, asked);
  const order = orderOf(list, (orderName as string | undefined) ?? served.orderOf?.(asked));
  const columns = orderColumns(order, alias);
  const idAt = sql.ref(`${alias}.${id}`);
  const keys = sql.join([...columns.map((one) => one.sql), idAt]);
  const way = order.descending ? sql` desc` : sql``;
  const sorted = sql.join([...columns.map((one) => sql`${one.sql}${way}`), sql`${idAt}${way}`]);
  const allowed = readable ? readable(call) : call.where(list.action, list.kind, 'c');
  const scope = sql`${from} where ${conditionsOf(served, asked, asker)} and ${allowed}`;
  const found = list.counted ? await counted(tx, scope) : undefined;
  const beyond = after
    ? sql<boolean>` and (${keys}) ${order.descending ? sql`<` : sql`>`} (${sql.join(cursorValues(after as Cursor, columns))})`
    : sql``;
  const made = Object.entries(computed?.(asker) ?? {}) as [string, RawBuilder<unknown>][];
  const extras = made.map(([name, value]) => sql`, ${value} as ${sql.ref(columnOf(name))}`);
  const selected = sql`c.*${sql.join(extras, sql``)}`;
  const few = sortsFew && found?.beyond === false;
  const rows = await tx.run<StoredRow>(
    few
      ? sql<StoredRow>`select * from (select ${selected} from ${scope}${beyond} offset 0) c order by ${sorted} limit ${pageSize + 1}`
      : sql<StoredRow>`select ${selected} from ${scope}${beyond} order by ${sorted} limit ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize);
  const named = served.identified ? page.filter((row) => served.identified?.(row, asker)) : page;
  if (list.identifies)
    await call.note(
      list.kind,
      named.map((row) => row.id),
      why,
    );
  const storedOf = new Map(page.map((row) => [row.id, row]));
  const opened = (await table.open(services, tx, page)) as readonly ({ id: string } & Record<string, unknown>)[];
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return {
    ...found,
    ...(await more?.(tx, scope)),
    next: last ? { ...Object.fromEntries(columns.map(({ name, instead }) => [name, last[columnOf(name)] ?? instead])), id: last.id } : null,
    rows: opened.map((row) => {
      const stored = storedOf.get(row.id)!;
      return { ...row, ...Object.fromEntries(made.map(([name]) => [name, stored[columnOf(name)]])), ...shown?.(stored, row, asker) };
    }) as unknown as RowOf<L>[],
  };
}

type Cursor = Readonly<Record<string, unknown>> & { readonly id: string };

/** Where a page begins, as values to compare with. Throws `Refused` where it is that of a page in another order. */
function cursorValues(after: Cursor, columns: readonly { readonly name: string; readonly type: string }[]) {
  return [...columns, { name: 'id', type: 'uuid' }].map(({ name, type }) => {
    const value = after[name];
    if (value === undefined) throw new Refused(refuse('http.invalid-input', {}, ['/after']));
    return sql`${value}::${sql.raw(type)}`;
  });
}

/** How many rows each value of each filter would show, the other filters as they are. */
export async function countValues<L extends AnyList, C extends Schemas, K extends object = object>(
  served: Served<L, C, K>,
  call: Reader & Pick<Call<unknown, unknown, unknown>, 'tx' | 'services'>,
  { all, ...narrowing }: Readonly<Record<string, unknown>>,
) {
  const { list, readable } = served;
  const { tx, services, actor } = call;
  const asker = await askerOf(served, tx, services, actor);
  const allowed = readable ? readable(call) : call.where(list.action, list.kind, 'c');
  const names = [...list.counts.shown, ...(all ? list.counts.folded : [])];
  const without = (some: readonly string[]) => {
    const others = Object.fromEntries(
      Object.entries({ ...list.usual, ...narrowing }).filter(([name]) => !some.includes(name)),
    ) as NarrowingOf<L>;
    return sql`${placeOf(served, others).from} where ${conditionsOf(served, others, asker)} and ${allowed}`;
  };
  const counts: Record<string, Record<string, number>> = {};
  const [columns, flags] = [names.filter((name) => list.filters[name]?.column), names.filter((name) => !list.filters[name]?.column)];
  const isNarrowed = (name: string) => narrowing[name] !== undefined;
  // What nothing is narrowed by is counted in one go; beside a filter in use, the list as it would be without that one.
  for (const together of [columns.filter((name) => !isNarrowed(name)), ...columns.filter(isNarrowed).map((name) => [name])]) {
    if (together.length === 0) continue;
    const at = together.map((name) => sql.ref(`c.${columnOf(list.filters[name]!.column!)}`));
    const rows = await tx.run<{ values: (string | null)[]; n: number }>(
      sql`select array[${sql.join(at.map((column) => sql`${column}::text`))}] as values, count(*)::int as n
          from ${without(together)} group by grouping sets (${sql.join(at.map((column) => sql`(${column})`))})`,
    );
    for (const [i, name] of together.entries())
      counts[name] = Object.fromEntries(rows.flatMap(({ values, n }) => (values[i] == null ? [] : [[values[i], n]])));
  }
  // Of what is so or not, those of which it is so.
  for (const name of flags) {
    const meant = served.means?.[name as keyof L['filters']]?.(true as never, asker);
    const [row] = await tx.run<{ n: number }>(sql`select count(*)::int as n from ${without([name])} and ${meant || sql`true`}`);
    counts[name] = { true: row!.n };
  }
  return { counts };
}
