import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { fields, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { canonicalFields } from '../domain/canonical.ts';
import { Register } from '../domain/entry.ts';
import { Counts, Quality } from '../domain/import.ts';

export const readEntry = recordContract({
  kind: 'registers.entry',
  summary: 'One row of a register as it was last seen, and where it came from',
  shows: 'identity',
  answer: {
    register: Register,
    status: Type.String(),
    importId: Type.String(),
    row: Type.Integer(),
    firstSeen: Type.String(),
    lastChanged: Type.String(),
    values: Type.Record(Type.String(), Type.String()),
    /** What stands in cells that could not be read. */
    unread: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** True where a case says that the home must not be contacted: no number is shown then. */
    doNotCall: Type.Boolean(),
  },
});

export const readQuality = contract({
  method: 'GET',
  path: '/api/registers/quality',
  summary: 'How well each register was filled in its last finished import: figures only',
  may: ['read', 'registers.import'],
  answer: Type.Object({
    registers: Type.Array(
      Type.Object({ register: Register, import: Type.String(), endedAt: Type.String(), counts: Counts, quality: Quality }),
    ),
  }),
});

export const readSummary = contract({
  method: 'GET',
  path: '/api/registers/summary',
  summary: 'Rows by register, present and gone, and when each was last brought',
  may: ['read', 'registers.import'],
  answer: Type.Object({
    registers: Type.Array(
      Type.Object({
        register: Register,
        present: Type.Integer(),
        gone: Type.Integer(),
        /** Rows with a cell that could not be read. */
        unread: Type.Integer(),
        /** When the last import that was finished began. */
        brought: Maybe(Type.String()),
      }),
    ),
    /** Whether any import was started. */
    isBegun: Type.Boolean(),
  }),
});
export const readUnread = contract({
  method: 'GET',
  path: '/api/registers/unread',
  summary: 'What could not be read in the rows of the registers, by register, field and word',
  may: ['mend', 'registers.entry'],
  shows: 'identity',
  answer: Type.Object({
    words: Type.Array(Type.Object({ register: Register, field: oneOf(...canonicalFields), word: Type.String(), rows: Type.Integer() })),
    /** How many more words there are. */
    more: Type.Integer(),
  }),
});
export type Unread = Answer<typeof readUnread>;

export const mendUnread = contract({
  method: 'POST',
  path: '/api/registers/unread/mend',
  summary: 'Say what a word means that could not be read, in every row of a register in which it stands, and in the next files',
  may: ['mend', 'registers.entry'],
  body: fields({
    register: Register,
    field: oneOf(...canonicalFields),
    word: Type.String({ minLength: 1, maxLength: 500 }),
    value: Type.String({ maxLength: 500 }),
  }),
  answer: Type.Object({ rows: Type.Integer() }),
});

export type RegisterQuality = Answer<typeof readQuality>['registers'][number];
export type Entry = Answer<typeof readEntry>;
export type Summary = Answer<typeof readSummary>;
