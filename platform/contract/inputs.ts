import type { TSchema } from 'typebox';
import { BornSchema } from '../decider/index.ts';

/** What a field means, so that a form knows how to ask for it and a page how to show it. */
type Kind =
  | 'line'
  | 'number'
  | 'text'
  | 'lines'
  | 'day'
  | 'partial-date'
  | 'born'
  | 'ward'
  | 'wards'
  | 'user'
  | 'pick'
  | 'several'
  | 'yes'
  | 'group';

/** What a schema says of a field. */
export interface Limits {
  readonly kind?: Kind;
  readonly type?: 'tel' | 'email';
  /** The kind of record whose id it is, where no kind of field asks for it. */
  readonly refers?: string;
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly least?: number;
  readonly most?: number;
  /** The values that one or several are chosen from. */
  readonly values?: readonly string[];
  /** What is sent if it is empty: the command needs no value, but needs the field. */
  readonly blank?: '' | null | readonly never[];
  readonly fields?: Inputs;
}
export type Inputs = Readonly<Record<string, Limits>>;

interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly means?: string;
  readonly refers?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A text of more letters than this has several lines. */
const longestLine = 400;
/** The pattern of `IsoDate`. */
const isDay = /^\^\\d\{4\}-/;

const valuesOf = (schema: Schema): readonly string[] | undefined =>
  schema.enum ?? (typeof schema.const === 'string' ? [schema.const] : undefined);

/** What a text that means something is asked as. */
const meanings: Readonly<Record<string, Limits>> = {
  ward: { kind: 'ward' },
  phone: { kind: 'line', type: 'tel' },
  email: { kind: 'line', type: 'email' },
  'partial-date': { kind: 'partial-date' },
};

function kindOf(schema: Schema): Limits {
  const values = valuesOf(schema);
  if (values) return { kind: 'pick', values };
  if (schema.type === 'boolean') return { kind: 'yes' };
  if (schema.type === 'integer' || schema.type === 'number')
    return {
      kind: 'number',
      ...(schema.minimum === undefined ? {} : { least: schema.minimum }),
      ...(schema.maximum === undefined ? {} : { most: schema.maximum }),
    };
  if (schema.type === 'string') {
    const length = schema.maxLength ? { maxLength: schema.maxLength } : {};
    const meant = meanings[schema.means ?? ''];
    if (meant) return { ...meant, ...(meant.kind === 'line' ? length : {}) };
    if (schema.refers === 'accounts.user') return { kind: 'user' };
    if (isDay.test(schema.pattern ?? '')) return { kind: 'day' };
    if (schema.pattern) return schema.refers ? { refers: schema.refers } : {};
    return { kind: (schema.maxLength ?? 0) > longestLine ? 'text' : 'line', ...length };
  }
  if (schema.properties && Object.keys(schema.properties).join() === Object.keys(BornSchema.properties).join()) return { kind: 'born' };
  if (schema.type === 'array' && schema.items) {
    const chosen = valuesOf(schema.items);
    if (chosen) return { kind: 'several', values: chosen };
    if (schema.items.properties) return { kind: 'group', fields: inputsOf(schema.items) };
    const { kind } = kindOf(schema.items);
    return kind === 'line' ? { kind: 'lines' } : kind === 'ward' ? { kind: 'wards' } : {};
  }
  return {};
}

/** What is sent for an empty field that the command needs. */
const blankOf = (schema: Schema): Pick<Limits, 'blank'> => {
  if (schema.anyOf?.some(({ type }) => type === 'null')) return { blank: null };
  if (schema.type === 'array') return { blank: [] };
  return schema.type === 'string' && !schema.enum && !schema.minLength && !schema.pattern ? { blank: '' } : {};
};

function limitsOf(schema: Schema, required: boolean): Limits {
  const [some, ...others] = schema.anyOf?.filter(({ type }) => type !== 'null') ?? [];
  const nullable = schema.anyOf && some && schema.anyOf.length > others.length + 1;
  const inner = nullable && others.length === 0 ? some : schema;
  const blank: Pick<Limits, 'blank'> = required ? blankOf(schema) : {};
  return { ...kindOf(inner), ...blank, ...(required && blank.blank === undefined && kindOf(inner).kind !== 'yes' ? { required } : {}) };
}

/** What forms and printed pages must know about the fields of an object: the kind of each, whether it is needed, its limits and choices. */
export function inputsOf(schema: TSchema | Schema): Readonly<Record<string, Limits>> {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, limitsOf(one, required.includes(name))]));
}
