import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fault, filesOf } from './fault.ts';

const lineLimit = 400;
const testLineLimit = 800;
const folderLimit = 15;

/** Folders that may have more modules, and why. */
const wideFolders: Readonly<Record<string, string>> = {
  app: 'the composition root: one file for each command of the command line',
  'areas/cases/domain/parts': 'one file for each part of a case, as case.ts lists them',
  'areas/cases/domain/state': 'one file for the events of each part of a case and what it keeps of them',
};

const vagueNames = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc'];
const isTest = (file: string) => /\.test\.tsx?$/.test(file);

/** Files and folders that grew beyond one subject, and folders named after none. */
export function sizes(root: string): Fault[] {
  const sources = filesOf(root, '**/*.{ts,tsx,mjs,cjs,css,sql,py}');
  const folders = new Map<string, number>();
  // Style sheets and SQL are beside the module they belong to.
  for (const file of sources) if (/\.tsx?$/.test(file) && !isTest(file)) folders.set(dirname(file), (folders.get(dirname(file)) ?? 0) + 1);
  return [
    ...sources.flatMap((file) => {
      const lines = readFileSync(join(root, file), 'utf8').split('\n').length - 1;
      const limit = isTest(file) ? testLineLimit : lineLimit;
      return lines > limit
        ? [{ file, says: `has ${lines} lines; at most ${limit}. Give each of its subjects a file named after it.` }]
        : [];
    }),
    ...[...folders]
      .filter(([folder, count]) => count > folderLimit && !(folder in wideFolders))
      .map(([folder, count]) => ({
        file: folder,
        says: `holds ${count} modules besides tests; at most ${folderLimit}. Group what belongs together into a folder of its own.`,
      })),
    ...[...new Set(sources.flatMap((file) => [...partsOf(dirname(file))]))]
      .filter((folder) => vagueNames.includes(folder.split('/').at(-1)!.toLowerCase()))
      .map((folder) => ({ file: folder, says: 'says nothing of what it holds. Name the folder for its subject.' })),
  ];
}

function* partsOf(folder: string): Generator<string> {
  for (let at = folder; at !== '.' && at !== '/'; at = dirname(at)) yield at;
}
