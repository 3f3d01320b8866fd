import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Fault, filesOf } from '../fault.ts';
import { parse, walk } from '../syntax.ts';

/** Tables of an area that do not begin with its name: they are not read models, and are in the platform's migrations. */
const owners: Readonly<Record<string, string>> = {
  calendar_address: 'office',
  credential: 'accounts',
  notice_choice: 'office',
  notice_letter: 'office',
  notice_mail: 'office',
  notice_seen: 'office',
  notice_told: 'office',
  push_device: 'office',
  push_key: 'office',
  register_upload: 'registers',
  register_upload_chunk: 'registers',
  second_factor: 'accounts',
  session: 'accounts',
};

/** Tables of an area that are not read models: they are in the platform's migrations. */
export const keptOutsideOfViews = (area: string): string[] => Object.keys(owners).filter((table) => owners[table] === area);

/** Tables of another area that an area names: in SQL within its code, and in `.sql` beside it. */
export function foreignTables(root: string): Fault[] {
  const areas = readdirSync(join(root, 'areas')).filter((name) => statSync(join(root, 'areas', name)).isDirectory());
  const table = new RegExp(`\\b(?:(?:${areas.join('|')})_[a-z_]+|${Object.keys(owners).join('|')})\\b`, 'g');
  const ownerOf = (name: string) => owners[name] ?? name.split('_')[0]!;
  const inText = (area: string, file: string, text: string, line: (at: number) => number): Fault[] =>
    [...text.matchAll(table)]
      .filter(([name]) => ownerOf(name) !== area)
      .map(({ 0: name, index }) => ({
        file,
        line: line(index),
        says: `${name} is a table of ${ownerOf(name)}. Ask a reader of areas/${ownerOf(name)}/server/readers.ts.`,
      }));
  return areas.flatMap((area) =>
    filesOf(root, `areas/${area}/**/*.{ts,tsx,sql}`)
      .filter((file) => !/\.test\.tsx?$|(^|\/)testing\.ts$/.test(file))
      .flatMap((file) => {
        if (file.endsWith('.sql')) {
          const text = readFileSync(join(root, file), 'utf8').replace(/--.*/g, '');
          return inText(area, file, text, (at) => text.slice(0, at).split('\n').length);
        }
        const source = parse(root, file);
        const faults: Fault[] = [];
        walk(source.tree, (node) => {
          const text = node.type === 'StringLiteral' ? node['value'] : node.type === 'TemplateElement' ? node['raw'] : undefined;
          // An import may be of a file whose path is like a name.
          if (typeof text === 'string' && /\s/.test(text)) faults.push(...inText(area, file, text, () => source.lineOf(node)));
        });
        return faults;
      }),
  );
}
