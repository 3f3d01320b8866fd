import { v7 as uuidv7 } from 'uuid';
import type { Country } from '../demo/city/country.ts';
import { type OfficeOrganisation, officeOrganisations } from '../demo/peopleStories.ts';
import { addMonths } from '../platform/decider/index.ts';
import type { Services } from '../platform/http/area.ts';
import { type Request, systemActor } from '../platform/ledger/ledger.ts';

const week = (days: readonly number[], from: string, until: string) => days.map((day) => ({ day, from, until }));
const every = [1, 2, 3, 4, 5, 6, 7];

function commandsFor(id: string, given: OfficeOrganisation, today: string): Request[] {
  const { key: _, hours: _hours, emergency, contact, agreement, places, taken, ...profile } = given;
  const command = (name: string, input: object): Request => ({ kind: 'partners.organisation', id, name, input });
  return [
    command('add', {
      ...profile,
      wards: [],
      email: '',
      hours: week([1, 2, 3, 4, 5], '09:00', '17:00'),
      emergencyHours: emergency === 'always' ? week(every, '00:00', '00:00') : [],
    }),
    command('list-contacts', { contacts: [{ ...contact, email: '', emergency: emergency === 'always' }] }),
    ...(agreement ? [command('make-agreement', { agreement: uuidv7(), ...agreement, from: addMonths(today, -6) })] : []),
    ...(places === null ? [] : [command('count-places', { places, taken })]),
  ];
}

/** Takes in the organisations that the made-up city works with. Gives the id of each by its key. */
export async function foundPartners({ ledger }: Services, country: Country, today: string): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  for (const organisation of officeOrganisations(country)) {
    const id = uuidv7();
    ids.set(organisation.key, id);
    await ledger.executeAll(systemActor(1), commandsFor(id, organisation, today));
  }
  return ids;
}
