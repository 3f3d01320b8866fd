import { type Static, Type } from 'typebox';
import {
  coded,
  command,
  defineRecord,
  type EventOf,
  fields,
  Id,
  IsoDate,
  identity,
  Maybe,
  oneOf,
  refuse,
  shown,
} from '../../../platform/decider/index.ts';
import { type CanonicalField, canonicalFields, type Values } from './canonical.ts';
import { isValueOf, keptAsWritten } from './cells/words.ts';
import { type RegisterName, registerNames } from './names.ts';

export const Register = oneOf(...registerNames);

const ValuesOf = Type.Partial(
  Type.Object(Object.fromEntries(canonicalFields.map((field) => [field, Type.String({ maxLength: 500 })])), {
    additionalProperties: false,
  }),
);

const sexes = ['female', 'male', 'other'] as const;

const row = {
  import: coded(Id),
  row: coded(Type.Integer({ minimum: 1 })),
  ward: coded(Maybe(Type.String({ maxLength: 60 }))),
  sex: coded(Maybe(oneOf(...sexes))),
  birthYear: coded(Maybe(Type.Integer({ minimum: 1850, maximum: 2200 }))),
  on: coded(IsoDate),
  values: identity(ValuesOf),
  /** What stands in cells that could not be read, by field. */
  unread: Type.Optional(identity(ValuesOf)),
};
const mending = {
  field: coded(oneOf(...canonicalFields), shown.word('field')),
  word: identity(Type.String({ minLength: 1, maxLength: 500 }), shown.text),
  value: identity(Type.String({ maxLength: 500 })),
};
const Was = fields({
  status: oneOf('present', 'gone'),
  import: Id,
  row: Type.Integer({ minimum: 1 }),
  firstSeen: IsoDate,
  lastChanged: IsoDate,
});
const MendedOf = Type.Partial(
  Type.Object(Object.fromEntries(canonicalFields.map((field) => [field, fields({ word: mending.word, value: mending.value })])), {
    additionalProperties: false,
  }),
);
/** What a row was before an import. */
const former = {
  was: Type.Optional(coded(Was)),
  values: Type.Optional(identity(ValuesOf)),
  unread: Type.Optional(identity(ValuesOf)),
  mended: Type.Optional(identity(MendedOf)),
};
const undoing = { undone: coded(Id), on: coded(IsoDate), ...former };
const entryEvents = {
  'entry-added': fields({ register: coded(Register), ...row }),
  'entry-changed': fields(row),
  'entry-gone': fields({ import: coded(Id), on: coded(IsoDate) }),
  'entry-returned': fields(row),
  /** A person said what a cell means that could not be read; an empty value where it says nothing. */
  'entry-mended': fields({ ...mending, on: coded(IsoDate) }),
  /** The import that wrote this row was undone: the row is as it was before; without `was`, the register never had it. */
  'entry-undone': fields(undoing),
};
export type EntryEvent = EventOf<typeof entryEvents>;

/** One row of a register, as it was last seen. */
export interface EntryState {
  readonly register: RegisterName;
  /** `undone`: the import that brought it was undone, and the register never had it. */
  readonly status: 'present' | 'gone' | 'undone';
  readonly importId: string;
  readonly row: number;
  readonly ward: string | null;
  readonly sex: (typeof sexes)[number] | null;
  readonly birthYear: number | null;
  readonly firstSeen: string;
  readonly lastChanged: string;
  readonly values: Values;
  /** What stands in cells that could not be read. */
  readonly unread?: Values;
  /** What a person said that such cells mean: it holds as long as the register says the same there. */
  readonly mended?: Mended;
}
type Mended = Partial<Record<CanonicalField, { readonly word: string; readonly value: string }>>;

const PutInput = fields({
  register: Register,
  import: Id,
  row: Type.Integer({ minimum: 1 }),
  on: IsoDate,
  values: ValuesOf,
  unread: Type.Optional(ValuesOf),
});
export type PutInput = Omit<Static<typeof PutInput>, 'register' | 'values' | 'unread'> & {
  register: RegisterName;
  values: Values;
  unread?: Values;
};

const isEmpty = (values: Values = {}) => canonicalFields.every((field) => values[field] === undefined);

/** What may be said in clear of a row with these values. */
function openlyOf(values: Values) {
  const year = Number((values.birth_date ?? '').slice(0, 4));
  return {
    ward: values.ward?.slice(0, 60).toWellFormed() ?? null,
    sex: sexes.find((sex) => sex === values.sex) ?? null,
    birthYear: year >= 1850 && year <= 2200 ? year : null,
  };
}

const describe = ({ import: importId, row, on, values, unread }: PutInput) => ({
  import: importId,
  row,
  on,
  ...openlyOf(values),
  values,
  ...(isEmpty(unread) ? {} : { unread: unread! }),
});

function withMended(values: Values, field: CanonicalField, value: string): Values {
  const { [field]: _, ...others } = values;
  return value === '' ? others : { ...others, [field]: value };
}

/** What was said of cells, as far as the register says the same there. */
function withSaid(values: Values, cells: Values, said: Mended): Required<Pick<EntryState, 'values' | 'unread' | 'mended'>> {
  const mended: Record<string, { word: string; value: string }> = {};
  for (const [field, one] of Object.entries(said) as [CanonicalField, { word: string; value: string }][]) {
    if (cells[field] !== one.word) continue;
    mended[field] = one;
    values = withMended(values, field, one.value);
    const { [field]: _, ...others } = cells;
    cells = others;
  }
  return { values, unread: cells, mended };
}

