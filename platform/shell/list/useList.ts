import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { AddressOf, AnyList, NarrowingOf, OrderOf, PageOf, RowOf, SearchOf } from '../../lists/list.ts';
import { useAsk, usePages } from '../data/reading.ts';
import { useFormat } from '../format.ts';

type Value = string | number | boolean;
type Narrowing = Readonly<Record<string, Value>>;

/** What a page says of its list. The path, names and types are those of the declaration, which itself stays on the server. */
export interface ListSpec<L extends AnyList> {
  readonly path: L['path'];
  /** The page's own address. */
  readonly at: string;
  /** The filters that stand in the address, so that the way back keeps them; a text that is searched for is never one of them. */
  readonly address: Partial<AddressOf<L>>;
  /** The filter by which a typed text is searched for; it is kept here, and gone with the page. */
  readonly search?: SearchOf<L>;
  /** What the list is narrowed to where nothing is chosen. */
  readonly usual?: NarrowingOf<L>;
  readonly counts?: true;
}

const parsed = (kind: 'text' | 'number' | 'yes', value: unknown): Value =>
  kind === 'number' ? Number(value) : kind === 'yes' ? String(value) === 'true' : String(value);

/** What an address asks for; what is not known in it is left out. */
function narrowingOf(kinds: Readonly<Record<string, 'text' | 'number' | 'yes'>>, address: Readonly<Record<string, unknown>>): Narrowing {
  return Object.fromEntries(
    Object.entries(kinds).flatMap(([name, kind]) => {
      const value = address[name];
      return value === undefined || value === '' ? [] : [[name, parsed(kind, value)]];
    }),
  );
}

/** A list as its page shows it. */
export interface ListState<L extends AnyList> {
  readonly list?: L;
  readonly pages: ReturnType<typeof usePages<RowOf<L>>>;
  readonly first: PageOf<L> | undefined;
  /** How many rows it has, for a sentence: `count`, and `n` as it is written. Undefined until that is known. */
  readonly total: { readonly count: number; readonly n: string } | undefined;
  readonly narrowing: NarrowingOf<L>;
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
  /** The values of a filter that some row has. */
  found(filter: string): readonly string[];
  setUnfolded(unfolded: boolean): void;
}

/** Reads a list: what the address narrows it to, its rows as far as they were read, and how to ask for others. */
export function useList<L extends AnyList>({ path, at, address: kinds, search, usual, counts }: ListSpec<L>): ListState<L> {
  const navigate = useNavigate();
  const { number } = useFormat();
  const address = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const [text, setText] = useState('');
  const [unfolded, setUnfolded] = useState(false);
  const narrowed = narrowingOf(kinds as never, address);
  const narrowing = { ...usual, ...narrowed } as Narrowing;
  const order = address['order'] as OrderOf<L> | undefined;
  // Typing is not held up by what is found for it.
  const asked = useDeferredValue(text.trim());
  const counting = { ...narrowing, ...(search && asked ? { [search]: asked } : {}) };
  const pages = usePages<RowOf<L>>(path, { ...counting, ...(order ? { order } : {}) });
  const counted = useAsk<{ counts: Readonly<Record<string, Readonly<Record<string, number>>>> }>(
    `${path}/counts`,
    { ...counting, ...(unfolded ? { all: true } : {}) },
    { enabled: counts ?? false },
  );
  const go = (to: Readonly<Record<string, unknown>>) =>
    void navigate({
      to: at,
      replace: true,
      search: Object.fromEntries(Object.entries(to).filter(([, value]) => value !== undefined && value !== '')) as never,
    });
  const first = pages.first as unknown as PageOf<L> | undefined;
  return {
    pages,
    first,
    total: first?.total === undefined ? undefined : { count: first.total, n: `${number(first.total)}${first.beyond ? '+' : ''}` },
    narrowing: narrowing as NarrowingOf<L>,
    narrow: (more: NarrowingOf<L>) => go({ ...narrowed, order, ...more }),
    order,
    sort: (by: OrderOf<L> | undefined) => go({ ...narrowed, order: by }),
    text,
    search: setText,
    isNarrowed: text !== '' || Object.keys(narrowed).length > 0,
    showAll: () => {
      setText('');
      go({});
    },
    countOf: (filter: string, value: Value): number | undefined =>
      counts ? (counted.data?.counts[filter]?.[String(value)] ?? 0) : undefined,
    found: (filter: string): readonly string[] => Object.keys(counted.data?.counts[filter] ?? {}),
    setUnfolded,
  };
}
