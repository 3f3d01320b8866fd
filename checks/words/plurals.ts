import type { Fault } from '../fault.ts';
import { englishCatalogues, folderOf } from './catalogues.ts';

const isForm = /_(zero|one|two|few|many|other)$/;
/** A number before a word for several: "{{n}} rows". After a colon a number needs no form ("Rows: {{n}}"). */
const beforeSeveral = /\{\{(n|count)\}\} (?!less\b|others\b)(\p{Ll}+s|people|children)\b/u;

/** Texts with a number of things say one and several apart: "1 settled actions" is no English. Words that do not count in a language are the same in both. */
export function pluralsByRule(root: string): Fault[] {
  return [...englishCatalogues(root)].flatMap(([name, sentences]) =>
    [...sentences].flatMap(([key, text]) => {
      const file = `${folderOf(root, name)}/en.json`;
      const stem = key.replace(isForm, '');
      if (stem !== key)
        return ['_one', '_other']
          .filter((form) => !sentences.has(stem + form))
          .map((form) => ({ file, says: `"${stem}" lacks "${stem}${form}".` }));
      if (/(?<!: )\{\{count\}\}/.test(text) || beforeSeveral.test(text))
        return [{ file, says: `"${key}" counts ("${text}"): give it the forms "${key}_one" and "${key}_other", and t() a count.` }];
      return [];
    }),
  );
}
