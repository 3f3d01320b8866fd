import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { languages, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import type { RowOf } from '../../../platform/lists/list.ts';
import { Calendar, DateOrder, EncodingName } from '../domain/import.ts';
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
