import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyRoute } from '../../platform/http/area.ts';

/** As much of JSON Schema as contracts and commands are made of. */
interface Schema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

const plain: Readonly<Record<string, string>> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' };
const nameOf = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));

/** The TypeScript type of the values of a schema. */
function typeOf(schema: Schema): string {
  const { type = '', enum: values, anyOf, items, properties, patternProperties, required = [] } = schema;
  if ('const' in schema) return JSON.stringify(schema.const);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf) return anyOf.map(typeOf).join(' | ');
  if (items) return `readonly (${typeOf(items)})[]`;
  if (properties)
    return `{ ${Object.entries(properties)
      .map(([name, one]) => `readonly ${nameOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)}`)
      .join('; ')} }`;
  if (patternProperties) return `Readonly<Record<string, ${Object.values(patternProperties).map(typeOf).join(' | ')}>>`;
  return plain[type] ?? 'unknown';
}

/** A client of routes as one TypeScript file without dependencies: what each takes and answers, and a class that calls them. */
export function clientOf(routes: readonly AnyRoute[]): string {
  const part = (schema: unknown) => (schema ? typeOf(schema as Schema) : 'undefined');
  const stated = routes.map(({ method, path, summary, params, query, body, answer, input }) =>
    [
      `  /** ${summary} */`,
      `  readonly '${method} ${path}': {`,
      `    readonly params: ${part(params)};`,
      `    readonly query: ${part(query)};`,
      `    readonly body: ${input === 'stream' ? 'Blob' : part(body)};`,
      `    readonly answer: ${answer ? part(answer) : 'unknown'};`,
      '  };',
    ].join('\n'),
  );
  const head = '// A client of Olle, made by `olle client` from what its routes take and answer. Make it again for another version.';
  const runtime = readFileSync(join(import.meta.dirname, 'olle.ts'), 'utf8');
  return `${head}\n\n/** Every route by method and path. */\nexport interface Routes {\n${stated.join('\n')}\n}\n\n${runtime}`;
}
