// A city's people, written through the ledger as linkage and the rules write them: log, keys, read models and search keys are the real ones.
import { v7 as uuidv7 } from 'uuid';
import { readConfiguration } from '../../app/configuration.ts';
import type { Instance } from '../../app/instance.ts';
import { openInstance } from '../../app/instance.ts';
import { foundCity } from '../../areas/accounts/server/users.ts';
import { ruleIds } from '../../areas/risks/domain/index.ts';
import { getCountry } from '../../demo/city/country.ts';
import { Naming, type PersonName } from '../../demo/city/naming.ts';
import { Random } from '../../demo/city/random.ts';
import { bornOn } from '../../platform/decider/index.ts';
import { systemActor } from '../../platform/ledger/ledger.ts';

export const password = 'correct-horse-battery-9';
const batch = 1000;
/** Of the children, those whom the rules put on the list. */
const atRisk = 0.12;

const openFolder = (folder: string): Promise<Instance> =>
  openInstance(readConfiguration({ OLLE_FOLDER: folder }), { log: () => undefined, serve: false, queue: false });

export const latin = (name: PersonName): string =>
  [name.before, name.given, name.after, name.family].flatMap((part) => part?.row[1][part.habit] ?? part?.row[1][0] ?? []).join(' ');
const local = (name: PersonName): string =>
  [name.before, name.given, name.after, name.family].flatMap((part) => part?.row[0] ?? []).join(' ');

/** Brings the folder to at least `people` people; what is there already stays. Returns how many there are. */
export async function fillCity(folder: string, people: number, say: (done: number) => void = () => undefined): Promise<number> {
  const instance = await openFolder(folder);
  try {
    const { services, owner } = instance;
    if ((await owner.query('select 1 from city')).rows.length === 0)
      await foundCity(
        services,
        { name: 'Made-up City', country: 'NP', timeZone: 'Asia/Kathmandu' },
        { userName: 'first', name: 'First Administrator', roles: ['administrator'] },
        password,
      );
    const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from people_person');
    const there = rows[0]!.n;
    const random = new Random('bench', there);
    const naming = new Naming(getCountry('NP').names);
    let next = there;
    const write = async () => {
      while (next < people) {
        const from = next;
        next = Math.min(people, next + batch);
        const requests = Array.from({ length: next - from }, () => settled(naming, random)).flat();
        // Who is on the list must be a person that is there already.
        const persons = requests.filter(({ kind }) => kind === 'people.person');
        await services.ledger.executeAll(systemActor(1), persons);
        await services.ledger.executeAll(
          systemActor(1),
          requests.filter(({ kind }) => kind !== 'people.person'),
        );
        say(next);
      }
    };
    // Two at a time: while one is being sealed the other is being written.
    await Promise.all([write(), write()]);
    // What is measured is a city at rest; and these people have no rows of registers, so linkage would take them all away.
    await owner.query('delete from graphile_worker._private_jobs');
    await owner.query('vacuum analyze');
    return Math.max(there, people);
  } finally {
    await instance.stop();
  }
}

/** A person as linkage settles one: two rows or three, with their weights; and, of some, a place on the list. */
function settled(naming: Naming, random: Random) {
  const sex = random.chance(0.5) ? ('female' as const) : ('male' as const);
  const year = 2026 - Math.floor(90 * random.next() ** 1.6);
  const family = naming.family(random);
  const name = naming.person(sex, year, family, random);
  const parent = (of: 'male' | 'female') => latin(naming.person(of, year - 28, family, random));
  const registers = year > 2008 ? ['birth', 'clinic', 'school'] : ['household', 'social'];
  const ward = String(1 + Math.floor(32 * random.next() ** 1.5));
  const month = String(random.whole(1, 12)).padStart(2, '0');
  const day = String(random.whole(1, 28)).padStart(2, '0');
  const card = {
    names: [latin(name), ...(random.chance(0.5) ? [local(name)] : [])],
    birthDate: `${year}-${month}-${day}`,
    mother: parent('female'),
    father: parent('male'),
    phones: random.chance(0.6) ? [`98${random.digits(8)}`] : [],
    numbers: [`${random.digits(2)}-${random.digits(3)}-${random.digits(4)}`],
    address: `House ${random.whole(1, 900)}, tole ${random.whole(1, 60)}`,
  };
  const members = registers.slice(0, random.whole(1, registers.length)).map((register) => ({
    entry: uuidv7(),
    register,
    weight: Math.round(random.between(6, 24) * 100) / 100,
    fields: ['name', 'birth', 'sex', 'mother', 'ward'].map((column) => ({
      column,
      level: random.whole(0, 3),
      weight: Math.round(random.between(-3, 9) * 100) / 100,
    })),
  }));
  const id = uuidv7();
  const input = { members, sex, ward, birthYear: year, household: uuidv7(), card };
  const person = { kind: 'people.person', id, name: 'settle', input: input as unknown };
  if (year <= 2008 || !random.chance(atRisk)) return [person];
  const reasons = [...new Set([random.pick(ruleIds), random.pick(ruleIds), random.pick(ruleIds)])]
    .slice(0, random.whole(1, 3))
    .map((rule) => ({ rule, weight: random.whole(1, 5), since: null, until: null, sources: [members[0]!.entry], cases: [] }));
  const found = { person: id, reasons, ward, born: bornOn(String(year)), name: card.names[0]! };
  return [person, { kind: 'risks.child', id: uuidv7(), name: 'find', input: found as unknown }];
}
