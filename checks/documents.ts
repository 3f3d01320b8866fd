import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Fault, filesOf } from './fault.ts';

/** Links in documents that lead nowhere in the checkout. */
export function brokenLinks(root: string): Fault[] {
  return filesOf(root, '**/*.md').flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .flatMap((text, i) =>
        [...text.matchAll(/\]\(([^)\s]+)\)/g)]
          .map(([, target]) => target!.split('#')[0]!)
          .filter((target) => target && !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(file), target)))
          .map((target) => ({ file, line: i + 1, says: `The link to ${target} leads nowhere.` })),
      ),
  );
}

/** Settings that the program reads and the page for operators does not name, or the other way round. */
export function settingsDescribed(root: string): Fault[] {
  const page = 'docs/operations.md';
  if (!existsSync(join(root, page))) return [{ file: page, says: 'is missing.' }];
  const namesIn = (file: string) => readFileSync(join(root, file), 'utf8').match(/\b(OLLE_[A-Z_]+|DATABASE_URL)\b/g) ?? [];
  const sources = filesOf(root, '{app,areas,platform}/**/*.ts').filter((file) => !/(\.test|testing)\.ts$/.test(file));
  const [read, described] = [new Set(sources.flatMap(namesIn)), new Set(namesIn(page))];
  return [
    ...[...read].filter((name) => !described.has(name)).map((name) => ({ file: page, says: `does not name the setting ${name}.` })),
    ...[...described].filter((name) => !read.has(name)).map((name) => ({ file: page, says: `names ${name}, which nothing reads.` })),
  ];
}
