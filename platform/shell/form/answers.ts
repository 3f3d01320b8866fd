import { v7 as uuidv7 } from 'uuid';
import { type Born, isPartialDate } from '../../decider/index.ts';
import type { FieldKind, FormField, FormValues } from './field.ts';

/** One of several in a group: the values of its fields, and what distinguishes it from the others on the screen. */
export interface Row {
  readonly key: string;
  readonly values: FormValues;
}
export const newRow = (fields: readonly FormField[]): Row => ({ key: uuidv7(), values: startsOf(fields) });

const textOf = (held: unknown) => (held === undefined || held === null ? '' : String(held));
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** The form value for a record's value. */
function standing(field: FormField, held: unknown): unknown {
  if (typeof field.kind === 'object') return field.kind.from(held);
  switch (field.kind) {
    case 'several':
    case 'people':
    case 'wards':
      return held ?? [];
    case 'born':
      return held ?? null;
    case 'yes':
      return held === true || (Array.isArray(held) && held.length > 0) ? ['yes'] : [];
    case 'lines':
      return ((held ?? []) as readonly string[]).join('\n');
    case 'group':
      return ((held ?? []) as readonly unknown[]).map((one, i) => ({ key: String(i), values: startsOf(field.fields, one) }));
    default:
      return textOf(held);
  }
}

/** The initial values of the fields: what each states, or the record's value under its name. */
export const startsOf = (fields: readonly FormField[], held: unknown = {}): FormValues =>
  Object.fromEntries(
    fields.map((field) => {
      const stated = field.kind === 'one' || field.kind === 'pick' ? field.usual : field.starts;
      return [field.name, standing(field, stated ?? (held as Readonly<Record<string, unknown>>)[field.name])];
    }),
  );

/** The values of the fields after one was changed: those that depend on it are reset. */
export function withChange(fields: readonly FormField[], values: FormValues, name: string, value: unknown): FormValues {
  const dependent = fields.filter(({ of }) => of === name);
  return dependent.reduce((next, field) => withChange(fields, next, field.name, startsOf([field])[field.name]), {
    ...values,
    [name]: value,
  });
}

/** The fields that are asked, for what was answered so far. */
export const asked = (fields: readonly FormField[], values: FormValues): readonly FormField[] =>
  fields.filter((field) => (!field.when || field.when(values)) && !(field.kind === 'people' && field.options.length === 0));

/** What is sent of a field; `undefined`: nothing. */
export function answerOf(field: FormField, value: unknown): unknown {
  if (typeof field.kind === 'object') return (field.kind as FieldKind<unknown>).answer(value);
  switch (field.kind) {
    case 'yes':
      return (value as readonly string[]).length > 0;
    case 'several':
    case 'wards':
      return value;
    case 'born':
      return value ?? undefined;
    case 'people':
      return (value as readonly string[]).length > 0 ? value : undefined;
    case 'lines':
      return linesOf(value as string);
    case 'group':
      return filledRows(field.fields, value).map((row) => answersOf(field.fields, row.values));
    default: {
      const text = (value as string).trim();
      if (text === '') return undefined;
      return field.kind === 'number' ? Number(text) : text;
    }
  }
}

const saysNothing = (answer: unknown) =>
  answer === undefined || answer === false || answer === '' || (Array.isArray(answer) && answer.length === 0);
const isFilled = (fields: readonly FormField[], { values }: Row) =>
  asked(fields, values).some((field) => !saysNothing(answerOf(field, values[field.name])));
/** The rows of a group that are not empty: the others are not sent. */
export const filledRows = (fields: readonly FormField[], rows: unknown): readonly Row[] =>
  (rows as readonly Row[]).filter((row) => isFilled(fields, row));

/** What was answered, as a command takes it: nothing for what was not asked or answered, where the command does without. */
export function answersOf(fields: readonly FormField[], values: FormValues): Record<string, unknown> {
  const shown = new Set(asked(fields, values));
  return Object.fromEntries(
    fields.flatMap((field): [string, unknown][] => {
      const answer = shown.has(field) ? answerOf(field, values[field.name]) : undefined;
      if (answer !== undefined) return [[field.name, answer]];
      return field.blank === undefined ? [] : [[field.name, field.blank]];
    }),
  );
}

/** Whether two values of a field would send the same. */
export const same = (field: FormField, one: unknown, other: unknown): boolean =>
  JSON.stringify(answerOf(field, one)) === JSON.stringify(answerOf(field, other));

/** Whether a field must be answered and is not. */
export const isMissing = (field: FormField, value: unknown): boolean =>
  field.required === true && field.kind !== 'yes' && saysNothing(answerOf(field, value));

/** A sentence of the catalogue with its numbers. */
type Say = (key: 'needed' | 'between' | 'no-such-date' | 'not-before' | 'not-after', more?: Record<string, string | number>) => string;

function wrongWith(field: FormField, value: unknown, values: FormValues, say: Say): string | undefined {
  if (isMissing(field, value)) return say('needed');
  const answer = answerOf(field, value);
  if (answer === undefined) return undefined;
  const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = field;
  if (field.kind === 'number' && !((answer as number) >= least && (answer as number) <= most))
    return say('between', { least: field.least ?? '', most: field.most ?? '' });
  if (field.kind === 'day' || field.kind === 'partial-date' || field.kind === 'born') {
    if (!isPartialDate(field.kind === 'born' ? (answer as Born).first : (answer as string))) return say('no-such-date');
  }
  if (field.kind === 'day') {
    if (field.min && (answer as string) < field.min) return say('not-before', { day: field.min });
    if (field.max && (answer as string) > field.max) return say('not-after', { day: field.max });
  }
  return field.check?.(values);
}

/** What is wrong before anything is sent: a sentence for each field, by its place in what would be sent. */
export function wrongIn(fields: readonly FormField[], values: FormValues, say: Say, at = ''): Map<string, string> {
  return new Map(
    asked(fields, values).flatMap((field): [string, string][] => {
      const value = values[field.name];
      const own = wrongWith(field, value, values, say);
      if (own) return [[at + field.name, own]];
      if (field.kind !== 'group') return [];
      const rows = filledRows(field.fields, value);
      return rows.flatMap((row, i) => [...wrongIn(field.fields, row.values, say, `${at}${field.name}/${i}/`)]);
    }),
  );
}
