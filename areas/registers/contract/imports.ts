import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { Id, languages, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import type { RowOf } from '../../../platform/lists/list.ts';
import { Calendar, DateOrder, EncodingName, Undo } from '../domain/import.ts';
import { canonicalFields, importList, profileList } from '../domain/index.ts';

const { status, counts, startedAt, endedAt, reason } = importList.columns;

export const listImports = pageContract(importList);
export type ImportRow = RowOf<typeof importList>;

export const readImport = recordContract({
  kind: 'registers.import',
  summary: 'An import: of which file, how it was read, by whom, and what came of it',
  shows: 'identity',
  answer: {
    ...importList.columns,
    sheet: Maybe(Type.String()),
    encoding: Maybe(EncodingName),
    whole: Type.Boolean(),
    /** The reason is empty for those who see figures only. */
    undo: Maybe(Type.Object({ ...Undo.properties, because: Type.String() })),
    dateOrder: DateOrder,
    calendar: Calendar,
    /** Which column was read as what; its heading is empty for those who see figures only, and until the first rows are taken. */
    columns: Type.Array(
      Type.Object({
        column: Type.Integer(),
        heading: Type.String(),
        field: oneOf(...canonicalFields),
        dateOrder: Type.Optional(DateOrder),
        calendar: Type.Optional(Calendar),
      }),
    ),
  },
});
export type Import = Answer<typeof readImport>;

export const followImport = contract({
  method: 'GET',
  path: '/api/registers/imports/{id}/progress',
  summary: 'How far an import is, in figures',
  may: ['read', 'registers.import'],
  answer: Type.Object({
    status,
    counts,
    startedAt,
    endedAt,
    reason,
    progress: Maybe(Type.Object({ stage: Type.String(), done: Type.Integer(), total: Maybe(Type.Integer()) })),
    next: Type.Array(Type.String()),
  }),
});
export type Followed = Answer<typeof followImport>;

export const readUndo = contract({
  method: 'GET',
  path: '/api/registers/imports/{id}/undo',
  summary: 'What undoing an import would do, and what is in its way: a later import, or work that rests on its rows',
  may: ['undo', 'registers.import'],
  answer: Type.Object({
    /** Whether it can be undone at all: it has ended, and wrote something. */
    may: Type.Boolean(),
    rows: Type.Object({ added: Type.Integer(), changed: Type.Integer(), gone: Type.Integer() }),
    laterImport: Maybe(Id),
    /** Records of which the reader may know, by kind, with one to open. */
    resting: Type.Array(Type.Object({ kind: Type.String(), records: Type.Integer(), first: Id })),
    /** There are more of them than were counted. */
    more: Type.Boolean(),
    /** There are records of which the reader may not know. */
    others: Type.Boolean(),
  }),
});
export type UndoPreview = Answer<typeof readUndo>;

export const readSetAside = contract({
  method: 'GET',
  path: '/api/registers/imports/{id}/set-aside.csv',
  summary: 'The rows set aside, with row, column and reason, to be mended and sent again',
  may: ['read-set-aside', 'registers.import'],
  shows: 'identity',
  /** The language of its sentences. */
  query: Type.Object({ language: Type.Optional(oneOf(...languages)) }),
  file: ['text/csv'],
});

export const listProfiles = pageContract(profileList);
