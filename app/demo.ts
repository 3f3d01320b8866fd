import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { makePassword } from '../areas/accounts/server/passwords.ts';
import { createUser, foundCity } from '../areas/accounts/server/users.ts';
import { type Country, countries } from '../demo/city/country.ts';
import { type CityFiles, generateCity } from '../demo/generateCity.ts';
import { type OfficeAccount, officeAccounts, officeContact, officeTeam } from '../demo/peopleStories.ts';
import { openCluster } from '../platform/database/cluster.ts';
import { addDays, type Role } from '../platform/decider/index.ts';
import { systemActor, theOne } from '../platform/ledger/ledger.ts';
import { builtPages } from './build.ts';
import { readConfiguration } from './configuration.ts';
import { finished, imported, linked, scoreDemo, storiesOf, uploaded } from './demoCity.ts';
import { DemoClock, journeysOf, type Played, playInOrder } from './demoJourneys.ts';
import { foundPartners, playReferrals } from './demoPartners.ts';
import { playSuspects } from './demoSuspects.ts';
import { DemoVisitor } from './demoVisitor.ts';
import { type Instance, openInstance } from './instance.ts';
import { addressToType, untilStopped } from './start.ts';

const timeZones: Readonly<Record<Country, string>> = { NP: 'Asia/Kathmandu', KR: 'Asia/Seoul', PK: 'Asia/Karachi' };

interface Options {
  readonly population: number;
  readonly seed: number;
  readonly country: Country;
  readonly once: boolean;
  readonly json: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      population: { type: 'string', default: '20000' },
      seed: { type: 'string', default: '1' },
      country: { type: 'string', default: 'NP' },
      once: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const whole = (name: 'population' | 'seed', least: number, most: number) => {
    const value = Number(values[name]);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new Error(`--${name} is "${values[name]}"; it must be a whole number from ${least} to ${most}.`);
    return value;
  };
  const country = countries.find((code) => code === values.country.toUpperCase());
  if (!country) throw new Error(`--country is "${values.country}"; there are ${countries.join(', ')}.`);
  return {
    population: whole('population', 100, 5_000_000),
    seed: whole('seed', 0, 2 ** 31),
    country,
    once: values.once,
    json: values.json,
  };
}

/** The office: everybody of the demo, with one password that this start made up. The administrator founds the city. */
async function openOffice(
  { services }: Instance,
  city: CityFiles['city'],
  country: Country,
  password: string,
  today: string,
): Promise<ReadonlyMap<string, { account: OfficeAccount; id: string }>> {
  const accounts = officeAccounts(country);
  const organisations = new Map<string, string>();
  const asUser = ({ email, name, role, organisation }: OfficeAccount) => ({
    userName: email,
    name,
    roles: [role as Role],
    ...(organisation ? { organisation: organisations.get(organisation) } : {}),
  });
  const administrator = accounts.find(({ role }) => role === 'administrator')!;
  const office = new Map<string, { account: OfficeAccount; id: string }>();
  const wards = city.wards.map(({ code, name, aliases }) => ({ code, name, aliases }));
  const founder = await foundCity(
    services,
    { name: city.name, country, timeZone: timeZones[country], wards },
    asUser(administrator),
    password,
  );
  office.set(administrator.key, { account: administrator, id: founder });
  for (const [key, id] of await foundPartners(services, country, today)) organisations.set(key, id);
  for (const account of accounts) {
    if (account === administrator) continue;
    const id = await services.ledger.transaction(1, (tx) => createUser(services, tx, systemActor(1), asUser(account), password));
    office.set(account.key, { account, id });
  }
  const kind = 'accounts.contact';
  const contact = { kind, id: services.sealing.idFor(1, kind, theOne), name: 'publish', input: officeContact(country) };
  await services.ledger.executeAll(systemActor(1), [contact]);
  return office;
}

/** Days from the demo's on which its registers were imported. */
const importedOn = -21;

/** What the supervisor says of the team: languages and wards of each worker, and who will be away. */
function teamActs(visitorOf: (key: string) => Promise<DemoVisitor>, userOf: (key: string) => string, today: string): readonly Played[] {
  const { workers, leave } = officeTeam();
  const of = async (kind: string, id: string, name: string, input: object) =>
    (await visitorOf('supervisor')).command(kind, id, name, input);
  return [
    ...workers.map(({ user, languages, wards }) => ({
      day: -20,
      at: '09:30',
      play: () => of('accounts.user', userOf(user), 'describe-work', { languages, wards }),
    })),
    {
      day: -3,
      at: '11:45',
      play: () =>
        of('office.leave', uuidv7(), 'plan', {
          worker: userOf(leave.user),
          from: addDays(today, leave.from),
          until: addDays(today, leave.until),
          to: leave.to.map(userOf),
        }),
    },
  ];
}

/**
 * Fills an instance that has no city: founds it with its office, writes the register files of a made-up city, takes them in by the same requests
 * that a registrar's browser sends and, where `stories` says so, plays what the office did. Everybody's password is the one given.
 */
