import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { fields, Maybe } from '../../../platform/decider/index.ts';

/** Letters that a file of the standard may have. */
export const htcdsLetters = 8 * 1024 ** 2;

export const importHtcds = contract({
  method: 'POST',
  path: '/api/papers/htcds',
  summary: 'Open cases from a file of the Human Trafficking Case Data Standard; dryRun says what that would do',
  may: ['take-in', 'cases.case'],
  body: fields({ file: Type.String({ maxLength: htcdsLetters }), dryRun: Type.Boolean() }),
  answer: Type.Object({
    cases: Type.Integer(),
    /** Of those, how many were opened now; the others were here from an earlier try. */
    opened: Type.Integer(),
    /** Fields that became notes, and in how many cases. */
    noted: Type.Record(Type.String(), Type.Integer()),
    /** Columns that are none of the standard's. */
    unknown: Type.Array(Type.String()),
    /** Rows that could not be taken, with why. */
    setAside: Type.Array(Type.Object({ row: Type.Integer(), faults: Type.Array(Type.String()) })),
  }),
});

export type Imported = Answer<typeof importHtcds>;

export const listExports = contract({
  method: 'GET',
  path: '/api/papers/exports',
  summary: 'Exports of cases that the reader asked for, the latest first',
  may: ['read', 'papers.export'],
  answer: Type.Object({
    exports: Type.Array(
      Type.Object({
        id: Type.String(),
        status: Type.String(),
        at: Type.String(),
        until: Type.String(),
        format: Type.String(),
        forWhom: Type.String(),
        /** Outside the office: which kind of partner, and which of the directory where one was named. */
        kind: Maybe(Type.String()),
        organisation: Maybe(Type.String()),
        /** Cases that are not in it for want of consent. */
        leftOut: Type.Integer(),
        because: Type.String(),
        rows: Maybe(Type.Integer()),
        taken: Type.Integer(),
        progress: Maybe(Type.Object({ done: Type.Integer(), total: Maybe(Type.Integer()) })),
      }),
    ),
  }),
});

/** An export as its list shows it. */
export type CaseExport = Answer<typeof listExports>['exports'][number];

export const listLeftOut = contract({
  method: 'GET',
  path: '/api/papers/exports/{id}/left-out',
  summary: 'Cases that are not in an export, because nobody agreed that they are shared with whom it is for; the first five hundred',
  may: ['read', 'papers.export'],
  shows: 'identity',
  answer: Type.Object({ total: Type.Integer(), rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
});

export const takeFile = contract({
  method: 'POST',
  path: '/api/papers/export/{id}/file',
  summary: 'The file of an export, locked by age to a passphrase or public keys; in clear only where that is confirmed, which is recorded',
  may: ['take', 'papers.export'],
  shows: 'identity',
  body: fields({
    passphrase: Type.Optional(Type.String({ maxLength: 1000 })),
    recipients: Type.Optional(Type.Array(Type.String({ maxLength: 3000 }), { maxItems: 20 })),
    /** The person said twice that the file may leave in clear. */
    plain: Type.Optional(Type.Literal('I download it unencrypted')),
  }),
  file: [
    ...([
      'application/octet-stream',
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'application/json',
    ] as const),
  ],
});
