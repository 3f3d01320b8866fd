import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { TSchema } from 'typebox';
import type { Plugin } from 'vite';
import { inputsOf } from '../platform/contract/inputs.ts';
import type { RecordInputs } from '../platform/shell/form/field.ts';
import { root } from './compose.ts';

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
/** `virtual:record/<kind>`: what forms must know about a record's commands, without the schemas and the rules. */
export const recordInputsPlugin: Plugin = {
  name: 'record-inputs',
  resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith(`\0${prefix}`)) return undefined;
    return `export default ${JSON.stringify(await recordInputs(id.slice(prefix.length + 1)))}`;
  },
};