export async function makeDemoCity(
  instance: Instance,
  options: { country: Country; population: number; seed: number; folder: string; password: string; stories: boolean; clock: DemoClock },
  say: (sentence: string) => void = () => undefined,
  stage: <T>(name: string, work: () => Promise<T>) => Promise<T> = (_, work) => work(),
): Promise<{ made: CityFiles; office: ReadonlyMap<string, { account: OfficeAccount; id: string }> }> {
  const { country, population, seed, folder, password, stories, clock } = options;
  // A city that is made about midnight is made on one day.
  clock.keepDay(timeZones[country]);
  try {
    const asOf = new Intl.DateTimeFormat('sv-SE', { timeZone: timeZones[country] }).format(instance.services.clock());
    say(`Making a city of ${population.toLocaleString('en')} people …`);
    // The registers of a city with stories are some weeks old: what the office did of their children came after.
    const made = await stage('generate', () =>
      generateCity({ population, seed, country, asOf: stories ? addDays(asOf, importedOn) : asOf, folder }),
    );
    // The office is founded before its first case.
    if (stories) await clock.goTo(-800, '10:00');
    const office = await openOffice(instance, made.city, country, password, asOf);
    // Everybody signs in once: checking a password takes long, and a session would end while days go by.
    clock.onLeap = (now) => instance.owner.query('update session set seen_at = $1, created_at = $1', [now]);
    const visitors = new Map<string, DemoVisitor>();
    const visitorOf = async (key: string) => {
      const visitor = visitors.get(key) ?? (await DemoVisitor.signIn(instance.address!, office.get(key)!.account.email, password));
      visitors.set(key, visitor);
      return visitor;
    };

    const userOf = (key: string) => office.get(key)!.id;
    const journeys = journeysOf(visitorOf, userOf, country, asOf);
    const [before, since] = [(day: number) => day < importedOn, (day: number) => day >= importedOn];
    if (stories) {
      await stage('journeys', () =>
        playInOrder(
          journeys.acts.filter(({ day }) => before(day)),
          clock,
        ),
      );
      await clock.goTo(importedOn, '08:40');
    }
    await stage('import', async () => {
      const registrar = await visitorOf('registrar');
      for (const file of made.files) {
        say(`Importing ${basename(file.path)}: ${file.rows.toLocaleString('en')} rows …`);
        // A file that was uploaded weeks ago would have been forgotten.
        await clock.goTo(0, '00:00');
        const start = await uploaded(registrar, file);
        if (stories) await clock.goTo(importedOn, '08:40');
        await start();
      }
      await imported(instance);
    });
    say('Finding who is the same person …');
    await stage('link', () => linked(instance));
    say('Looking for children at risk …');
    await stage('evaluate', () => finished(instance));
    if (stories) {
      await stage('stories', async () => {
        const told = await storiesOf(visitorOf, userOf, seed, asOf);
        const partners = { day: -1, at: '15:10', play: () => playReferrals(visitorOf, country, addDays(asOf, -1), journeys.cases) };
        const suspects = { day: -1, at: '16:05', play: () => playSuspects(visitorOf, country, seed, journeys.cases) };
        await playInOrder(
          [...told, ...journeys.acts.filter(({ day }) => since(day)), partners, suspects, ...teamActs(visitorOf, userOf, asOf)],
          clock,
        );
        await clock.goTo(0, '00:00');
        await finished(instance);
      });
    }
    return { made, office };
  } finally {
    clock.onLeap = async () => undefined;
    clock.letGo();
  }
}

/** `olle demo`: makes a city and serves it; with `--once` it ends there. Each start makes a new city. */
export async function demo(args: string[]): Promise<number> {
  const options = readOptions(args);
  const started = performance.now();
  const seconds: Record<string, number> = {};
  const stage = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    seconds[name] = Math.round((performance.now() - from) / 10) / 100;
    return result;
  };

  const folder = join(readConfiguration(process.env).folder, 'demo');
  const configuration = readConfiguration({
    ...process.env,
    OLLE_FOLDER: folder,
    ...(options.once ? { OLLE_PORT: '0' } : {}),
    OLLE_KEY_FILE: join(folder, 'keys', 'master.key'),
    DATABASE_URL: undefined,
    OLLE_APP_DATABASE_URL: undefined,
  });
  const pages = options.once ? undefined : await stage('build', builtPages);
  await removeFormer(folder);
  const clock = new DemoClock();
  const instance = await stage('start', () =>
    openInstance(configuration, { log: () => undefined, serve: true, queue: true, clock: clock.now, ...(pages ? { pages } : {}) }),
  );
  try {
    const password = makePassword();
    const { made, office } = await makeDemoCity(
      instance,
      { ...options, folder: join(folder, 'registers'), password, stories: !options.once, clock },
      (sentence) => (options.json ? undefined : console.log(sentence)),
      stage,
    );
    const ready = Math.round((performance.now() - started) / 100) / 10;

    if (options.once) {
      const score = await scoreDemo(instance, made.truth);
      const summary = {
        country: options.country,
        population: options.population,
        seed: options.seed,
        people: made.people,
        rows: Object.fromEntries(made.files.map(({ register, rows }) => [register, rows])),
        ...score,
        seconds: { ...seconds, ready },
        peakMemoryMb: Math.round(process.resourceUsage().maxRSS / 1024),
      };
      console.log(JSON.stringify(summary, undefined, options.json ? 0 : 2));
      await instance.stop();
      rmSync(folder, { recursive: true, force: true });
      return 0;
    }
    const width = Math.max(...[...office.values()].map(({ account }) => account.email.length));
    console.log(`\n${made.city.name}: ${made.people.toLocaleString('en')} people, ready in ${ready} s.\n`);
    for (const { account } of office.values()) console.log(`  ${account.email.padEnd(width)}  ${account.role.padEnd(24)}${account.name}`);
    console.log(
      `\n  Password of all: ${password}\n\nOlle is open at ${addressToType(instance)}\nStop it with Ctrl+C; what you did in it is then gone.`,
    );
  } catch (error) {
    await instance.stop();
    throw error;
  }
  await untilStopped(instance);
  rmSync(folder, { recursive: true, force: true });
  return 0;
}

/** Removes what an earlier demo left. Opening takes the lock and stops a database that a crash left running; a demo that runs is refused. */
async function removeFormer(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const cluster = await openCluster({ folder, log: () => undefined });
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
