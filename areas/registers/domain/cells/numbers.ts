import { plainCell, plainDigits } from '../../../../platform/cells/text.ts';
import { isNothing } from './nothing.ts';

/** What stands in the cell of a number: its text with figures of ASCII; nothing; or what a spreadsheet left of a number whose last figures are lost. */
export type NumberCell = { readonly text: string } | 'nothing' | 'figures-lost';

const figures = /[\p{N}〇零一二三四五六七八九十百千]/u;

/** `3.52E+12` written out, where all its figures are there. */
function writtenOut(text: string): NumberCell | undefined {
  const [, whole, part = '', power] = /^(\d)(?:[.,](\d+))?e\+?(\d{1,2})$/i.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const missing = Number(power) - part.length;
  return missing === 0 ? { text: whole + part } : 'figures-lost';
}

/** The number of a cell, as far as a spreadsheet wrote something else: without the decimals that it added, powers written out. */
export function numberIn(cell: string): NumberCell {
  const text = plainDigits(plainCell(cell));
  if (isNothing(text)) return 'nothing';
  return writtenOut(text) ?? { text: text.replace(/^(\d+)[.,]0+$/, '$1') };
}

/**
 * A number by which a person, a paper or a household is known. Without a figure it is none, and neither are noughts alone; of a telephone's,
 * paper's or person's number one figure again and again is none.
 */
export function identifierIn(cell: string, isLong: boolean): NumberCell {
  const number = numberIn(cell);
  if (typeof number === 'string') return number;
  const { text } = number;
  const plain = text.replace(/[^\p{L}\p{N}]/gu, '');
  if (!figures.test(text) || /^0+$/.test(plain)) return 'nothing';
  return isLong && /^(\d)\1{4,}$/.test(plain) ? 'nothing' : number;
}

const units =
  /\s*(years?|yrs?|y|वर्ष|बर्ष|साल|سال|برس|වසර|அகவை|வயது|ஆண்டுகள்|нас|настай|tahun|thn|th|ឆ្នាំ|歲|岁|taon|taong gulang|세|살)\.?( old)?$/iu;
const inMonths =
  /^(\d{1,2})\s*(months?|mths?|mos?|महिना|महीने|माह|ماہ|மாதம்|மாதங்கள்|මාස|сар|сартай|bulan|bln|ខែ|個月|个月|buwan|개월)\.?( old)?$/iu;

/** An age in whole years, 0 to 130; undefined where it is none. */
export function ageIn(cell: string): string | undefined {
  const text = plainDigits(plainCell(cell));
  const [, months] = inMonths.exec(text) ?? [];
  if (months !== undefined) return String(Math.floor(Number(months) / 12));
  const age = text.replace(units, '').replace(/[.,]0+$/, '');
  return /^\d{1,3}$/.test(age) && Number(age) <= 130 ? String(Number(age)) : undefined;
}
