import { type Static, type TObject, type TOptional, type TSchema, Type } from 'typebox';
import { type Data, tiersOf } from '../decider/index.ts';

/** How a filter compares a column with what is asked for. */
type Comparison = 'is' | 'has' | 'from' | 'until';

/** A filter of a list. Its tier says whether it may be in an address: only coded ones may. */
export interface Filter<S extends TSchema = TSchema> {
  readonly schema: S;
  /** The column it compares; without one the server's half of the list says what it means. */
  readonly column?: string;
  readonly by?: Comparison;
  readonly searched?: true;
}

const comparing =
  (by: Comparison) =>
  <S extends TSchema>(column: string, schema: S): Filter<S> => ({ schema, column, by });
/** Rows whose column is what is asked for. */
export const is = comparing('is');
/** Rows whose list of values has it. */
export const has = comparing('has');
/** Rows whose column is at least that. */
export const from = comparing('from');
/** Rows whose column is at most that. */
export const until = comparing('until');
/** A text that is searched for, such as a name: it is never in an address. The server's half of the list states its meaning. */
export const searched = <S extends TSchema>(schema: S): Filter<S> & { readonly searched: true } => ({ schema, searched: true });
/** A filter whose meaning the server's half of the list states. */
export const own = <S extends TSchema>(schema: S): Filter<S> => ({ schema });

/** An order of the rows: by these columns and then by id, all in one direction, so that a page begins after the last row of the one before. */
export interface Order {
  readonly by: Readonly<Record<string, TSchema>>;
  readonly descending?: true;
  /** What a column without a value counts as, where it may have none. The index must say the same. */
  readonly none?: Readonly<Record<string, string>>;
}

/** Rows that may be chosen one by one, or changed at once. */
export const mostChosen = 100;

type Path = `/api/${string}`;
type Schemas = Readonly<Record<string, TSchema>>;
type Filters = Readonly<Record<string, Filter>>;

type NarrowingBy<F extends Filters> = { readonly [K in keyof F]?: Static<F[K]['schema']> | undefined };

/** A column of a file: the key of what it is called, and where its values are codes, the key below which their words are; with their catalogues. */
export type FileColumn = string | readonly [title: string, values: string];

/** A list: its columns, filters and orders. Read by the server, the screen and the files made from it. */
export interface List<
  C extends Schemas = Schemas,
  F extends Filters = Filters,
  O extends string = string,
  X extends Schemas = Schemas,
  P extends Path = Path,
> {
  /** The kind of record that it is of, and what must be allowed on a row for it to be shown. */
  readonly kind: string;
  readonly action: string;
  readonly path: P;
  readonly summary: string;
  readonly columns: C;
  readonly filters: F;
  /** What it is narrowed to by filters of which nothing is asked. */
  readonly usual: NarrowingBy<F>;
  /** The first is used where none is asked for. */
  readonly orders: Readonly<Record<O, Order>>;
  /** The filters beside whose values it is said how many rows each would show; the screen asks for the others only once they are unfolded. */
  readonly counts: { readonly shown: readonly (keyof F & string)[]; readonly folded: readonly (keyof F & string)[] };
  /** The columns of a file made from it with their words, and the permission that a row needs to be in it; without them there is no file. */
  readonly file: { readonly columns: Readonly<Partial<Record<keyof C & string, FileColumn>>>; readonly action: string } | undefined;
  /** What is answered besides the rows. */
  readonly more: X;
  /** Whether its rows contain names, numbers or narratives. */
  readonly identifies: boolean;
  /** Whether it is said how many rows there are, up to a thousand. */
  readonly counted: boolean;
  readonly pageSize: number;
}
export type AnyList = List<Schemas, Filters, string, Schemas>;

type Given<C extends Schemas, F extends Filters, O extends string, X extends Schemas, P extends Path> = Pick<
  List<C, F, O, X, P>,
  'kind' | 'path' | 'summary' | 'columns' | 'filters' | 'orders'
> & {
  readonly action?: string;
  readonly usual?: NarrowingBy<F>;
  readonly counts?: Partial<List<C, F>['counts']>;
  readonly file?: List<C, F>['file'];
  readonly more?: X;
  readonly counted?: false;
  readonly pageSize?: number;
};