/** The name of a row as one line, as its register wrote it. */
export const nameOf = (values: Values): string =>
  values.full_name ?? ([values.given_name, values.family_name].filter(Boolean).join(' ') || values.other_name || '');

/** The values of a row as one text, the same for the same values in any order: what fingerprints are made of. */
export function contentOf(values: Values, unread: Values = {}): string {
  const pairs: [string, string][] = [];
  for (const field of canonicalFields) {
    const value = values[field];
    if (value !== undefined) pairs.push([field, value]);
  }
  for (const field of canonicalFields) {
    const cell = unread[field];
    if (cell !== undefined) pairs.push([`?${field}`, cell]);
  }
  return JSON.stringify(pairs);
}

/** A row as it stood, for undoing what came after. */
export const formerOf = ({ status, importId, row, firstSeen, lastChanged, values, unread = {}, mended = {} }: EntryState) =>
  status === 'undone' ? undefined : { was: { status, import: importId, row, firstSeen, lastChanged }, values, unread, mended };

/** The content of a row as its register has it: what a person mended since is as it was. */
export function contentInRegister({ values, unread, mended = {} }: Pick<EntryState, 'values' | 'unread' | 'mended'>): string {
  const words = Object.entries(mended) as [CanonicalField, { word: string }][];
  if (words.length === 0) return contentOf(values, unread);
  const before: Partial<Record<CanonicalField, string>> = { ...values };
  const cells: Partial<Record<CanonicalField, string>> = { ...unread };
  for (const [field, { word }] of words) {
    cells[field] = word;
    if (keptAsWritten.has(field)) before[field] = word;
    else delete before[field];
  }
  return contentOf(before, cells);
}

export const entryRecord = defineRecord<EntryState, EntryEvent>()({
  kind: 'registers.entry',
  events: entryEvents,
  facts: (state) => ({ register: state.register, ward: state.ward, status: state.status }),
  // Case workers too: they read what a register says of a child.
  grants: {
    reader: { roles: ['registrar', 'supervisor', 'case-worker'] },
    mender: { roles: ['registrar', 'supervisor'] },
  },
  acts: { read: 'reader' },
  evolve(state, event) {
    if (event.type === 'entry-gone') return { ...state!, status: 'gone', importId: event.import, lastChanged: event.on };
    if (event.type === 'entry-mended') {
      const { field, word, value, on } = event;
      const values = withMended(state!.values, field, value);
      const { [field]: _, ...unread } = state!.unread ?? {};
      return { ...state!, ...openlyOf(values), values, unread, mended: { ...state!.mended, [field]: { word, value } }, lastChanged: on };
    }
    if (event.type === 'entry-undone') {
      const { was, on, values = {}, unread = {}, mended = {} } = event;
      if (!was) return { ...state!, ...openlyOf({}), status: 'undone', lastChanged: on, values: {}, unread: {}, mended: {} };
      const { import: importId, ...rest } = was;
      return { ...state!, ...rest, ...openlyOf(values as Values), importId, values, unread, mended };
    }
    const { type: _, import: importId, on, values: read, unread: cells = {}, ...row } = event;
    // What never was is not taken up again: the row begins anew.
    const before = state?.status === 'undone' ? undefined : state;
    const firstSeen = before?.firstSeen ?? on;
    // What a person said of a cell holds while the register says the same there.
    const said = withSaid(read as Values, cells as Values, before?.mended ?? {});
    return { ...before!, ...row, ...openlyOf(said.values), status: 'present', importId, firstSeen, lastChanged: on, ...said };
  },
  commands: {
    put: command({
      summary: 'Take a row of a register as it stands now',
      in: 'new-or-existing',
      by: 'system',
      input: PutInput,
      decide(state, put) {
        if (!state || state.status === 'undone') return [{ type: 'entry-added', register: put.register, ...describe(put) }];
        if (state.status === 'gone') return [{ type: 'entry-returned', ...describe(put) }];
        return contentInRegister(state) === contentOf(put.values, put.unread) ? [] : [{ type: 'entry-changed', ...describe(put) }];
      },
    }),
    mend: command({
      summary: 'Say what a cell means that could not be read',
      in: 'existing',
      by: 'mender',
      input: fields(mending),
      decide(state, said, { today }) {
        if (state.status === 'undone' || state.unread?.[said.field] !== said.word) return [];
        if (!isValueOf(said.field, said.value, today)) return refuse('registers.not-a-value', {}, ['/value']);
        return [{ type: 'entry-mended', ...said, on: today }];
      },
    }),
    undo: command({
      summary: 'Note that the import which wrote a row was undone: the row is as it was before, or never was',
      in: 'existing',
      by: 'system',
      input: fields({
        undone: Id,
        on: IsoDate,
        former: Type.Optional(fields({ was: Was, values: ValuesOf, unread: ValuesOf, mended: MendedOf })),
      }),
      decide(state, { undone, on, former }) {
        // A second try of the same undo, or a row that another import has written since.
        if (state.status === 'undone' || state.importId !== undone) return [];
        if (!former) return [{ type: 'entry-undone', undone, on }];
        // What was said since of a cell that the row had before is not forgotten.
        const said = withSaid(former.values as Values, former.unread as Values, state.mended ?? {});
        const mended = { ...former.mended, ...said.mended };
        return [{ type: 'entry-undone', undone, on, was: former.was, values: said.values, unread: said.unread, mended }];
      },
    }),
    drop: command({
      summary: 'Note that a register no longer holds a row',
      in: 'new-or-existing',
      by: 'system',
      input: fields({ import: Id, on: IsoDate }),
      decide: (state, { import: importId, on }) => (state?.status === 'present' ? [{ type: 'entry-gone', import: importId, on }] : []),
    }),
  },
});
