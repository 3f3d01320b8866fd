import { type Static, Type } from 'typebox';
import { calendarNames } from '../../../platform/calendar/definition.ts';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  Id,
  identity,
  Line,
  Maybe,
  narrative,
  oneOf,
  Prose,
  refuse,
  shown,
  unshown,
} from '../../../platform/decider/index.ts';
import { canonicalFields } from './canonical.ts';
import { MendedWords } from './cells/words.ts';
import { Register } from './entry.ts';
import { encodings, nameFields } from './names.ts';

export const DateOrder = oneOf('day-first', 'month-first');
export const Calendar = oneOf(...calendarNames);
export const EncodingName = oneOf(...encodings);
/** Column number → canonical field; columns not named are left out. A date column may have an order and a calendar of its own. */
const Mapping = Type.Array(
  fields({
    column: Type.Integer({ minimum: 0, maximum: 299 }),
    field: oneOf(...canonicalFields),
    dateOrder: Type.Optional(DateOrder),
    calendar: Type.Optional(Calendar),
  }),
  { maxItems: 300 },
);
export type MappedColumn = Static<typeof Mapping>[number];

const Whole = Type.Integer({ minimum: 0 });
const PerName = Type.Record(Type.String(), Whole);
/** What came of the rows of a file so far, and how well they were filled: figures only. */
export const Counts = fields({
  rows: Whole,
  added: Whole,
  changed: Whole,
  /** Of those changed: rows without a number of their own, known again by what they say. */
  recognised: Type.Optional(Whole),
  unchanged: Whole,
  gone: Whole,
  setAside: Whole,
  /** Of the rows taken: those with a cell that could not be read. */
  unread: Type.Optional(Whole),
});
export type Counts = Static<typeof Counts>;
/** Rows with a value by field, dates known only in part, rows set aside by reason, and cells that could not be read by field. */
export const Quality = fields({ filled: PerName, partialDates: Whole, dates: Whole, reasons: PerName, unread: Type.Optional(PerName) });
export type Quality = Static<typeof Quality>;
export const noCounts: Counts = { rows: 0, added: 0, changed: 0, unchanged: 0, gone: 0, setAside: 0 };
export const noQuality: Quality = { filled: {}, partialDates: 0, dates: 0, reasons: {} };

const SetAside = Type.Array(
  fields({
    row: Type.Integer(),
    column: Type.String(),
    reason: Type.String(),
    /** What stands in the cell for which it is set aside. */
    cell: Type.Optional(Type.String()),
    cells: Type.Array(Type.String()),
  }),
);
export type SetAsideRow = Static<typeof SetAside>[number];

/** How a file is read. */
export const reading = {
  register: coded(Register, shown.word('register')),
  mapping: coded(Mapping),
  dateOrder: coded(DateOrder),
  calendar: coded(Calendar),
  /** True where the file is the whole register: rows it no longer holds are noted as gone. */
  whole: field.yes,
  /** The sheet of a workbook; the first that is not hidden where left out. */
  sheet: Type.Optional(identity(Line)),
  /** The encoding of a text, where a person chose it; what the text itself tells where left out. */
  encoding: Type.Optional(coded(EncodingName)),
  /** What a person said that cells mean which could not be read. */
  words: Type.Optional(identity(MendedWords)),
};
const start = { upload: field.id, fileName: identity(Line, shown.text), ...reading };
const Start = fields(start);
export type StartInput = Static<typeof Start>;

const batch = {
  through: coded(Whole),
  counts: coded(Counts),
  quality: coded(Quality),
  headers: Type.Optional(identity(Type.Array(Type.String()))),
};

const Outcome = coded(Whole, shown.number);
const ended = { rows: Outcome, setAside: Outcome, at: coded(Type.String()) };
const endOf = ({ rows, setAside }: Counts, at: string) => ({ rows, setAside, at });

