import { v7 as uuidv7 } from 'uuid';
import type { Country } from '../demo/city/country.ts';
import { type OfficeOrganisation, officeOrganisations, officeReferrals } from '../demo/peopleStories.ts';
import { addMonths, type Born, isoOf } from '../platform/decider/index.ts';
import type { Services } from '../platform/http/area.ts';
import { type Request, systemActor } from '../platform/ledger/ledger.ts';
import type { DemoVisitor } from './demoVisitor.ts';

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

/** Which account of the demo office works for an organisation. */
const userOf: Readonly<Record<string, string>> = { shelter: 'partner', clinic: 'partner-2' };

/** Refers a few children of the office to its partners, with the consent each rests on, and plays what the partners did; not of the cases `without`. */
export async function playReferrals(
  visitorOf: (key: string) => Promise<DemoVisitor>,
  country: Country,
  today: string,
  without: ReadonlySet<string>,
): Promise<void> {
  const supervisor = await visitorOf('supervisor');
  type Listed = { id: string; name: string; born: Born | null; worker: string | null };
  const { rows: all } = await supervisor.send<{ rows: Listed[] }>('POST', '/api/cases/list', {});
  const rows = all.filter(({ id }) => !without.has(id));
  const { organisations } = await supervisor.send<{ organisations: { id: string; name: string }[] }>('GET', '/api/partners/names');
  const known = officeOrganisations(country);
  const { carer: carerName, referrals } = officeReferrals(country);
  const told = ['purpose', 'use', 'withdrawal', 'retention'];
  for (const [i, given] of referrals.entries()) {
    const file = rows[i];
    const partnerOf = known.find(({ key }) => key === given.organisation)!;
    const organisation = organisations.find(({ name }) => name === partnerOf.name)?.id;
    if (!file || !organisation) return;
    const carer = uuidv7();
    const inCase = (name: string, input: object) => supervisor.command('cases.case', file.id, name, input);
    await inCase('record-carer', { carer, name: carerName, relation: 'grandparent', livesWithChild: true, contact: '' });
    await inCase('name-guardian', { carer, since: today, basis: 'authority' });
    const said = { answer: 'given', on: today, interpreter: false, language: 'en', how: 'spoken', told };
    for (const who of [carer, 'child'])
      for (const to of [
        { purpose: 'sharing', partner: partnerOf.category },
        { purpose: 'medical', partner: null },
      ])
        await inCase('record-consent', { ...said, ...to, consent: uuidv7(), who });
    const referral = uuidv7();
    const { service, urgency, because, needs, safety } = given;
    const child = { name: file.name, ...(file.born ? { 'birth-date': isoOf(file.born) } : {}) };
    await inCase('refer', {
      ...{ referral, organisation, service, urgency, because, handover: false },
      told: { ...child, needs, ...(safety ? { safety } : {}) },
    });
    const partner = await visitorOf(userOf[given.organisation]!);
    for (const { act, input } of given.acts)
      await partner.command('referrals.referral', referral, act, act === 'report' ? { on: today, ...input } : input);
  }
}
