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
const entryEvents = {
  'entry-added': fields({ register: coded(Register), ...row }),
  'entry-changed': fields(row),
  'entry-gone': fields({ import: coded(Id), on: coded(IsoDate) }),
  'entry-returned': fields(row),
  /** A person said what a cell means that could not be read; an empty value where it says nothing. */
  'entry-mended': fields({ ...mending, on: coded(IsoDate) }),
};
export type EntryEvent = EventOf<typeof entryEvents>;

/** One row of a register, as it was last seen. */
export interface EntryState {
  readonly register: RegisterName;
  readonly status: 'present' | 'gone';
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
  readonly mended?: Partial<Record<CanonicalField, { readonly word: string; readonly value: string }>>;
}

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
    const { type: _, import: importId, on, values: read, unread: cells = {}, ...row } = event;
    const firstSeen = state?.firstSeen ?? on;
    // What a person said of a cell holds while the register says the same there.
    let values = read as Values;
    let unread = cells as Values;
    const mended: NonNullable<EntryState['mended']> = {};
    for (const [field, said] of Object.entries(state?.mended ?? {}) as [CanonicalField, { word: string; value: string }][]) {
      if (unread[field] !== said.word) continue;
      mended[field] = said;
      values = withMended(values, field, said.value);
      const { [field]: _, ...others } = unread;
      unread = others;
    }
    return { ...state!, ...row, ...openlyOf(values), status: 'present', importId, firstSeen, lastChanged: on, values, unread, mended };
  },
  commands: {
    put: command({
      summary: 'Take a row of a register as it stands now',
      in: 'new-or-existing',
      by: 'system',
      input: PutInput,
      decide(state, put) {
        if (!state) return [{ type: 'entry-added', register: put.register, ...describe(put) }];
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
        if (state.unread?.[said.field] !== said.word) return [];
        if (!isValueOf(said.field, said.value, today)) return refuse('registers.not-a-value', {}, ['/value']);
        return [{ type: 'entry-mended', ...said, on: today }];
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
