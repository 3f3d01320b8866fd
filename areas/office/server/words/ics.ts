import { outsideKind } from '../../domain/index.ts';
import { wordsIn } from './words.ts';

/** A day of a calendar: what is told of it is its kind, its day and where it is opened. */
export interface CalendarEntry {
  readonly uid: string;
  readonly kind: string;
  readonly day: string;
  readonly url: string;
  /** Grows with every change of the record it stands in. */
  readonly sequence: number;
  readonly changedAt: Date;
  /** The reference of its record, which names nobody. */
  readonly reference: string;
}

/** Minutes after which a calendar may ask again. */
const askAgain = 60;

const universalTime = [
  ...['BEGIN:VTIMEZONE', 'TZID:Etc/UTC', 'BEGIN:STANDARD', 'DTSTART:19700101T000000', 'TZOFFSETFROM:+0000', 'TZOFFSETTO:+0000'],
  ...['END:STANDARD', 'END:VTIMEZONE'],
].join('\r\n');

/**
 * A calendar as RFC 5545 has it, the same text for the same entries. Every entry is a whole day of the city: what waits in Olle has days and
 * no hours. It blocks no time, and says to be private.
 */
export async function icsOf(language: string, entries: readonly CalendarEntry[]): Promise<string> {
  // Brought in when the first calendar is taken, not at start.
  const { default: ical, ICalEventClass, ICalEventTransparency } = await import('ical-generator');
  const say = wordsIn(language);
  const calendar = ical({
    name: 'Olle',
    prodId: { company: 'Olle', product: 'Olle', language: language.toUpperCase() },
    ttl: askAgain * 60,
  });
  // Programs that join events of one day and title would show one for two children.
  const alike = Map.groupBy(entries, ({ kind, day }) => `${day} ${outsideKind(kind)}`);
  for (const { uid, kind, day, url, sequence, changedAt, reference } of entries) {
    const isAlone = alike.get(`${day} ${outsideKind(kind)}`)!.length === 1;
    const what = say(`feed.${outsideKind(kind)}`);
    calendar.createEvent({
      id: uid,
      start: new Date(`${day}T00:00:00Z`),
      allDay: true,
      summary: say('feed.summary', { what: isAlone ? what : `${what} · ${reference}` }),
      url,
      sequence,
      stamp: changedAt,
      lastModified: changedAt,
      class: ICalEventClass.PRIVATE,
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  // A calendar has at least one component (RFC 5545, 3.4), and programs refuse one without.
  if (entries.length === 0) calendar.timezone({ name: 'Etc/UTC', generator: () => universalTime });
  return `${calendar.toString()}\r\n`;
}
