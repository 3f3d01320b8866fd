import { type Dates, datesIn } from '../calendar/dates.ts';
import { type Language, localeOf, type Params, type Speech, systemId, type TimelineEntry } from '../decider/index.ts';
import type { Call } from '../http/area.ts';
import { readSingle } from '../http/readRecord.ts';
import { cityOf } from '../ledger/city.ts';
import { allows } from '../permissions/ability.ts';

/** A record by its kind and id. */
export type Named = readonly [kind: string, id: string];

type Reading = Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services'>;

/** The users that a history names. */
export const usersIn = (history: readonly TimelineEntry[]): Named[] =>
  history
    .flatMap(({ by, told, values }) => [by, ...told, ...Object.values(values).flatMap((one) => (one?.as === 'user' ? one.is : []))])
    .map((id) => ['accounts.user', id]);

/** What records are called. */
async function namesOf({ tx, actor, ability, services }: Reading, named: readonly Named[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const [kind, some] of Map.groupBy(named, ([of]) => of)) {
    const { facts } = services.ledger.parts.registry.get(kind);
    const ids = [...new Set(some.map(([, id]) => id))];
    const found = await services.ledger.findMany<{ readonly name?: string }>(tx, actor.city, kind, ids);
    for (const [id, { state }] of found)
      if (state.name && (id === actor.id || allows(ability, 'read', kind, { ...facts(state), id, city: actor.city })))
        names.set(id, state.name);
  }
  return names;
}

/** What the wards of the city are called. */
async function wardsOf(call: Reading): Promise<Map<string, string>> {
  const { state } = await readSingle<{ readonly wards: readonly { code: string; name: string }[] }>(call, { kind: 'accounts.city' });
  return new Map(state?.wards.map(({ code, name }) => [code, name]));
}

/** What a document is written with: the words of its language (keys with their catalogue), dates, numbers, and names. */
export interface DocumentSpeech extends Omit<Speech, 'date'>, Dates {
  t(key: string, params?: Params): string;
  /** What a record is called; one that is not there, or of which the reader may not know, stays without a name. */
  nameOf(id: string): string;
  /** What a ward is called, by its code. */
  ward(code: string): string;
  /** What a language is called, by its code. */
  languageName(code: string): string;
  /** Day and time in the city; the day alone. */
  moment(iso: string): string;
  dayOf(iso: string): string;
  /** The city that writes. */
  readonly city: string;
}

/** The speech of a document that names these records. */
export async function speechOf(call: Reading, language: Language, named: readonly Named[]): Promise<DocumentSpeech> {
  const { tx, actor, services } = call;
  const { name: city, timeZone, calendar } = await cityOf(tx);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const dayOf = (iso: string) => day.format(new Date(iso));
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  const numbers = new Intl.NumberFormat(localeOf(language));
  const lists = new Intl.ListFormat(language);
  const languages = new Intl.DisplayNames([language], { type: 'language' });
  const wards = await wardsOf(call);
  const names = await namesOf(call, [...named, ['accounts.user', actor.id]]);
  const t = (key: string, params: Params = {}) =>
    services.catalogues.say(language, ...(key.split(':') as [catalogue: string, key: string]), params);
  const dates = datesIn(language, calendar, t);
  return {
    city,
    t,
    ...dates,
    number: (n) => numbers.format(n),
    list: (parts) => lists.format(parts),
    ward: (code) => wards.get(code) ?? t('shell:ward', { code }),
    languageName: (code) => languages.of(code) ?? code,
    dayOf,
    moment: (iso) => t('ui:date.at', { date: dates.date(dayOf(iso)), time: clock.format(new Date(iso)) }),
    nameOf: (id) => (id === systemId ? t('shell:name') : (names.get(id) ?? '–')),
  };
}
