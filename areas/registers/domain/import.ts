import { Type } from 'typebox';
import { coded, defineRecord, type EventOf, fields, Id, Line, narrative, oneOf, refuse } from '../../../platform/decider/index.ts';
import { canonicalFields, Register, type RegisterName } from './entry.ts';

/** Column number → canonical field; columns not named are left out. */
export const Mapping = Type.Array(fields({ column: Type.Integer({ minimum: 0, maximum: 299 }), field: oneOf(...canonicalFields) }), { maxItems: 300 });
export const DateOrder = oneOf('day-first', 'month-first');
export const Calendar = oneOf('gregorian', 'bikram-sambat');

const Counts = fields({ rows: Type.Integer(), added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer(), gone: Type.Integer(), setAside: Type.Integer() });
export interface Counts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly gone: number;
  readonly setAside: number;
}

const SetAside = Type.Array(fields({ row: Type.Integer(), column: Type.String(), reason: Type.String(), cells: Type.Array(Type.String()) }));
export interface SetAsideRow {
  readonly row: number;
  readonly column: string;
  readonly reason: string;
  readonly cells: readonly string[];
}

const start = { upload: Id, register: Register, fileName: Line, mapping: Mapping, dateOrder: DateOrder, calendar: Calendar, whole: Type.Boolean() };
export interface StartInput {
  readonly upload: string;
  readonly register: RegisterName;
  readonly fileName: string;
  readonly mapping: readonly { readonly column: number; readonly field: (typeof canonicalFields)[number] }[];
  readonly dateOrder: 'day-first' | 'month-first';
  readonly calendar: 'gregorian' | 'bikram-sambat';
  readonly whole: boolean;
}

const importEvents = {
  'import-started': fields({
    upload: coded(Id),
    register: coded(Register),
    fileName: coded(Line),
    mapping: coded(Mapping),
    dateOrder: coded(DateOrder),
    calendar: coded(Calendar),
    whole: coded(Type.Boolean()),
    by: coded(Id),
    at: coded(Type.String()),
  }),
  'rows-set-aside': fields({ rows: narrative(SetAside) }),
  'import-finished': fields({ counts: coded(Counts), at: coded(Type.String()) }),
  'import-cancelled': fields({ counts: coded(Counts), at: coded(Type.String()) }),
  'import-failed': fields({ reason: coded(Line), at: coded(Type.String()) }),
};
export type ImportEvent = EventOf<typeof importEvents>;

export interface ImportState extends StartInput {
  readonly status: 'running' | 'finished' | 'cancelled' | 'failed';
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly counts: Counts | null;
  readonly reason: string | null;
  readonly setAside: readonly SetAsideRow[];
}

export const importRecord = defineRecord<ImportState, ImportEvent>({
  kind: 'registers.import',
  events: importEvents,
  facts: (state) => ({ register: state.register, status: state.status, by: state.by }),
  evolve(state, event) {
    switch (event.type) {
      case 'import-started': {
        const { type: _, at, ...rest } = event;
        return { ...(rest as unknown as StartInput), by: event.by, status: 'running', startedAt: at, endedAt: null, counts: null, reason: null, setAside: [] };
      }
      case 'rows-set-aside':
        return { ...state!, setAside: [...state!.setAside, ...event.rows] };
      case 'import-finished':
        return { ...state!, status: 'finished', endedAt: event.at, counts: event.counts };
      case 'import-cancelled':
        return { ...state!, status: 'cancelled', endedAt: event.at, counts: event.counts };
      case 'import-failed':
        return { ...state!, status: 'failed', endedAt: event.at, reason: event.reason };
    }
  },
  commands: {
    start: {
      summary: 'Import an uploaded file into a register',
      input: fields(start),
      decide(state, input, { actor, now }) {
        if (state) return refuse('registers.import-already-started');
        const wanted = input as StartInput;
        const named = wanted.mapping.map(({ field }) => field);
        const doubled = named.find((field, i) => named.indexOf(field) !== i);
        if (doubled) return refuse('registers.field-mapped-twice', { field: doubled }, ['/mapping']);
        if (!named.some((field) => ['given_name', 'full_name', 'family_name', 'other_name'].includes(field))) return refuse('registers.no-name-column', {}, ['/mapping']);
        return [{ type: 'import-started', ...wanted, mapping: [...wanted.mapping], by: actor.id, at: now }];
      },
    },
    'set-aside': {
      summary: 'Keep rows that cannot be taken, with the reason',
      input: fields({ rows: SetAside }),
      decide: (state, input) => (state?.status === 'running' ? [{ type: 'rows-set-aside', rows: (input as { rows: SetAsideRow[] }).rows.map((row) => ({ ...row, cells: [...row.cells] })) }] : []),
    },
    finish: {
      summary: 'Note that an import is done',
      input: fields({ counts: Counts }),
      decide: (state, input, { now }) => (state?.status === 'running' ? [{ type: 'import-finished', counts: (input as { counts: Counts }).counts, at: now }] : []),
    },
    stop: {
      summary: 'Note that an import was cancelled; rows taken before stay',
      input: fields({ counts: Counts }),
      decide: (state, input, { now }) => (state?.status === 'running' ? [{ type: 'import-cancelled', counts: (input as { counts: Counts }).counts, at: now }] : []),
    },
    fail: {
      summary: 'Note that an import could not be done',
      input: fields({ reason: Line }),
      decide: (state, input, { now }) => (state?.status === 'running' ? [{ type: 'import-failed', reason: (input as { reason: string }).reason, at: now }] : []),
    },
  },
});
