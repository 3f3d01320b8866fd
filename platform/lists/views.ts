import { Type } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  identity,
  Line,
  Maybe,
  oneOf,
  type Refusal,
  type Role,
  refuse,
  unshown,
} from '../decider/index.ts';
import { type AnyList, codedFilters } from './list.ts';

/** Views that one user may keep. */
export const mostListViews = 50;

/** A view of a list: its filters, order and columns. */
const keptOfList = (list: AnyList, columns: readonly string[]) => ({
  narrowing: Type.Unsafe<Readonly<Record<string, string | number | boolean>>>(fields(codedFilters(list))),
  /** Null: the usual one. */
  order: Maybe(oneOf(...Object.keys(list.orders))),
  columns: Type.Array(oneOf(...columns), { maxItems: columns.length }),
  /** A name that was searched for, if the user wants to save it too. */
  search: Maybe(Line),
});

const eventsOf = ({ narrowing, order, columns, search }: ReturnType<typeof keptOfList>) => {
  const sealed = { narrowing: coded(narrowing), order: coded(order), columns: coded(columns), search: identity(search) };
  return {
    // A name is what a person types: it may be a child's.
    'view-kept': unshown(fields({ by: coded(Id), view: coded(Id), name: identity(Line), ...sealed })),
    'view-overwritten': unshown(fields({ view: coded(Id), ...sealed })),
    'view-renamed': unshown(fields({ view: coded(Id), name: identity(Line) })),
    'view-removed': unshown(fields({ view: coded(Id) })),
    'view-shared': unshown(fields({ view: coded(Id) })),
    'view-unshared': unshown(fields({ view: coded(Id), by: coded(Id) })),
    'opening-view-chosen': unshown(fields({ by: coded(Id), view: coded(Type.Union([Id, Type.Null()])) })),
  };
};
export type ListViewsEvent = EventOf<ReturnType<typeof eventsOf>>;

interface Kept {
  readonly narrowing: Readonly<Record<string, string | number | boolean>>;
  readonly order: string | null;
  readonly columns: string[];
  readonly search: string | null;
}

/** The record that keeps views of a list. */
export type ListViewsRecord = ReturnType<typeof listViews>;

/** A way to look at a list that somebody keeps under a name. */
export interface ListView extends Kept {
  readonly id: string;
  readonly name: string;
  /** Whether the whole office sees it. */
  readonly shared: boolean;
}

/** The views of one user. */
export interface ListViewsState {
  readonly by: string;
  readonly views: readonly ListView[];
  /** The view that the list opens with, their own or a shared one; null: none. */
  readonly opens: string | null;
}

const viewOf = (state: ListViewsState | undefined, id: string) => state?.views.find((view) => view.id === id);
const withView = (state: ListViewsState, id: string, more: Partial<ListView>): ListViewsState => ({
  ...state,
  views: state.views.map((view) => (view.id === id ? { ...view, ...more } : view)),
});
const keptOf = ({ narrowing, order, columns, search }: Kept): Kept => ({ narrowing, order, columns: [...new Set(columns)], search });
const text = ({ narrowing, ...rest }: Kept) => JSON.stringify([Object.entries(narrowing).sort(([a], [b]) => (a < b ? -1 : 1)), rest]);
const noSuch = refuse('lists.no-such-view', {}, ['/view']);

/** Why a view may not be called so; another of the same user is. */
function taken(state: ListViewsState | undefined, id: string, name: string): Refusal | undefined {
  const folded = name.toLocaleLowerCase('en').normalize('NFKC');
  const same = state?.views.some((view) => view.id !== id && view.name.toLocaleLowerCase('en').normalize('NFKC') === folded);
  if (name === '') return refuse('lists.view-unnamed', {}, ['/name']);
  return same ? refuse('lists.view-named-so', {}, ['/name']) : undefined;
}

type Kind = `${string}.${string}`;
interface Given<K extends Kind> {
  readonly kind: K;
  readonly list: AnyList;
  /** What may stand in the list beside what a row is called by. */
  readonly columns: readonly string[];
  /** Who keeps views; of them, who shares theirs with the whole office. */
  readonly roles: readonly Role[];
  readonly sharers: readonly Role[];
}

