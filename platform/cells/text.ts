export { plainDigits } from '@olle/names';

/** Marks that nobody sees and that say nothing: zero-width and soft breaks, directions, byte order marks. The joiners of Indic and Arabic script are letters. */
const unseen = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
const longest = 500;

/** A cell for a file that goes out: a spreadsheet must not run what it says (OWASP, CSV injection). `cellText` takes the apostrophe off again. */
export const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/**
 * A cell of words as it is kept: one line in NFC, at most 500 characters. Our own download guards cells that a spreadsheet would run as formulas
 * with an apostrophe (OWASP, CSV injection): it goes where such a file comes back.
 */
export const cellText = (cell: string): string =>
  cell
    .replace(breaks, ' ')
    .replace(unseen, '')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
    .normalize('NFC')
    .slice(0, longest)
    .toWellFormed();

/** A cell that holds no name, as it is compared and counted: besides, in compatible forms (`２０１４` is 2014), without joiners, with single blanks. */
export const plainCell = (cell: string): string =>
  cellText(cell)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

/** What words of a cell are compared by: letters and figures alone, apart by single blanks, whatever the case. */
export const bareText = (cell: string): string =>
  plainCell(cell)
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
