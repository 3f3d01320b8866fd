import { createRequire } from 'node:module';
import { join } from 'node:path';
import { objectsOf } from '../areas.ts';
import { type Fault, filesOf } from '../fault.ts';
import { literalsOf, parse } from '../syntax.ts';
import { englishCatalogues } from './catalogues.ts';

const require = createRequire(import.meta.url);

/** Kinds of tasks without a sentence in the catalogues, or with a page that does not exist. */
export function tasksSpeak(root: string): Fault[] {
  const pages = filesOf(root, 'areas/*/web/area.ts').flatMap((file) =>
    objectsOf(parse(root, file)).flatMap((object) => literalsOf(object.get('path')).map(({ text }) => text)),
  );
  return filesOf(root, 'areas/*/domain/taskPages.ts').flatMap((file) => {
    const { taskPages, pathOf } = require(join(root, file)) as {
      taskPages: Readonly<Record<string, string | null>>;
      pathOf(part: string | null): string;
    };
    const area = file.split('/')[1]!;
    const sentences = englishCatalogues(root).get(area);
    return Object.entries(taskPages).flatMap(([kind, page]) => [
      ...(sentences?.has(`task.${kind}`)
        ? []
        : [{ file, says: `${kind} has no sentence: add task.${kind} to the catalogues of ${area}.` }]),
      ...(page === null || pages.includes(pathOf(page).split('#')[0]!)
        ? []
        : [{ file, says: `${kind} is done on the page ${page}, which is not there.` }]),
    ]);
  });
}
