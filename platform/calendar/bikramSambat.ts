import { addDays, daysBetween } from '../decider/index.ts';
import table from './bikramSambat.json' with { type: 'json' };
import names from './bikramSambatMonths.json' with { type: 'json' };
import type { Calendar } from './definition.ts';

/** How many days after the first of the table each month begins, and where the last one ends. */
const begins = [0];
for (const year of table.months) for (const over of year) begins.push(begins.at(-1)! + 29 + Number(over));

/** Bikram Sambat by the published lengths of its months: 2000 to 2090 (1943 to 2034). */
export const bikramSambat: Calendar = {
  name: 'bikram-sambat',
  years: [table.firstYear, table.firstYear + table.months.length - 1],
  of(iso) {
    const days = daysBetween(table.firstDay, iso);
    if (days < 0 || days >= begins.at(-1)!) return undefined;
    const month = begins.findLastIndex((begin) => begin <= days);
    return { year: table.firstYear + Math.floor(month / 12), month: (month % 12) + 1, day: days - begins[month]! + 1 };
  },
  iso({ year, month, day }) {
    if (month < 1 || month > 12 || day < 1) return undefined;
    const index = (year - table.firstYear) * 12 + month - 1;
    const [begin, end] = [begins[index], begins[index + 1]];
    return begin === undefined || end === undefined || day > end - begin ? undefined : addDays(table.firstDay, begin + day - 1);
  },
  months: (language) => (names as Readonly<Record<string, readonly string[]>>)[language] ?? names.en,
};
