import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useState } from 'react';
import type { AddressOf, AnyList, NarrowingOf, OrderOf, PageOf, RowOf, SearchOf } from '../../lists/list.ts';
import { useAsk, usePages } from '../data/reading.ts';
import { useFormat } from '../format.ts';
import type { View, Views } from './views.ts';

type Value = string | number | boolean;
type Narrowing = Readonly<Record<string, Value>>;
type Address = Readonly<Record<string, unknown>>;

/** What a page says of its list. The path, names and types are those of the declaration, which itself stays on the server. */
export interface ListSpec<L extends AnyList> {
  readonly path: L['path'];
  /** The page's own address. */
  readonly at: string;
  /** The filters that stand in the address, so that the way back keeps them; a text that is searched for is never one of them. */
  readonly address: Partial<AddressOf<L>>;
  /** The filter by which a typed text is searched for; it is kept here, and gone with the page unless a view keeps it. */
  readonly search?: SearchOf<L>;
  /** What the list is narrowed to where nothing is chosen. */
  readonly usual?: NarrowingOf<L>;
  /** Filters that say which list it is: one that is empty by these alone has no rows, rather than none that fit. */
  readonly which?: readonly (keyof L['filters'] & string)[];
  readonly counts?: true;
  /** Columns that stand in it until others are chosen; left out where none can be. */
  readonly columns?: readonly string[];
  /** What is kept of it under names, as `WithViews` reads it. */
  readonly views?: Views | undefined;
}

const parsed = (kind: 'text' | 'number' | 'yes', value: unknown): Value =>
  kind === 'number' ? Number(value) : kind === 'yes' ? String(value) === 'true' : String(value);

/** What an address asks for; what is not known in it is left out. */
function narrowingOf(kinds: Readonly<Record<string, 'text' | 'number' | 'yes'>>, address: Address): Narrowing {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) => {
      const value = address[name];
      return value === undefined || value === '' ? [] : [[name, parsed(kind, value)]];
    }),
  );
}

/** The view that the address asks for, or that was changed since. `view` alone in it is a view as it is kept, `from` one that was changed. */
function viewOf(views: Views | undefined, address: Address) {
  const named = (id: unknown): View | undefined => [...(views?.views ?? []), ...(views?.shared ?? [])].find((one) => one.id === id);
  const opening = Object.keys(address).length === 0 && (views?.opens ?? null) !== null;
  const asked = opening ? views?.opens : address['view'] === 'none' ? undefined : address['view'];
  const view = named(asked);
  return { view, base: view ?? named(address['from']), gone: views !== undefined && asked !== undefined && !view };
}

/** A list as its page shows it. */
export interface ListState<L extends AnyList> {
  readonly list?: L;
  readonly path: string;
  readonly pages: ReturnType<typeof usePages<RowOf<L>>>;
  readonly first: PageOf<L> | undefined;
  /** How many rows it has, for a sentence: `count`, and `n` as it is written. Undefined until that is known. */
  readonly total: { readonly count: number; readonly n: string } | undefined;
  readonly narrowing: NarrowingOf<L>;
  /** All that the list is asked for, a text that is searched for with it. */
  readonly question: object;
  /** Narrows the list further; what is given as undefined narrows it no longer. */
  narrow(more: NarrowingOf<L>): void;
  readonly order: OrderOf<L> | undefined;
  sort(by: OrderOf<L> | undefined): void;
  readonly text: string;
  search(text: string): void;
  readonly isNarrowed: boolean;
  showAll(): void;
  /** How many rows a value of a filter would show; undefined where that is not counted. */
  countOf(filter: string, value: Value): number | undefined;
  /** The values of a filter that some row has, and the one that is chosen, though no row has it any more. */
  found(filter: string): readonly string[];
  setUnfolded(unfolded: boolean): void;
  /** The columns that were chosen, in their order; undefined where none can be. */
  readonly columns: readonly string[] | undefined;
  readonly usualColumns: readonly string[];
  choose(columns: readonly string[]): void;
  readonly views:
    | {
        readonly all: Views;
        /** The view that is shown, or that was changed since. */
        readonly base: View | undefined;
        readonly isChanged: boolean;
        /** The view that was asked for is there no longer. */
        readonly gone: boolean;
        /** Shows a view; without one, the whole list. */
        show(id: string | undefined): void;
      }
    | undefined;
}

