/** Put before a row in which a quote stands that opens or closes nothing; no letter of any script (Unicode, private use). */
export const damagedMark = '\ue00f';

/** How far the end of a cell is looked for that goes on in the next line: addresses take a few lines. */
const mostLines = 40;
const mostLetters = 16 * 1024;
/** What is longer than that is no line: the parser refuses it. */
const longestLine = 1024 * 1024;

/**
 * Whether a line ends within a quoted cell, which began in it or, with `isOpen`, before it; broken where a quote closes and its cell goes on.
 * As the parser sees it, a quote opens only at the start of a cell.
 */
function endOf(line: string, delimiter: string, isOpen: boolean): 'open' | 'closed' | 'broken' {
  let quoted = isOpen;
  let atStart = !isOpen;
  for (let i = 0; i < line.length; i++) {
    const letter = line[i]!;
    if (quoted) {
      if (letter !== '"') continue;
      if (line[i + 1] === '"') {
        i++;
        continue;
      }
      quoted = false;
      const next = /\S/.exec(line.slice(i + 1, i + 200))?.[0];
      if (next !== undefined && next !== delimiter && line[i + 1] !== delimiter) return 'broken';
    } else if (letter === delimiter) atStart = true;
    else if (letter === '"' && atStart) {
      quoted = true;
      atStart = false;
    } else if (!/\s|\ufeff/.test(letter)) atStart = false;
  }
  return quoted ? 'open' : 'closed';
}

const delimitersIn = (line: string, delimiter: string) => line.split(delimiter).length - 1;

/**
 * A delimited text as it comes, with its rows read one by one where a quote was left open: without, all rows to the next quote would be one
 * cell. A cell may go on in the next lines; but where one of these is a row by itself, or the cell does not end for long, the quote is a stray
 * one: it goes, and `damagedMark` stands before its row.
 */
export async function* withoutStrayQuotes(text: AsyncIterable<string>, delimiter: string): AsyncGenerator<string> {
  const pieces = text[Symbol.asyncIterator]();
  let held = '';
  let isLast = false;
  /** Of a whole row, as the first line that has any; 0 where it is not known yet. */
  let perRow = 0;
  const more = async () => {
    const next = await pieces.next();
    if (next.done) isLast = true;
    else held += next.value;
  };
  /** Where the line that begins at `from` ends, its break included; -1 where it is not held whole. */
  const lineEnd = (from: number) => {
    const at = held.indexOf('\n', from);
    return at < 0 ? (isLast && from < held.length ? held.length : -1) : at + 1;
  };
  /** Where the lines end over which the cell goes on that the line up to `end` left open; -1 where its quote is a stray one. */
  const closes = async (end: number): Promise<number> => {
    for (let lines = 0, from = end; lines < mostLines && from - end < mostLetters; lines++) {
      let to = lineEnd(from);
      while (to < 0 && !isLast && held.length - from < mostLetters) {
        await more();
        to = lineEnd(from);
      }
      if (to < 0) return -1;
      const line = held.slice(from, to);
      const end = endOf(line, delimiter, true);
      if (end !== 'open') return end === 'closed' ? to : -1;
      if (perRow > 1 && delimitersIn(line, delimiter) >= perRow) return -1;
      from = to;
    }
    return -1;
  };
  for (;;) {
    if (held === '' && !isLast) await more();
    if (held === '') {
      if (isLast) return;
      continue;
    }
    if (perRow === 0) perRow = delimitersIn(held.slice(0, Math.max(0, lineEnd(0))), delimiter);
    const quote = held.indexOf('"');
    // Whole lines without a quote go on as they are.
    const plain = quote < 0 && isLast ? held.length : held.lastIndexOf('\n', quote < 0 ? held.length : quote) + 1;
    if (plain > 0) {
      yield held.slice(0, plain);
      held = held.slice(plain);
      continue;
    }
    let end = lineEnd(0);
    if (end < 0) {
      if (held.length > longestLine) {
        yield held;
        held = '';
      } else await more();
      continue;
    }
    const how = endOf(held.slice(0, end), delimiter, false);
    let isStray = how === 'broken';
    if (how === 'open') {
      const to = await closes(end);
      isStray = to < 0;
      if (to >= 0) end = to;
    }
    const lines = held.slice(0, end);
    yield isStray ? damagedMark + lines.replaceAll('"', '') : lines;
    held = held.slice(end);
  }
}
