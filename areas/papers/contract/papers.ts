import { Type } from 'typebox';
import { type Answer, contract, type Input } from '../../../platform/contract/index.ts';
import { documentFormat, documentTypes } from '../../../platform/contract/print.ts';
import { fields, Id, IsoDate, Line, languages, Maybe, oneOf, Prose } from '../../../platform/decider/index.ts';
import { categories } from '../../partners/domain/index.ts';
import { printSections } from '../domain/sections.ts';

export const OfPaper = Type.Object({ id: Id, paper: Id });

export const readContent = contract({
  method: 'GET',
  path: '/api/papers/case/{id}/{paper}/content',
  summary: 'The content of a paper, to be kept by the reader',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: OfPaper,
  file: ['application/octet-stream'],
});

export const readThumbnail = contract({
  method: 'GET',
  path: '/api/papers/case/{id}/{paper}/thumbnail',
  summary: 'A small picture of a paper that is one',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: OfPaper,
  file: ['image/jpeg'],
});

export const readArrived = contract({
  method: 'GET',
  path: '/api/papers/case/{id}/{paper}/arrived',
  summary: 'How many bytes of a paper have arrived: after a broken connection, sending goes on from there',
  may: ['attach-paper', 'cases.case'],
  params: OfPaper,
  answer: Type.Object({ arrived: Type.Integer(), whole: Type.Boolean() }),
});

export const sendContent = contract({
  method: 'POST',
  path: '/api/papers/case/{id}/{paper}/content',
  summary:
    'Send the content of a paper, or the next stretch of it (application/octet-stream; headers x-file-name, percent-encoded, x-file-bytes: the whole size, x-file-from: the first byte of this body)',
  may: ['attach-paper', 'cases.case'],
  params: OfPaper,
  answer: Type.Object({ arrived: Type.Integer(), whole: Type.Boolean() }),
  input: 'stream',
});

export const listPapers = contract({
  method: 'GET',
  path: '/api/papers/case/{id}',
  summary: 'The papers of a case, those that were removed among them',
  may: ['read', 'cases.case'],
  shows: 'identity',
  answer: Type.Object({
    /** Bytes a file may have. */
    limit: Type.Integer(),
    papers: Type.Array(
      Type.Object({
        id: Type.String(),
        kind: Type.String(),
        about: Type.String(),
        language: Maybe(Type.String()),
        title: Maybe(Type.String()),
        on: Type.String(),
        by: Type.String(),
        removed: Maybe(Type.Object({ on: Type.String(), by: Type.String(), because: Type.String() })),
        /** Null where its content has not arrived whole, or was destroyed. */
        file: Maybe(Type.Object({ ending: Type.String(), bytes: Type.Integer(), picture: Type.Boolean() })),
      }),
    ),
  }),
});

export const printCase = contract({
  method: 'POST',
  path: '/api/papers/case/{id}/print',
  summary: 'A summary of a case, or a letter that refers the child to somebody, as PDF or web page; the person chooses what it shows',
  may: ['print', 'cases.case'],
  shows: 'identity',
  body: fields({
    language: oneOf(...languages),
    format: documentFormat,
    sections: Type.Array(oneOf(...printSections), { minItems: 1, maxItems: printSections.length }),
    letter: Type.Optional(fields({ to: Line, kind: oneOf(...categories), until: IsoDate, asks: Prose })),
  }),
  file: Object.values(documentTypes),
});

export type CasePapers = Answer<typeof listPapers>;
export type CasePaper = CasePapers['papers'][number];
export type PrintInput = Input<typeof printCase>;
