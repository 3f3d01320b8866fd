import { type TProperties, Type } from 'typebox';
import { contract } from '../../../platform/contract/index.ts';

/** Reading what a page of a case shows below its head. */
export const pageContract = <const Path extends `/api/cases/case/{id}/${string}`, Fields extends TProperties>({
  answer,
  ...stated
}: {
  readonly path: Path;
  readonly summary: string;
  readonly answer: Fields;
}) =>
  contract({
    ...stated,
    method: 'GET',
    may: ['read', 'cases.case'],
    shows: 'identity',
    answer: Type.Object(answer),
  });
