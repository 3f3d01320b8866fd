import { plainCell } from './text.ts';

/** The languages of the cities, in which a clerk may name a country. */
const languages = ['en', 'ne', 'hi', 'ko', 'ur', 'si', 'ta', 'km', 'id', 'ms', 'mn', 'fil', 'zh', 'zh-TW'];
/** What clerks write for countries to which people go for work. */
const short = [
  'uae',
  'ksa',
  'usa',
  'uk',
  'dubai',
  'gulf',
  'abroad',
  'foreign',
  'विदेश',
  'खाडी',
  'बिदेश',
  '해외',
  'بیرون ملک',
  'luar negeri',
  'ต่างประเทศ',
  '國外',
  '国外',
];

const form = (text: string) => plainCell(text).toLowerCase();
const letters = Array.from({ length: 26 }, (_, i) => String.fromCharCode(65 + i));

let known: ReadonlySet<string> | undefined;
function names(): ReadonlySet<string> {
  if (known) return known;
  const found = new Set(short.map(form));
  for (const language of languages) {
    const say = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const first of letters) for (const second of letters) found.add(form(say.of(`${first}${second}`) ?? ''));
  }
  found.delete('');
  known = found;
  return found;
}

/** Whether a cell is the name of a country, or says abroad: where somebody is. */
export const isCountry = (cell: string): boolean => names().has(form(cell));
