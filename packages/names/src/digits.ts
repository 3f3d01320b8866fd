const isDigit = /^\p{Nd}$/u;
const known = new Map<string, string>();

/** The value of a digit of any script: each script has its ten in a row. */
function asciiOf(digit: string): string {
  const before = known.get(digit);
  if (before !== undefined) return before;
  const code = digit.codePointAt(0)!;
  let from = 0;
  while (isDigit.test(String.fromCodePoint(code - from - 1))) from++;
  const value = String(from % 10);
  known.set(digit, value);
  return value;
}

/** The digits of every script as those of ASCII. */
export const plainDigits = (text: string): string => (/^[\0-\x7f]*$/.test(text) ? text : text.replace(/\p{Nd}/gu, asciiOf));
