import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import type { Plugin } from 'vite';
import { BornSchema } from '../platform/decider/index.ts';
import type { Limits, RecordInputs } from '../platform/shell/form/field.ts';
import { root } from './compose.ts';

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
    if (schema.pattern) return {};
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

/** What is sent where nothing stands in a field that the command does not do without. */
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

/** What the form of a command must know of its input: the kind of each field, whether it is needed, its limits and choices. */
function inputsOf(schema: TSchema | Schema): Readonly<Record<string, Limits>> {
  const { properties = {}, required = [] } = schema as Schema;
  return Object.fromEntries(Object.entries(properties).map(([name, one]) => [name, limitsOf(one, required.includes(name))]));
}

interface Record_ {
  readonly kind: string;
  readonly commands: Readonly<Record<string, { readonly input: TSchema }>>;
}

/** The commands of the record of a kind, as its area's `domain/index.ts` gives them. Throws where there is none. */
export async function recordInputs(kind: string, domain?: string): Promise<RecordInputs> {
  const [file] = domain ? [domain] : globSync(`areas/${kind.split('.')[0]}/domain/index.ts`, { cwd: root });
  const exported = file ? Object.values((await import(join(root, file))) as object) : [];
  const record = exported.find(
    (one): one is Record_ => (one as Partial<Record_> | undefined)?.kind === kind && 'commands' in (one as object),
  );
  if (!record) throw new Error(`No area gives the record ${kind}.`);
  return { kind, commands: Object.fromEntries(Object.entries(record.commands).map(([name, { input }]) => [name, inputsOf(input)])) };
}

const prefix = 'virtual:record/';
/** `virtual:record/<kind>`: what forms must know of a record's commands, without the schemas and the rules. */
export const recordInputsPlugin: Plugin = {
  name: 'record-inputs',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    return `export default ${JSON.stringify(await recordInputs(id.slice(prefix.length + 1)))}`;
  },
};