/** Reads a list: what the address narrows it to, its rows as far as they were read, and how to ask for others. */
export function useList<L extends AnyList>(spec: ListSpec<L>): ListState<L> {
  const { path, at, address: kinds, search, usual, which = [], counts, columns: usualColumns = [], views } = spec;
  const navigate = useNavigate();
  const { number } = useFormat();
  const address = useSearch({ strict: false }) as Address;
  const { view, base, gone } = viewOf(views, address);
  const [text, setText] = useState(view?.search ?? '');
  const [unfolded, setUnfolded] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a view brings its search along once, when it is chosen.
  useEffect(() => {
    if (view) setText(view.search ?? '');
  }, [view?.id]);
  const narrowed = view ? (view.narrowing as Narrowing) : narrowingOf(kinds as Parameters<typeof narrowingOf>[0], address);
  const narrowing = { ...usual, ...narrowed } as Narrowing;
  const order = (view ? (view.order ?? undefined) : address['order']) as OrderOf<L> | undefined;
  const columns = view ? view.columns : address['columns'] ? String(address['columns']).split(',') : usualColumns;
  // Typing is not held up by what is found for it.
  const asked = useDeferredValue(text.trim());
  const counting = { ...narrowing, ...(search && asked ? { [search]: asked } : {}) };
  const question = { ...counting, ...(order ? { order } : {}) };
  const pages = usePages<RowOf<L>>(path, question);
  const counted = useAsk<{ counts: Readonly<Record<string, Readonly<Record<string, number>>>> }>(
    `${path}/counts`,
    { ...counting, ...(unfolded ? { all: true } : {}) },
    { enabled: counts ?? false },
  ).data?.counts;
  const go = (to: Address) => {
    const said = Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined && value !== ''));
    // Nothing in the address would be the view that the list opens with.
    const none = Object.keys(said).length === 0 && (views?.opens ?? null) !== null;
    void navigate({ to: at, replace: true, search: (none ? { view: 'none' } : said) as never });
  };
  /** Asks for the list as it is now, but for what is given. */
  const change = (more: Address) =>
    go({ ...narrowed, order, columns: columns.join() === usualColumns.join() ? undefined : columns.join(), from: base?.id, ...more });
  const first = pages.first as unknown as PageOf<L> | undefined;
  return {
    path,
    pages,
    first,
    total: first?.total === undefined ? undefined : { count: first.total, n: `${number(first.total)}${first.beyond ? '+' : ''}` },
    narrowing: narrowing as NarrowingOf<L>,
    question,
    narrow: (more) => change(more),
    order,
    sort: (by) => change({ order: by }),
    text,
    search: setText,
    isNarrowed: text !== '' || Object.keys(narrowed).some((name) => !which.includes(name)),
    showAll: () => {
      setText('');
      go({});
    },
    countOf: (filter, value) => counted?.[filter] && (counted[filter][String(value)] ?? 0),
    found: (filter) => [
      ...new Set([...Object.keys(counted?.[filter] ?? {}), ...(narrowing[filter] === undefined ? [] : [String(narrowing[filter])])]),
    ],
    setUnfolded,
    columns: spec.columns && columns,
    usualColumns,
    choose: (next) => change({ columns: next.length === 0 || next.join() === usualColumns.join() ? undefined : next.join() }),
    views: views && {
      all: views,
      base,
      isChanged: !view || text !== (view.search ?? ''),
      gone,
      show: (id) => {
        if (id === undefined) setText('');
        go(id === undefined ? {} : { view: id });
      },
    },
  };
}