/** Declares a list. Throws where a column or filter has no tier, or a filter compares a column that is none. */
export function defineList<
  const C extends Schemas,
  const F extends Filters,
  const O extends string,
  const P extends Path,
  const X extends Schemas = Readonly<Record<never, TSchema>>,
>(given: Given<C, F, O, X, P>): List<C, F, O, X, P> {
  const tiers = Object.values(tiersOf(Type.Object({ ...given.columns }) as TObject, given.path));
  const filterTiers = tiersOf(Type.Object(filterSchemas(given.filters)) as TObject, `${given.path}, filters`);
  for (const [name, tier] of Object.entries(filterTiers))
    if ((tier === 'coded') === (given.filters[name]!.searched ?? false))
      throw new Error(
        `${given.path}: the filter ${name} is ${tier}. What a person types is identity() and searched(), and nothing else is.`,
      );
  return {
    action: 'read',
    pageSize: 50,
    counted: true,
    ...given,
    usual: given.usual ?? {},
    file: given.file,
    more: given.more ?? ({} as X),
    counts: { shown: given.counts?.shown ?? [], folded: given.counts?.folded ?? [] },
    identifies: tiers.some((tier) => tier !== 'coded'),
  };
}

const filterSchemas = (filters: Filters) => Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, schema]));

type Simplify<T> = { [K in keyof T]: T[K] } & {};
/** A row as it is answered. */
export type RowOf<L extends AnyList> = Simplify<{ id: string } & { [K in keyof L['columns']]: Data<L['columns'][K]> }>;
/** What a list is narrowed to. */
export type NarrowingOf<L extends AnyList> = Simplify<NarrowingBy<L['filters']>>;
/** The filter by which a text is searched for. */
export type SearchOf<L extends AnyList> = {
  [K in keyof L['filters']]: L['filters'][K] extends { readonly searched: true } ? K : never;
}[keyof L['filters']] &
  string;
/** The filters that may be in an address, each with how it is read from there. */
export type AddressOf<L extends AnyList> = {
  readonly [K in Exclude<keyof L['filters'], SearchOf<L>>]: [Static<L['filters'][K]['schema']>] extends [boolean]
    ? 'yes'
    : [Static<L['filters'][K]['schema']>] extends [number]
      ? 'number'
      : 'text';
};
export type OrderOf<L extends AnyList> = keyof L['orders'] & string;
/** Where a page ended: what its last row has in the columns of the order. */
type Cursor = Readonly<Record<string, string | number | boolean>>;
/** The question for a page. */
export type QuestionOf<L extends AnyList> = NarrowingOf<L> & {
  readonly order?: OrderOf<L> | undefined;
  /** So many rows, where who asks shows fewer than a page: what is shown is what is noted as read. */
  readonly most?: number | undefined;
  readonly after?: Cursor | undefined;
};
/** A page of it. */
export type PageOf<L extends AnyList> = {
  readonly rows: RowOf<L>[];
  readonly next: Cursor | null;
  readonly total?: number;
  readonly beyond?: boolean;
} & { readonly [K in keyof L['more']]: Static<L['more'][K]> };

/** The filters as fields of a question, each of which may be left out. */
export const narrowingFields = (list: Pick<AnyList, 'filters'>): Record<string, TSchema> =>
  Object.fromEntries(Object.entries(list.filters).map(([name, { schema }]) => [name, Type.Optional(schema)]));

type Named<L extends Pick<AnyList, 'filters'>> = Exclude<keyof L['filters'], SearchOf<L & AnyList>> & string;
/** The filters that say nothing of a person, as fields of what is kept in clear: a view, what a file was made of. */
export const codedFilters = <const L extends AnyList>(list: L) =>
  Object.fromEntries(
    Object.entries(list.filters).flatMap(([name, { schema, searched: typed }]) => (typed ? [] : [[name, Type.Optional(schema)]])),
  ) as { [K in Named<L>]: TOptional<L['filters'][K]['schema']> };

/** The order asked for, or the usual one. */
export const orderOf = (list: AnyList, name = Object.keys(list.orders)[0]!): Order => list.orders[name]!;
