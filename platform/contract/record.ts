import { type TProperties, Type } from 'typebox';
import { type Contract, contract } from './contract.ts';

type PathOf<Kind extends string> = Kind extends `${infer Area}.${infer Record}` ? `/api/${Area}/${Record}` : never;

interface Reading<Kind extends string, Fields extends TProperties> {
  readonly kind: Kind;
  readonly summary: string;
  readonly shows?: 'identity';
  readonly answer: Fields;
}

const pathOf = <const Kind extends string>(kind: Kind) => `/api/${kind.replace('.', '/')}` as PathOf<Kind>;
const answerWith = <Fields extends TProperties>(fields: Fields) =>
  Type.Object({ id: Type.String(), version: Type.Integer(), next: Type.Array(Type.String()), ...fields });

/** Reading one record of a kind: its id and version, what the reader may do next, and the fields named. */
export const recordContract = <const Kind extends `${string}.${string}`, Fields extends TProperties>({
  kind,
  answer,
  ...said
}: Reading<Kind, Fields>) =>
  contract({ ...said, method: 'GET', path: `${pathOf(kind)}/{id}`, may: ['read', kind], answer: answerWith(answer) });

/** Reading the one record of a kind that a city has but one of, also while nobody has made it: its version is 0 then. */
export const singleContract = <const Kind extends `${string}.${string}`, Fields extends TProperties>({
  kind,
  answer,
  may = ['read', kind],
  ...said
}: Reading<Kind, Fields> & { readonly may?: Contract['may'] }) =>
  contract({ ...said, method: 'GET', path: pathOf(kind), may, answer: answerWith(answer) });
