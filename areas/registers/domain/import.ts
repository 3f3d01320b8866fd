import { type Static, Type } from 'typebox';
import { calendarNames } from '../../../platform/calendar/definition.ts';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  field,
  fields,
  identity,
  Line,
  narrative,
  oneOf,
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
};
export type ImportEvent = EventOf<typeof importEvents>;

/** `stopping`: somebody asked it to stop, and it does after the rows at hand. */
export const ImportStatus = oneOf('running', 'stopping', 'finished', 'cancelled', 'failed');

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
  },
});
