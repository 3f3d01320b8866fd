import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..');
const leftOut = new Set(['node_modules', '.git', 'dist', 'olle-data', 'fixtures']);

/** What to write: the whole text of a file, or what to make of the text that is there. */
export type Planted = Readonly<Record<string, string | ((before: string) => string)>>;

/** A copy of the checkout in which something may be wrong. */
export interface Copy extends Disposable {
  readonly root: string;
  /** Writes a file for as long as `work` runs, then puts back what was there. */
  plant<T>(files: Planted, work: () => T): T;
}

/** Copies the checkout, with its installed packages by link, into a temporary folder. */
export function copyOfCheckout(): Copy {
  const copy = mkdtempSync(join(tmpdir(), 'olle-planted-'));
  cpSync(root, copy, { recursive: true, filter: (path) => !leftOut.has(basename(path)) });
  mkdirSync(join(copy, 'node_modules', '@olle'), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules')))
    if (name !== '@olle') symlinkSync(join(root, 'node_modules', name), join(copy, 'node_modules', name));
  for (const name of readdirSync(join(copy, 'packages')))
    symlinkSync(join(copy, 'packages', name), join(copy, 'node_modules', '@olle', name));
  return {
    root: copy,
    plant(files, work) {
      const before = new Map<string, string | undefined>();
      const made: string[] = [];
      try {
        for (const [file, content] of Object.entries(files)) {
          const path = join(copy, file);
          const old = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
          before.set(path, old);
          const folder = mkdirSync(dirname(path), { recursive: true });
          if (folder ?? old === undefined) made.push(folder ?? path);
          writeFileSync(path, typeof content === 'string' ? content : content(old ?? ''));
        }
        return work();
      } finally {
        for (const [path, old] of before) if (old !== undefined) writeFileSync(path, old);
        for (const path of made) rmSync(path, { recursive: true, force: true });
      }
    },
    [Symbol.dispose]: () => rmSync(copy, { recursive: true, force: true }),
  };
}
