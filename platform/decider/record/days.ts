import type { TSchema } from 'typebox';
import { type Refusal, refuse } from '../problem.ts';

/** A field of an input that is a day, as its schema says: past (`PastDay`) or future (`ComingDay`). `*` is each item of a list. */
interface DatedField {
  readonly path: readonly string[];
  readonly day: 'past' | 'coming';
}

interface Node {
  readonly day?: DatedField['day'];
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly items?: TSchema;
  readonly anyOf?: readonly TSchema[];
}

/** The days in an input, wherever they are. */
export function datedFields(schema: TSchema, path: readonly string[] = []): readonly DatedField[] {
  const { day, properties = {}, items, anyOf = [] } = schema as Node;
  return [
    ...(day ? [{ path, day }] : []),
    ...Object.entries(properties).flatMap(([name, field]) => datedFields(field, [...path, name])),
    ...(items ? datedFields(items, [...path, '*']) : []),
    ...anyOf.flatMap((one) => datedFields(one, path)),
  ];
}

/** The refusal of an input that names a day on which this cannot have been, or cannot be. */
export function wrongDay(fields: readonly DatedField[], input: unknown, today: string): Refusal | undefined {
  for (const { path, day } of fields) {
    const wrong = valuesAt(input, path).find(([, value]) => (day === 'past' ? value > today : value < today));
    if (wrong) return refuse(day === 'past' ? 'ledger.day-to-come' : 'ledger.day-past', {}, [wrong[0]]);
  }
  return undefined;
}

/** The texts at a path, each with its JSON pointer. */
function valuesAt(value: unknown, [name, ...rest]: readonly string[], at = ''): readonly (readonly [pointer: string, text: string])[] {
  if (name === undefined) return typeof value === 'string' ? [[at, value]] : [];
  if (typeof value !== 'object' || value === null) return [];
  if (name === '*') return (value as readonly unknown[]).flatMap((one, i) => valuesAt(one, rest, `${at}/${i}`));
  return valuesAt((value as Readonly<Record<string, unknown>>)[name], rest, `${at}/${name}`);
}
