import { type Static, type TObject, type TProperties, type TSchema, Type } from 'typebox';
import type { Facts } from './decider.ts';
import type { Shown } from './history/shown.ts';
import type { Refusal } from './problem.ts';

/**
 * How secret a field of an event is. `coded` (age band, ward, status) is kept as plain jsonb; `identity` (names, numbers,
 * addresses) and `narrative` (what happened) are each sealed as one blob an event, under the key of the child concerned.
 */
export type Tier = 'coded' | 'identity' | 'narrative';

/** A schema with marks beside what it checks. TypeBox marks an optional field by a property that a spread would leave behind. */
export const marked = <S extends TSchema>(schema: S, marks: Readonly<Record<string, unknown>>): S =>
  Object.defineProperties({ ...marks }, Object.getOwnPropertyDescriptors(schema)) as unknown as S;

const tiered =
  (tier: Tier) =>
  <S extends TSchema>(schema: S, shown?: Shown): S =>
    marked(schema, { tier, ...(shown ? { shown } : {}) });

/** Marks a field as no secret: it may be stored, indexed and counted in clear. `shown` says how a history shows it; left out, it does not. */
export const coded = tiered('coded');
/** Marks a field that tells who somebody is. */
export const identity = tiered('identity');
/** Marks a field that tells what happened to somebody. */
export const narrative = tiered('narrative');

/** The tier of each field of an event. Throws where a field has none: a forgotten mark must not become a name in clear. */
export function tiersOf(event: TObject, name: string): Record<string, Tier> {
  const found: Record<string, Tier> = {};
  for (const [field, schema] of Object.entries(event.properties)) {
    const tier = (schema as { tier?: Tier }).tier;
    if (tier === undefined) throw new Error(`${name}: the field "${field}" has no tier; wrap it in coded(), identity() or narrative().`);
    found[field] = tier;
  }
  return found;
}

/** An object that may hold nothing but the fields named. */
export const fields = <P extends Record<string, TSchema>>(properties: P) => Type.Object(properties, { additionalProperties: false });

/** An object without some of its fields: what somebody says of an event whose other fields the record adds. */
export const without = <P extends TProperties, const Name extends keyof P & string>(
  { properties }: TObject<P>,
  ...names: readonly Name[]
) => fields(Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name as Name))) as Omit<P, Name>);

/** An id: a UUID of any version, lower case. */
export const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' });
/**
 * The id of a record of that kind, which the city must have: the ledger refuses a command that names another. `must` says what its facts
 * have to be: the refusal, or undefined where they are right.
 */
export const IdOf = (kind: string, must?: (facts: Facts) => Refusal | undefined): typeof Id =>
  marked(Id, { refers: kind, ...(must ? { must } : {}) });
/** An id that may be anything's but not that of an erased record: what is written of it would bring back what was erased. */
export const UnerasedId = marked(Id, { refers: '' });
/** A whole date, `2014-05-09`. */
export const IsoDate = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$' });
/** A whole date that is over or today: a command is refused where a later one is sent. */
export const PastDay = marked(IsoDate, { day: 'past' });
/** Today or a later date: a command is refused where an earlier one is sent. */
export const ComingDay = marked(IsoDate, { day: 'coming' });
/** The first and the last day on which somebody may have been born: `Born`. */
export const BornSchema = fields({ first: IsoDate, last: IsoDate });
/** What a text stands for, where its pattern does not say it: forms ask for it, and pages show it, by that. */
const meaning = <S extends TSchema>(means: 'ward' | 'phone' | 'email' | 'partial-date', schema: S): S => marked(schema, { means });
/** The code of a ward of the city. */
export const WardCode = meaning('ward', Type.String({ minLength: 1, maxLength: 60 }));
/** A telephone number as it is written there, or nothing. */
export const Phone = meaning('phone', Type.String({ maxLength: 60 }));
/** An address for mail, or nothing. */
export const Email = meaning('email', Type.String({ maxLength: 200 }));
/** A date known to the day, the month or the year: `2014-05-09`, `2014-05`, `2014`. */
export const PartialDate = meaning('partial-date', Type.String({ pattern: '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$' }));
/** A line of text, at most 200 characters. */
export const Line = Type.String({ minLength: 1, maxLength: 200 });
/** A text of several lines, at most 10,000 characters. */
export const Prose = Type.String({ minLength: 1, maxLength: 10_000 });
/** A value, or nothing said: null. */
export const Maybe = <S extends TSchema>(schema: S) => Type.Union([schema, Type.Null()]);
/** One of the strings given. */
export const oneOf = <const T extends readonly string[]>(...values: T) => Type.Unsafe<T[number]>({ type: 'string', enum: [...values] });

/** What came as JSON: nobody changes it. */
export type Frozen<T> = T extends object ? { readonly [K in keyof T]: Frozen<T[K]> } : T;
/** The values of a schema, as they arrive. */
export type Data<S extends TSchema> = Frozen<Static<S>>;
