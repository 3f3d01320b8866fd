import nepali from 'nepali-date-converter';
import names from './bikramSambatMonths.json' with { type: 'json' };
import type { Calendar } from './definition.ts';

interface NepaliDay {
  getYear(): number;
  getMonth(): number;
  getDate(): number;
  getAD(): { readonly year: number; readonly month: number; readonly date: number };
}
type Nepali = new (...given: [Date] | [year: number, month: number, day: number]) => NepaliDay;
// The package is CommonJS: Node and the bundler hand over what it exports in different wrappings.
const NepaliDate = ('default' in (nepali as object) ? (nepali as unknown as { default: unknown }).default : nepali) as Nepali;
const pad = (n: number, width = 2) => String(n).padStart(width, '0');

/** Bikram Sambat by the month lengths that nepali-date-converter (MIT) publishes: 2000 to 2090 (1943 to 2034). */
export const bikramSambat: Calendar = {
  name: 'bikram-sambat',
  of(iso) {
    try {
      // At noon, so that no zone of the machine turns it into another day.
      const date = new NepaliDate(new Date(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)) - 1, Number(iso.slice(8, 10)), 12));
      return { year: date.getYear(), month: date.getMonth() + 1, day: date.getDate() };
    } catch {
      return undefined;
    }
  },
  iso({ year, month, day }) {
    try {
      const date = new NepaliDate(year, month - 1, day);
      // Of a day that the month does not have the package makes one of the next.
      if (date.getYear() !== year || date.getMonth() !== month - 1 || date.getDate() !== day) return undefined;
      const { year: y, month: m, date: d } = date.getAD();
      return `${pad(y, 4)}-${pad(m + 1)}-${pad(d)}`;
    } catch {
      return undefined;
    }
  },
  months: (language) => (names as Readonly<Record<string, readonly string[]>>)[language] ?? names.en,
};
