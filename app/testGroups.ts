import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Folders whose test files can share a process, each as a suite. Tests that drive browsers or servers, or check the checkout, have a process each. */
const shared = /^(areas\/\w+|demo|packages|platform)\//;
/** The time limit of a test file holds for a whole group. */
const mostFiles = 8;

/**
 * The test files for Node's runner: those of an area are grouped in files that import them. The modules they share, which take a second or more
 * of processor time to load, are then loaded once a group.
 */
export function grouped(files: readonly string[], root: string): string[] {
  const folder = join(root, 'dist', 'tests');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const alone = files.filter((file) => !shared.test(file));
  const groups = Object.entries(Object.groupBy(files, (file) => shared.exec(file)?.[1] ?? ''))
    .filter(([name]) => name !== '')
    .flatMap(([name, of = []]) =>
      Array.from({ length: Math.ceil(of.length / mostFiles) }, (_, i) => {
        const suites = of
          .slice(i * mostFiles, (i + 1) * mostFiles)
          .map(
            (file) =>
              `suite(${JSON.stringify(file)}, async () => void (await import(${JSON.stringify(pathToFileURL(join(root, file)).href)})));`,
          );
        const entry = join(folder, `${name.replace('/', '-')}-${i + 1}.test.mjs`);
        writeFileSync(entry, ["import { suite } from 'node:test';", ...suites, ''].join('\n'));
        return entry;
      }),
    );
  return [...alone, ...groups];
}