const importEvents = {
  'import-started': fields({ ...start, by: field.id, at: coded(Type.String()) }),
  /** In the same transaction as the batch's rows: how far the file was read, and the rows of the batch that could not be taken. */
  'batch-taken': unshown(fields({ ...batch, setAside: Type.Optional(narrative(SetAside)) })),
  'stop-asked': fields({}),
  'import-finished': fields({ ...ended, gone: Outcome }),
  'import-cancelled': fields(ended),
  'import-failed': fields({ reason: coded(Line), at: coded(Type.String()) }),
  'undo-asked': fields({ because: narrative(Prose, shown.prose), by: field.id, at: coded(Type.String()) }),
  /** In the same transaction as the rows: how many so far never were, and how many are as before. */
  'rows-undone': unshown(fields({ removed: coded(Whole), restored: coded(Whole) })),
  'import-undone': fields({ removed: Outcome, restored: Outcome, kept: Outcome, at: coded(Type.String()) }),
  'undo-failed': fields({ at: coded(Type.String()) }),
};
export type ImportEvent = EventOf<typeof importEvents>;

/** `stopping`: somebody asked it to stop, and it does after the rows at hand. */
export const ImportStatus = oneOf('running', 'stopping', 'finished', 'cancelled', 'failed', 'undoing', 'undone');

/** Taking back what an import wrote: who asked, why, and how far it is. */
export const Undo = fields({
  because: Prose,
  by: Id,
  at: Type.String(),
  /** What the import was before; it is so again where it could not be undone to the end. */
  before: oneOf('finished', 'cancelled', 'failed'),
  /** Rows that this register never had, and rows that are as they were. */
  removed: Whole,
  restored: Whole,
  /** Rows left as the import wrote them: work rests on them that began while it was undone. */
  kept: Whole,
  endedAt: Maybe(Type.String()),
});
export type Undo = Static<typeof Undo>;

export interface ImportState extends StartInput {
  readonly status: Static<typeof ImportStatus>;
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly counts: Counts;
  readonly quality: Quality;
  /** The last row of the file that was dealt with: where a killed import goes on. */
  readonly through: number;
  readonly headers: readonly string[];
  readonly reason: string | null;
  readonly undo?: Undo;
}

const underWay = ['running', 'stopping'] as const;