/** What one user keeps of a list: views under names of their own, and the one it opens with. */
export function listViews<const K extends Kind>({ kind, list, columns, roles, sharers }: Given<K>) {
  const kept = keptOfList(list, columns);
  return defineRecord<ListViewsState, ListViewsEvent>()({
    kind,
    events: eventsOf(kept),
    facts: ({ by }) => ({ by }),
    grants: {
      owner: { roles, where: ({ id }) => ({ by: id }) },
      sharer: { roles: sharers, mayAlso: roles.filter((role) => !sharers.includes(role)), where: ({ id }) => ({ by: id }) },
      // What one of them shares, any of them takes back.
      supervisor: { roles: sharers },
    },
    acts: { read: 'owner' },
    evolve(state, event) {
      // It begins with a view, or with the choice of a shared one.
      const now = state ?? { by: (event as { by: string }).by, views: [], opens: null };
      switch (event.type) {
        case 'view-kept':
          return { ...now, views: [...now.views, { id: event.view, name: event.name, shared: false, ...keptOf(event) }] };
        case 'view-overwritten':
          return withView(now, event.view, keptOf(event));
        case 'view-renamed':
          return withView(now, event.view, { name: event.name });
        case 'view-removed':
          return { ...now, views: now.views.filter(({ id }) => id !== event.view), opens: now.opens === event.view ? null : now.opens };
        case 'view-shared':
          return withView(now, event.view, { shared: true });
        case 'view-unshared':
          return withView(now, event.view, { shared: false });
        case 'opening-view-chosen':
          return { ...now, opens: event.view };
      }
    },
    commands: {
      keep: command({
        summary: 'Keep the list as it is narrowed, sorted and shown, under a name',
        in: 'new-or-existing',
        by: 'owner',
        input: fields({ view: Id, name: Line, ...kept }),
        decide(state, { view, name: typed, ...rest }, { actor }) {
          const name = typed.trim();
          if (viewOf(state, view)) return [];
          const refused = taken(state, view, name);
          if (refused) return refused;
          if ((state?.views.length ?? 0) >= mostListViews) return refuse('lists.too-many-views', { most: mostListViews });
          return [{ type: 'view-kept', by: actor.id, view, name, ...keptOf(rest) }];
        },
      }),
      overwrite: command({
        summary: 'Let a view show the list as it is narrowed, sorted and shown now',
        in: 'new-or-existing',
        by: 'owner',
        input: fields({ view: Id, ...kept }),
        decide(state, { view, ...rest }) {
          const known = viewOf(state, view);
          if (!known) return noSuch;
          if (known.shared && rest.search !== null) return refuse('lists.view-names-somebody', {}, ['/search']);
          const next = keptOf(rest);
          return text(next) === text(keptOf(known)) ? [] : [{ type: 'view-overwritten', view, ...next }];
        },
      }),
      rename: command({
        summary: 'Call a view otherwise',
        in: 'new-or-existing',
        by: 'owner',
        input: fields({ view: Id, name: Line }),
        decide(state, { view, name: typed }) {
          const name = typed.trim();
          const known = viewOf(state, view);
          if (!known) return noSuch;
          return taken(state, view, name) ?? (known.name === name ? [] : [{ type: 'view-renamed', view, name }]);
        },
      }),
      remove: command({
        summary: 'Keep a view no longer',
        in: 'new-or-existing',
        by: 'owner',
        input: fields({ view: Id }),
        decide(state, { view }) {
          return viewOf(state, view) ? [{ type: 'view-removed', view }] : [];
        },
      }),
      share: command({
        summary: 'Let the whole office use a view',
        in: 'new-or-existing',
        by: 'sharer',
        input: fields({ view: Id }),
        decide(state, { view }) {
          const known = viewOf(state, view);
          if (!known) return noSuch;
          // Not everybody of the office may know that the child has a case.
          if (known.search !== null) return refuse('lists.view-names-somebody');
          return known.shared ? [] : [{ type: 'view-shared', view }];
        },
      }),
      unshare: command({
        summary: 'Share a view no longer; whoever has it open goes on without',
        in: 'new-or-existing',
        by: ['owner', 'supervisor'],
        input: fields({ view: Id }),
        decide(state, { view }, { actor }) {
          return viewOf(state, view)?.shared ? [{ type: 'view-unshared', view, by: actor.id }] : [];
        },
      }),
      'open-with': command({
        summary: 'Say with which view the list opens: one of their own, one that is shared, or none',
        in: 'new-or-existing',
        by: 'owner',
        input: fields({ view: Type.Union([Id, Type.Null()]) }),
        decide(state, { view }, { actor }) {
          return (state?.opens ?? null) === view ? [] : [{ type: 'opening-view-chosen', by: actor.id, view }];
        },
      }),
    },
  });
}
