import { v7 as uuidv7 } from 'uuid';
import type { Country } from '../demo/city/country.ts';
import { type JourneyAct, officeJourneys } from '../demo/peopleStories.ts';
import { addDays, bornOn } from '../platform/decider/index.ts';
import type { DemoVisitor } from './demoVisitor.ts';

const minute = 60_000;

/** The instant of a time of day (HH:MM) on a day of a time zone. */
function instantOf(day: string, time: string, timeZone: string): number {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const local = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  return 2 * wanted - Date.parse(`${local.format(wanted).replace(' ', 'T')}Z`);
}

/** The clock of a demo: that of the machine, or a time on a day before while what was before is played. */
export class DemoClock {
  #ahead = 0;
  #last = Number.POSITIVE_INFINITY;
  #timeZone = 'UTC';
  /** What must be done when the time is another one. */
  onLeap: (now: Date) => Promise<unknown> = async () => undefined;
  readonly now = (): Date => new Date(this.#machine() + this.#ahead);

  #machine = (): number => Math.min(Date.now(), this.#last);

  /** Stays within the day that it is in a time zone, until it is let go: what is planned for today would be refused from midnight on. */
  keepDay(timeZone: string): void {
    this.#timeZone = timeZone;
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
    const now = Date.now();
    let next = now - (now % minute) + minute;
    while (day.format(next) === day.format(now)) next += minute;
    this.#last = next - 1;
  }

  /** Goes to a time of so many days ago, from which it goes on as the machine's does. Of today it is the machine's own. */
  async goTo(days: number, time: string): Promise<void> {
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone: this.#timeZone }).format(this.#machine());
    this.#ahead = days >= 0 ? 0 : instantOf(addDays(today, days), time, this.#timeZone) - this.#machine();
    await this.onLeap(this.now());
  }

  letGo(): void {
    this.#ahead = 0;
    this.#last = Number.POSITIVE_INFINITY;
  }
}

/** Something that the office of a demo did at a time on a day, in days from the demo's. */
export interface Played {
  readonly day: number;
  readonly at: string;
  play(): Promise<void>;
}

/** Plays what the office did, each at its time: the clock goes forward from one to the next, and ends at the machine's own time. */
export async function playInOrder(played: readonly Played[], clock: DemoClock): Promise<void> {
  for (const { day, at, play } of played.toSorted((a, b) => a.day - b.day || a.at.localeCompare(b.at))) {
    await clock.goTo(day, at);
    await play();
  }
}

/** The long ways of a few children through the office, and the ids of their cases, which are known once they are played. */
export function journeysOf(
  visitorOf: (key: string) => Promise<DemoVisitor>,
  userOf: (key: string) => string,
  country: Country,
  today: string,
): { readonly acts: readonly Played[]; readonly cases: ReadonlySet<string> } {
  const year = Number(today.slice(0, 4));
  const { names, acts } = officeJourneys(country, year);
  const ids = new Map<string, string>();
  const cases = new Set<string>();
  const played = acts.map(({ child, day, at, by, ...told }) => ({
    day,
    at: at!,
    async play() {
      const visitor = await visitorOf(by);
      const idOf = (name: string) => ids.get(`${child} ${name}`) ?? ids.set(`${child} ${name}`, uuidv7()).get(`${child} ${name}`)!;
      const filled = (value: unknown): unknown => {
        if (Array.isArray(value)) return value.map(filled);
        if (typeof value === 'object' && value !== null)
          return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]));
        if (typeof value !== 'string') return value;
        const [, kind, of = ''] = /^(id|day|user|year):(.+)$/.exec(value) ?? [];
        if (kind === 'id') return idOf(of);
        if (kind === 'day') return addDays(today, Number(of));
        if (kind === 'year') return bornOn(String(year + Number(of)));
        if (kind === 'user') return userOf(of);
        return value.replaceAll(/\{(\w+)\}/g, (_, name: string) => names[child]![name]!);
      };
      const { name, input } = await commandOf(visitor, idOf('case'), filled(told) as Omit<JourneyAct, 'day' | 'by'>);
      // What follows from the last visit refers to it.
      if (told.act === 'visit') ids.set(`${child} last-visit`, (input as { answering: string }).answering);
      cases.add(idOf('case'));
      await visitor.command('cases.case', idOf('case'), name, input).catch((error: unknown) => {
        throw new Error(`Journey ${child}, day ${day}, ${told.act}: ${(error as Error).message}`);
      });
    },
  }));
  return { acts: played, cases };
}

/** The first visit of a case that nobody has made. */
async function nextVisit(visitor: DemoVisitor, file: string): Promise<string> {
  type FollowUp = { visits: { id: string; outcome: string | null }[] };
  const { visits } = await visitor.send<FollowUp>('GET', `/api/cases/case/${file}/follow-up`);
  return visits.find(({ outcome }) => outcome === null)!.id;
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
      const how = { questionnaire: 'visit', version: 'olle-2', interviewed: ['child'], language: 'en', interpreter: 'none' };
      return { name: 'answer-questionnaire', input: { answering: await nextVisit(visitor, file), ...how, ...told.input } };
    }
    case 'assess': {
      const how = { questionnaire: 'assessment', version: 'olle-3', interviewed: ['child'], language: 'en', interpreter: 'none' };
      const { answers, ...more } = told.input as { readonly answers: object };
      const safe = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', grave: ['none'] };
      return { name: 'answer-questionnaire', input: { answering: uuidv7(), ...how, ...more, answers: { ...safe, ...answers } } };
    }
    // From before the questionnaire was in use.
    case 'visit-noted':
      return { name: 'make-visit', input: { visit: await nextVisit(visitor, file), ...told.input } };
    default:
      return { name: told.act, input: told.input };
  }
}