export const importRecord = defineRecord<ImportState, ImportEvent>()({
  kind: 'registers.import',
  events: importEvents,
  facts: (state) => ({ register: state.register, status: state.status, by: state.by }),
  refusals: {
    existing: 'registers.import-already-started',
    missing: 'registers.import-not-running',
    finished: 'registers.import-not-running',
    cancelled: 'registers.import-not-running',
    failed: 'registers.import-not-running',
    running: 'registers.import-runs-still',
    stopping: 'registers.import-runs-still',
    undoing: 'registers.import-not-running',
    undone: 'registers.import-not-running',
  },
  grants: {
    importer: { roles: ['registrar', 'supervisor'] },
    counter: { roles: ['monitoring-officer'], mayAlso: ['data-protection-officer', 'research', 'council'] },
  },
  acts: { read: ['importer', 'counter'], upload: 'importer', 'read-set-aside': 'importer' },
  evolve(state, event) {
    switch (event.type) {
      case 'import-started': {
        const { type: _, at, ...rest } = event;
        return {
          ...rest,
          status: 'running',
          startedAt: at,
          endedAt: null,
          counts: noCounts,
          quality: noQuality,
          through: 0,
          headers: [],
          reason: null,
        };
      }
      case 'batch-taken':
        return {
          ...state!,
          through: event.through,
          counts: event.counts,
          quality: event.quality,
          headers: event.headers ?? state!.headers,
        };
      case 'stop-asked':
        return { ...state!, status: 'stopping' };
      case 'import-finished':
        return { ...state!, status: 'finished', endedAt: event.at };
      case 'import-cancelled':
        return { ...state!, status: 'cancelled', endedAt: event.at };
      case 'import-failed':
        return { ...state!, status: 'failed', endedAt: event.at, reason: event.reason };
      case 'undo-asked': {
        const { because, by, at } = event;
        const { status, undo } = state!;
        const before = status as Undo['before'];
        // One taken up again goes on counting.
        const { removed = 0, restored = 0 } = undo ?? {};
        return { ...state!, status: 'undoing', undo: { because, by, at, before, removed, restored, kept: 0, endedAt: null } };
      }
      case 'rows-undone':
        return { ...state!, undo: { ...state!.undo!, removed: event.removed, restored: event.restored } };
      case 'import-undone':
        return { ...state!, status: 'undone', undo: { ...state!.undo!, kept: event.kept, endedAt: event.at } };
      case 'undo-failed':
        return { ...state!, status: state!.undo!.before, undo: { ...state!.undo!, endedAt: event.at } };
    }
  },
  commands: {
    start: command({
      summary: 'Import an uploaded file into a register',
      in: 'new',
      by: 'importer',
      input: Start,
      decide(_, wanted, { actor, now }) {
        const named = wanted.mapping.map(({ field }) => field);
        const doubled = named.find((field, i) => named.indexOf(field) !== i);
        if (doubled) return refuse('registers.field-mapped-twice', { field: doubled }, ['/mapping']);
        if (!nameFields.some((field) => named.includes(field))) return refuse('registers.no-name-column', {}, ['/mapping']);
        return [{ type: 'import-started', ...wanted, by: actor.id, at: now }];
      },
    }),
    'take-batch': command({
      summary: 'Note how far the file was read, and the rows that could not be taken',
      in: underWay,
      by: 'system',
      input: fields({ ...batch, setAside: SetAside }),
      decide: (_, { setAside, ...taken }) => [{ type: 'batch-taken', ...taken, ...(setAside.length > 0 ? { setAside } : {}) }],
    }),
    cancel: command({
      summary: 'Ask a running import to stop; rows taken before stay, and importing the file again completes it',
      in: ['running'],
      already: ['stopping'],
      by: 'importer',
      input: fields({}),
      decide: () => [{ type: 'stop-asked' }],
    }),
    finish: command({
      summary: 'Note that an import is done',
      in: underWay,
      already: ['finished', 'cancelled', 'failed'],
      by: 'system',
      input: fields({}),
      decide: ({ counts }, _, { now }) => [{ type: 'import-finished', ...endOf(counts, now), gone: counts.gone }],
    }),
    stop: command({
      summary: 'Note that an import was cancelled; rows taken before stay, and importing the file again completes it',
      in: underWay,
      already: ['finished', 'cancelled', 'failed'],
      by: 'system',
      input: fields({}),
      decide: ({ counts }, _, { now }) => [{ type: 'import-cancelled', ...endOf(counts, now) }],
    }),
    fail: command({
      summary: 'Note that an import could not be done',
      in: underWay,
      already: ['finished', 'cancelled', 'failed'],
      by: 'system',
      input: fields({ reason: Line }),
      decide: (_, { reason }, { now }) => [{ type: 'import-failed', reason, at: now }],
    }),
    undo: command({
      summary: 'Ask that everything an import wrote be taken back; refused where anything rests on its rows',
      in: ['finished', 'cancelled', 'failed'],
      already: ['undoing', 'undone'],
      by: 'importer',
      input: fields({ because: Prose }),
      decide: ({ counts: { added, changed, gone } }, { because }, { actor, now }) =>
        added + changed + gone === 0 ? refuse('registers.nothing-to-undo') : [{ type: 'undo-asked', because, by: actor.id, at: now }],
    }),
    'note-undone': command({
      summary: 'Note how many rows of an import that is undone were taken back so far',
      in: ['undoing'],
      by: 'system',
      input: fields({ removed: Whole, restored: Whole }),
      decide: (_, input) => [{ type: 'rows-undone', ...input }],
    }),
    'finish-undo': command({
      summary: 'Note that an import is undone',
      in: ['undoing'],
      already: ['undone'],
      by: 'system',
      input: fields({ kept: Whole }),
      decide: ({ undo }, { kept }, { now }) => [{ type: 'import-undone', removed: undo!.removed, restored: undo!.restored, kept, at: now }],
    }),
    'fail-undo': command({
      summary: 'Note that an import could not be undone to the end; asking again goes on where it stopped',
      in: ['undoing'],
      already: ['finished', 'cancelled', 'failed', 'undone'],
      by: 'system',
      input: fields({}),
      decide: (_, __, { now }) => [{ type: 'undo-failed', at: now }],
    }),
  },
});
