import { Type } from 'typebox';
import { Id, languages, oneOf } from '../decider/index.ts';
import { contract } from './contract.ts';

/** As what a document is given: to print it, or to read it in a browser. The file types, and the field that asks for one. */
export const documentTypes = { pdf: 'application/pdf', html: 'text/html' } as const;
export type DocumentFormat = keyof typeof documentTypes;
export const documentFormat = Type.Optional(oneOf('pdf', 'html'));

/** A record on paper, for users who may read it, in the requested language. */
export const printContract = (kind: string) =>
  contract({
    method: 'POST',
    path: `/api/${kind.replace('.', '/')}/{id}/print` as `/api/${string}`,
    summary: `A record of ${kind} as PDF or as a web page: what it holds, and its history`,
    may: ['read', kind],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    body: Type.Object({ language: oneOf(...languages), format: documentFormat }, { additionalProperties: false }),
    file: Object.values(documentTypes),
  });
