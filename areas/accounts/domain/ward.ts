import { plainDigits } from '@olle/names';
import words from './wardWords.json' with { type: 'json' };

/** A part of the city as its office counts it, and the ways in which registers write it. */
export interface Ward {
  readonly code: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** What differs between two ways of writing and does not differ between two wards. */
function fold(text: string): string {
  const plain = plainDigits(text.normalize('NFKC')).toLowerCase().replace(/ي/g, 'ی').replace(/ك/g, 'ک');
  const parts = (plain.match(/\p{L}[\p{L}\p{M}]*|\d+/gu) ?? []).map((part) => part.replace(/^0+(?=\d)/, ''));
  const telling = parts.filter((part) => !words.includes(part));
  // Two numbers beside each other stay two: ward 1-2 is not ward 12.
  return (telling.length > 0 ? telling : parts).join(' ').replace(/(?<!\d) | (?!\d)/g, '');
}

const spellings = ({ code, name, aliases }: Ward) => new Set([code, name, ...aliases].map(fold).filter(Boolean));

/** A spelling that two wards answer to; undefined where each spelling means one ward. */
export function sharedSpelling(wards: readonly Ward[]): string | undefined {
  const taken = new Set<string>();
  for (const ward of wards) {
    for (const spelling of spellings(ward)) {
      if (taken.has(spelling)) return ward.code;
      taken.add(spelling);
    }
  }
  return undefined;
}

const readers = new WeakMap<readonly Ward[], Map<string, string>>();

/**
 * The code of the ward that a register's text means, whatever its script, case, blanks and digits; undefined where the city has no such
 * ward.
 */
export function wardOf({ wards }: { readonly wards: readonly Ward[] }, text: string): string | undefined {
  let codes = readers.get(wards);
  if (!codes) {
    codes = new Map(wards.flatMap((ward) => [...spellings(ward)].map((spelling) => [spelling, ward.code])));
    readers.set(wards, codes);
  }
  return codes.get(fold(text));
}
