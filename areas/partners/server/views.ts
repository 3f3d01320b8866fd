import { readFileSync } from 'node:fs';
import { searchKeys } from '@olle/names';
import type { View } from '../../../platform/ledger/view.ts';
import { type Agreement, type OpenTime, type OrganisationState, stretchesOf } from '../domain/index.ts';

/** Letters as a search compares them: of one width, one composition, one case. */
export const foldedText = (text: string): string => text.normalize('NFKC').toLowerCase();

const weekOf = (hours: readonly OpenTime[]) =>
  `{${stretchesOf(hours)
    .map(([from, until]) => `[${from},${until})`)
    .join(',')}}`;
/** The days of an agreement; one ended before it began has none. */
const daysOf = ({ from, until, endedOn }: Agreement): string[] => {
  const ends = endedOn !== null && (until === null || endedOn <= until) ? `${endedOn})` : `${until ?? ''}]`;
  return endedOn !== null && endedOn <= from ? [] : [`[${from},${ends}`];
};

const organisations: View = {
  name: 'partners.organisations',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['partners_organisation'],
  kinds: ['partners.organisation'],
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const s = state as OrganisationState;
      const names = [s.name, ...s.otherNames];
      await tx.query(
        `insert into partners_organisation values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
         on conflict (city, id) do update set name = excluded.name, other_names = excluded.other_names, folded = excluded.folded, sounds = excluded.sounds,
           category = excluded.category, status = excluded.status, services = excluded.services, wards = excluded.wards, places = excluded.places,
           taken = excluded.taken, counted_on = excluded.counted_on, agreed = excluded.agreed, open = excluded.open, emergency = excluded.emergency`,
        [
          city,
          id,
          s.name,
          s.otherNames,
          foldedText(names.join(' ')),
          [...new Set(names.flatMap(searchKeys))],
          s.category,
          s.status,
          s.services,
          s.wards,
          s.places,
          s.taken,
          s.countedOn,
          `{${s.agreements.flatMap(daysOf).join(',')}}`,
          weekOf(s.hours),
          weekOf(s.emergencyHours),
        ],
        { name: 'partners-organisation' },
      );
    }
  },
};

export const views: readonly View[] = [organisations];
