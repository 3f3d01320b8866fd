import { Type } from 'typebox';
import { Id, languages, oneOf } from '../decider/index.ts';
import { contract } from './contract.ts';

/** A record on paper, for users who may read it: a PDF in the requested language. */
export const printContract = (kind: string) =>
  contract({
    method: 'POST',
    path: `/api/${kind.replace('.', '/')}/{id}/print` as `/api/${string}`,
    summary: `A record of ${kind} as PDF: what it holds, and its history`,
    may: ['read', kind],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    body: Type.Object({ language: oneOf(...languages) }, { additionalProperties: false }),
    file: ['application/pdf'],
  });
