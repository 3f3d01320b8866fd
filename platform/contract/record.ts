import { type TProperties, Type } from 'typebox';
import { contract } from './contract.ts';

type PathOf<Kind extends string> = Kind extends `${infer Area}.${infer Record}` ? `/api/${Area}/${Record}/{id}` : never;

/** Reading one record of a kind: its id and version, what the reader may do next, and the fields named. */
export const recordContract = <const Kind extends `${string}.${string}`, Fields extends TProperties>({
  kind,
  answer,
  ...said
}: {
  readonly kind: Kind;
  readonly summary: string;
  readonly shows?: 'identity';
  readonly answer: Fields;
}) =>
  contract({
    ...said,
    method: 'GET',
    path: `/api/${kind.replace('.', '/')}/{id}` as PathOf<Kind>,
    may: ['read', kind],
    answer: Type.Object({ id: Type.String(), version: Type.Integer(), next: Type.Array(Type.String()), ...answer }),
  });
