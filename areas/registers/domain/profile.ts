import { type Static, Type } from 'typebox';
import { plainCell } from '../../../platform/cells/text.ts';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  identity,
  Line,
  oneOf,
  refuse,
  shown,
  unshown,
} from '../../../platform/decider/index.ts';
import { canonicalFields } from './canonical.ts';
import { MendedWords, wordKey } from './cells/words.ts';
import { Register } from './entry.ts';
import { Calendar, DateOrder } from './import.ts';

const Columns = Type.Array(
  fields({
    header: Type.String({ maxLength: 500 }),
    field: Type.Union([oneOf(...canonicalFields), Type.Null()]),
    dateOrder: Type.Optional(DateOrder),
    calendar: Type.Optional(Calendar),
  }),
  { maxItems: 300, minItems: 1 },
);
const Profile = fields({
  // Sealed: a profile may be called after a child, and where a file has no headers its first row stands for them.
  name: identity(Line, shown.text),
  register: coded(Register),
  columns: identity(Columns),
  dateOrder: coded(DateOrder),
  calendar: coded(Calendar),
  whole: field.yes,
  /** What its cells mean that could not be read. */
  words: Type.Optional(identity(MendedWords)),
});

/** How files with these headers are read: what a person corrected once, offered again for the next such file. */
export type ProfileState = Static<typeof Profile> & { readonly removed: boolean };

const { name } = Profile.properties;
const profileEvents = {
  'profile-saved': Profile,
  'profile-renamed': fields({ name }),
  'words-learned': unshown(fields({ words: identity(MendedWords) })),
  'profile-removed': fields({}),
};

const headingOf = (header: string) => plainCell(header).toLowerCase();

/** What headers are compared by: their words, whatever their order. */
export const headerSignature = (headers: readonly string[]): string => JSON.stringify(headers.map(headingOf).sort());

/**
 * The columns of a file as a profile reads them. Columns of one heading, as "Name" of child, mother and father, are told apart by their place
 * among them; a column that the file does not have is left out.
 */
export function columnsOfProfile({ columns }: Pick<ProfileState, 'columns'>, headers: readonly string[]) {
  const places = Map.groupBy(
    headers.map((header, column) => ({ heading: headingOf(header), column })),
    ({ heading }) => heading,
  );
  const met = new Map<string, number>();
  return columns.flatMap(({ header, field, ...dates }) => {
    const heading = headingOf(header);
    const nth = met.get(heading) ?? 0;
    met.set(heading, nth + 1);
    const place = places.get(heading)?.[nth];
    return field && place ? [{ column: place.column, field, ...dates }] : [];
  });
}

/** Words that a profile keeps at most: the newest. */
const mostWords = 1000;

export const profileRecord = defineRecord<ProfileState, EventOf<typeof profileEvents>>()({
  kind: 'registers.profile',
  events: profileEvents,
  facts: (state) => ({ register: state.register, removed: state.removed }),
  status: ({ removed }) => (removed ? 'removed' : 'saved'),
  refusals: { missing: 'registers.profile-not-found', removed: 'registers.profile-not-found' },
  grants: { importer: { roles: ['registrar', 'supervisor'] } },
  acts: { read: 'importer' },
  evolve(state, event) {
    if (event.type === 'profile-removed') return { ...state!, removed: true };
    if (event.type === 'profile-renamed') return { ...state!, name: event.name };
    if (event.type === 'words-learned') {
      const keys = new Set(event.words.map(({ field, word }) => wordKey(field, word)));
      const others = (state!.words ?? []).filter(({ field, word }) => !keys.has(wordKey(field, word)));
      return { ...state!, words: [...others, ...event.words].slice(-mostWords) };
    }
    const { type: _, ...saved } = event;
    return { ...saved, removed: false };
  },
  commands: {
    save: command({
      summary: 'Save how files with these headers are read',
      in: 'new-or-existing',
      by: 'importer',
      input: Profile,
      decide(_, wanted) {
        const named = wanted.columns.flatMap(({ field }) => field ?? []);
        const doubled = named.find((field, i) => named.indexOf(field) !== i);
        if (doubled) return refuse('registers.field-mapped-twice', { field: doubled }, ['/columns']);
        return [{ type: 'profile-saved', ...wanted }];
      },
    }),
    rename: command({
      summary: 'Call a profile by another name',
      in: ['saved'],
      by: 'importer',
      input: fields({ name }),
      decide: (state, { name }) => (name === state.name ? [] : [{ type: 'profile-renamed', name }]),
    }),
    learn: command({
      summary: 'Add what cells mean that could not be read',
      in: ['saved'],
      by: 'importer',
      input: fields({ words: MendedWords }),
      offered: () => false,
      decide: (_, { words }) => (words.length === 0 ? [] : [{ type: 'words-learned', words }]),
    }),
    remove: command({
      summary: 'Offer a profile no more',
      in: ['saved'],
      already: ['removed'],
      by: 'importer',
      input: fields({}),
      decide: () => [{ type: 'profile-removed' }],
    }),
  },
});
