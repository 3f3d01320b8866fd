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
} from '../../../platform/decider/index.ts';
import words from './fields.json' with { type: 'json' };
import { isDateField, type RegisterName, registerNames } from './names.ts';

export const Register = oneOf(...registerNames);

/** What a column of any register may hold. */
export type CanonicalField = keyof typeof words;
export const canonicalFields = Object.keys(words) as CanonicalField[];
/** Header words by field, in the languages of the cities. */
export const headerWords: Readonly<Record<CanonicalField, readonly string[]>> = words;

export const dateFields: ReadonlySet<CanonicalField> = new Set(canonicalFields.filter(isDateField));

const Values = Type.Partial(
  Type.Object(Object.fromEntries(canonicalFields.map((field) => [field, Type.String({ maxLength: 500 })])), {
    additionalProperties: false,
  }),
);
export type Values = Partial<Record<CanonicalField, string>>;

const sexes = ['female', 'male', 'other'] as const;

const row = {
  import: coded(Id),
  row: coded(Type.Integer({ minimum: 1 })),
  ward: coded(Maybe(Type.String({ maxLength: 60 }))),
  sex: coded(Maybe(oneOf(...sexes))),
  birthYear: coded(Maybe(Type.Integer({ minimum: 1850, maximum: 2200 }))),
  on: coded(IsoDate),
  values: identity(Values),
};
const entryEvents = {
  'entry-added': fields({ register: coded(Register), ...row }),
  'entry-changed': fields(row),
  'entry-gone': fields({ import: coded(Id), on: coded(IsoDate) }),
  'entry-returned': fields(row),
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
}

const PutInput = fields({ register: Register, import: Id, row: Type.Integer({ minimum: 1 }), on: IsoDate, values: Values });
export type PutInput = Omit<Static<typeof PutInput>, 'register' | 'values'> & { register: RegisterName; values: Values };

function describe({ import: importId, row, on, values }: PutInput) {
  const year = Number((values.birth_date ?? '').slice(0, 4));
  return {
    import: importId,
    row,
    on,
    ward: values.ward?.slice(0, 60).toWellFormed() ?? null,
    sex: sexes.find((sex) => sex === values.sex) ?? null,
    birthYear: year >= 1850 && year <= 2200 ? year : null,
    values,
  };
}

/** The name of a row as one line, as its register wrote it. */
export const nameOf = (values: Values): string =>
  values.full_name ?? ([values.given_name, values.family_name].filter(Boolean).join(' ') || values.other_name || '');

/** The values of a row as one text, the same for the same values in any order: what fingerprints are made of. */
export function contentOf(values: Values): string {
  const pairs: [string, string][] = [];
  for (const field of canonicalFields) {
    const value = values[field];
    if (value !== undefined) pairs.push([field, value]);
  }
  return JSON.stringify(pairs);
}

const sameValues = (a: Values, b: Values) => canonicalFields.every((field) => a[field] === b[field]);

export const entryRecord = defineRecord<EntryState, EntryEvent>()({
  kind: 'registers.entry',
  events: entryEvents,
  facts: (state) => ({ register: state.register, ward: state.ward, status: state.status }),
  // Case workers too: they read what a register says of a child.
  grants: { reader: { roles: ['registrar', 'supervisor', 'case-worker'] } },
  acts: { read: 'reader' },
  evolve(state, event) {
    if (event.type === 'entry-gone') return { ...state!, status: 'gone', importId: event.import, lastChanged: event.on };
    const { type: _, import: importId, on, values, ...row } = event;
    const firstSeen = state?.firstSeen ?? on;
    return { ...state!, ...row, status: 'present', importId, firstSeen, lastChanged: on, values: values as Values };
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
        return sameValues(state.values, put.values) ? [] : [{ type: 'entry-changed', ...describe(put) }];
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
