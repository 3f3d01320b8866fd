import type { TObject } from 'typebox';
import { marked, type Tier } from '../fields.ts';
import type { Shown, ValueKind } from './shown.ts';

/** Marks an event that no history shows: it is a step of something that another event tells. */
export const unshown = <S extends TObject>(event: S): S => marked(event, { unshown: true });

export interface TimelineValue {
  readonly as: ValueKind;
  /** Several where the field is a list; words are keys with their catalogue. */
  readonly is: readonly string[];
}

/** One event as a history shows it: its sentence is `event.<event>` in the catalogue of the record's area, with the values put in. */
export interface TimelineEntry {
  readonly kind: string;
  readonly position: number;
  readonly event: string;
  readonly at: string;
  readonly by: string;
  /** The day on which it happened, where the event says so. */
  readonly on: string | null;
  /** By name of the field; null where the event has none, or it is not for the reader. */
  readonly values: Readonly<Record<string, TimelineValue | null>>;
  readonly prose: readonly string[];
  readonly told: readonly string[];
}

/** How a schema of an event, or of a field of one, is marked. */
interface Marked {
  readonly tier?: Tier;
  readonly shown?: Shown;
  readonly unshown?: true;
}

/** The fields of an event that a history shows, and how. */
export const shownFields = (schema: TObject): readonly (readonly [field: string, shown: Shown, tier: Tier])[] =>
  Object.entries(schema.properties).flatMap(([field, one]) => {
    const { shown: how, tier = 'narrative' } = one as Marked;
    return how ? [[field, how, tier] as const] : [];
  });
export const isUnshown = (schema: TObject): boolean => (schema as Marked).unshown === true;

interface Told {
  readonly position: number;
  readonly type: string;
  readonly at: string;
  readonly actor: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

const listOf = (value: unknown): string[] => (value === null || value === undefined || value === '' ? [] : [value].flat().map(String));

/** An event as a history shows it to somebody who may see fields of those tiers; undefined where no history shows it. */
export function timelineEntry(
  { kind, events }: { readonly kind: string; readonly events: Readonly<Record<string, TObject>> },
  { position, type, at, actor, fields }: Told,
  tiers: readonly Tier[] = ['coded', 'identity', 'narrative'],
): TimelineEntry | undefined {
  const schema = events[type];
  if (!schema || isUnshown(schema)) return undefined;
  const given = shownFields(schema).map(([field, how, tier]) => [field, how, tiers.includes(tier) ? listOf(fields[field]) : []] as const);
  const under = (as: Shown['as']) => given.flatMap(([, how, values]) => (how.as === as ? values : []));
  const [area] = kind.split('.');
  const shownAs = (how: Shown, values: readonly string[]): TimelineValue | null => {
    if (values.length === 0) return null;
    if (how.as !== 'word') return { as: how.as as ValueKind, is: values };
    const of = how.of.includes(':') ? how.of : `${area}:${how.of}`;
    return { as: how.as, is: values.map((value) => `${of}.${value}`) };
  };
  return {
    kind,
    position,
    event: type,
    at,
    by: actor,
    on: under('on')[0] ?? null,
    values: Object.fromEntries(
      given.filter(([, { as }]) => !['prose', 'on', 'told'].includes(as)).map(([field, how, values]) => [field, shownAs(how, values)]),
    ),
    prose: under('prose'),
    told: under('told'),
  };
}

/** How a language says keys, dates, numbers and lists, and what colleagues are called. */
export interface Speech {
  t(key: string, params: Readonly<Record<string, string>>): string;
  nameOf(user: string): string;
  date(iso: string): string;
  number(n: number): string;
  list(parts: readonly string[]): string;
}

/**
 * The sentence of an entry. Where one of its values is missing it is that under `event.<event>_without`, if there is one.
 */
export function sentenceOf({ kind, event, values }: Pick<TimelineEntry, 'kind' | 'event' | 'values'>, speech: Speech): string {
  const say: Readonly<Record<ValueKind, (value: string) => string>> = {
    word: (key) => speech.t(key, {}),
    day: speech.date,
    user: speech.nameOf,
    number: (n) => speech.number(Number(n)),
    text: (text) => text,
  };
  const params = Object.entries(values).map(([name, value]) => [name, value ? speech.list(value.is.map(say[value.as])) : ''] as const);
  const without = Object.values(values).includes(null) ? { context: 'without' } : {};
  return speech.t(`${kind.split('.')[0]}:event.${event}`, { ...Object.fromEntries(params), ...without });
}
