import { globSync } from 'node:fs';

/** A fault, worded so that the reader knows what to do. */
export interface Fault {
  readonly file: string;
  readonly line?: number;
  readonly says: string;
}

/** The project's own files that match, sorted; never what was installed or built. */
export const filesOf = (root: string, ...patterns: string[]): string[] =>
  globSync(patterns, { cwd: root, exclude: (path) => /(^|\/)(node_modules|dist|olle-data|\.git)$/.test(path) }).sort();
