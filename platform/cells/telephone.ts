import { plainCell, plainDigits } from './text.ts';

/** Figures that a telephone number has with the prefix of its country (ITU-T E.164: at most 15), and at least without. */
const [fewest, most] = [6, 15];
/** Figures of a number written without the prefix of a country: what is longer is two. */
const mostNational = 12;

const extension = /\b(?:ext(?:n|ension)?|x)\.?\s*\d{1,5}\b|(?:내선|分機|分机)\s*\d{1,5}/giu;

/** `9.84123E+09` is written out, where all its figures are there; else it is no number. The decimals that a spreadsheet added go. */
const asWritten = (text: string) =>
  text
    .replace(/(\d)[.,]?(\d*)e\+?(\d{1,2})\b/gi, (_, whole: string, part: string, power: string) =>
      part.length === Number(power) ? whole + part : ' ',
    )
    .replace(/(\d{6,})[.,]0+(?!\d)/g, '$1');

const lengthOf = (groups: readonly string[]) => groups.join('').length;

/** How many figures a number may have that begins so. */
const limitOf = (start: string) => (start.startsWith('00') ? most + 2 : start.startsWith('+') ? most : mostNational);

/** The numbers in figures that blanks, dashes or brackets part: the fewest, of lengths that numbers have; the whole where nothing fits. */
function numbersIn(groups: readonly string[]): string[] {
  const digits = (some: readonly string[]) => some.join('').replace(/\D/g, '');
  const fits = (some: readonly string[]) => {
    const n = digits(some).length;
    return n >= fewest && n <= limitOf(some[0]!);
  };
  if (fits(groups)) return [digits(groups)];
  // Fewest parts for the groups from each place on; of as many parts those most alike in length.
  const best: ({ parts: string[]; longest: number } | undefined)[] = Array(groups.length).fill(undefined);
  best.push({ parts: [], longest: 0 });
  for (let from = groups.length - 1; from >= 0; from--) {
    for (let to = from + 1; to <= groups.length; to++) {
      const [some, rest] = [groups.slice(from, to), best[to]];
      if (!rest || !fits(some)) continue;
      const found = { parts: [digits(some), ...rest.parts], longest: Math.max(rest.longest, lengthOf(some)) };
      const known = best[from];
      if (!known || found.parts.length < known.parts.length || (found.parts.length === known.parts.length && found.longest < known.longest))
        best[from] = found;
    }
  }
  if (best[0]) return best[0].parts;
  const whole = digits(groups);
  // Two numbers of a length, one after the other without a mark.
  const half = whole.length / 2;
  return Number.isInteger(half) && half >= 8 && half <= 11 ? [whole.slice(0, half), whole.slice(half)] : [whole];
}

/** The number without the prefix of its country and the leading nought: its last nine figures. */
const formOf = (digits: string): string | null => (digits.length < fewest ? null : digits.slice(-9).replace(/^0+/, ''));

/** The telephone numbers in what somebody wrote (`984-1234567, evenings`; `9841234567 / 68`), each in the form in which every register writes it. */
export function phonesIn(text: string): string[] {
  const plain = asWritten(plainDigits(plainCell(text.replace(/\s*[\r\n]+\s*/g, ' / ')))).replace(extension, ' / ');
  const found: string[] = [];
  for (const run of plain.split(/[^\d\s().+-]+|(?=\+)/u)) {
    const groups = run.match(/\+?\d+/g) ?? [];
    const last = found.at(-1);
    // After a stroke a few figures stand for another ending of the number before.
    if (groups.length === 1 && last && /^\s*\d{1,3}\s*$/.test(run) && plain.includes(`/${run}`)) {
      found.push(last.slice(0, -groups[0]!.length) + groups[0]);
      continue;
    }
    if (lengthOf(groups) >= fewest) found.push(...numbersIn(groups));
  }
  return [...new Set(found.flatMap((digits) => formOf(digits) ?? []))];
}

/** Of one telephone number the part that every register writes; null where it is none. */
export const phoneForm = (phone: string): string | null => phonesIn(phone)[0] ?? null;

/**
 * What a telephone dials for what somebody typed, in figures of any script: of several numbers the first, with the prefix of its country as far as
 * it stands there. Empty where there is none.
 */
export function dialled(text: string): string {
  const plain = plainDigits(plainCell(text));
  const [first] = phonesIn(text);
  // Short numbers, such as those for help, have fewer figures than a register's.
  if (first === undefined) return /\+?\d[\d\s().-]*/.exec(plain)?.[0].replace(/[^\d+]/g, '') ?? '';
  // The number as it stands there: its figures, whatever parts them, and the prefix before them.
  const figures = [...first].join('[\\s().-]*');
  const found = new RegExp(`(?:\\+|00)?[\\d\\s().-]*?${figures}`).exec(plain)?.[0] ?? first;
  return found.replace(/[^\d+]/g, '');
}
