import { v7 as uuidv7 } from 'uuid';
import type { Country } from '../demo/city/country.ts';
import { type JourneyAct, type OfficeAccount, officeJourneys } from '../demo/peopleStories.ts';
import { addDays, bornOn } from '../platform/decider/index.ts';
import type { DemoVisitor } from './demoVisitor.ts';

/** The clock of a demo: that of the machine, or so many days from it while what was before is played. */
export class DemoClock {
  days = 0;
  #last = Number.POSITIVE_INFINITY;
  readonly now = (): Date => new Date(Math.min(Date.now(), this.#last) + this.days * 86_400_000);

  /** Stays within the day that it is in a time zone, until it is let go: what is planned for today would be refused from midnight on. */
  keepDay(timeZone: string): void {
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
    const now = Date.now();
    const minute = 60_000;
    let next = now - (now % minute) + minute;
    while (day.format(next) === day.format(now)) next += minute;
    this.#last = next - 1;
  }

  letGo(): void {
    this.#last = Number.POSITIVE_INFINITY;
  }
}

/** Days from the demo's at which the first journey begins. */
export const firstDayOf = (country: Country): number => Math.min(...officeJourneys(country).acts.map(({ day }) => day));

/**
 * Plays the long ways of a few children through the office, each act on its day: the clock goes forward from act to act and ends at the
 * machine's own time. Gives the ids of their cases.
 */
export async function playJourneys(
  visitorOf: (key: string) => Promise<DemoVisitor>,
  office: ReadonlyMap<string, { account: OfficeAccount; id: string }>,
  country: Country,
  today: string,
  clock: DemoClock,
): Promise<ReadonlySet<string>> {
  const { names, acts } = officeJourneys(country);
  const ids = new Map<string, string>();
  const cases = new Set<string>();
  let visitors = new Map<string, DemoVisitor>();
  for (const { child, day, by, ...told } of acts) {
    // A session does not outlast the days between.
    if (clock.days !== day) visitors = new Map();
    clock.days = day;
    const visitor = visitors.get(by) ?? visitors.set(by, await visitorOf(by)).get(by)!;
    const idOf = (name: string) => ids.get(`${child} ${name}`) ?? ids.set(`${child} ${name}`, uuidv7()).get(`${child} ${name}`)!;
    const filled = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(filled);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
      if (typeof value !== 'string') return value;
      const [, kind, of = ''] = /^(id|day|user|year):(.+)$/.exec(value) ?? [];
      if (kind === 'id') return idOf(of);
      if (kind === 'day') return addDays(today, Number(of));
      if (kind === 'year') return bornOn(String(Number(today.slice(0, 4)) + Number(of)));
      if (kind === 'user') return office.get(of)!.id;
      return value.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[name]!);
    };
    const { name, input } = await commandOf(visitor, idOf('case'), filled(told) as Omit<JourneyAct, 'day' | 'by'>);
    cases.add(idOf('case'));
    await visitor.command('cases.case', idOf('case'), name, input);
  }
  clock.days = 0;
  return cases;
}

/** The command that an act of a journey is; consents, assessments and visits are told in short. */
async function commandOf(
  visitor: DemoVisitor,
  file: string,
  told: Omit<JourneyAct, 'day' | 'by' | 'child'>,
): Promise<{ name: string; input: object }> {
  switch (told.act) {
    case 'consent': {
      const how = { partner: null, language: 'en', interpreter: false, how: 'spoken', told: ['purpose', 'use', 'withdrawal', 'retention'] };
      return { name: 'record-consent', input: { consent: uuidv7(), answer: 'given', ...how, ...told.input } };
    }
    case 'visit': {
      type FollowUp = { visits: { id: string; outcome: string | null }[] };
      const { visits } = await visitor.send<FollowUp>('GET', `/api/cases/case/${file}/follow-up`);
      const { id: answering } = visits.find(({ outcome }) => outcome === null)!;
      const how = { questionnaire: 'visit', version: 'olle-2', interviewed: ['child'], language: 'en', interpreter: 'none' };
      return { name: 'answer-questionnaire', input: { answering, ...how, ...told.input } };
    }
    case 'assess': {
      const how = { questionnaire: 'assessment', version: 'olle-3', interviewed: ['child'], language: 'en', interpreter: 'none' };
      const { answers, ...more } = told.input as { readonly answers: object };
      const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', grave: ['none'] };
      return { name: 'answer-questionnaire', input: { answering: uuidv7(), ...how, ...more, answers: { ...safe, ...answers } } };
    }
    default:
      return { name: told.act, input: told.input };
  }
}
