import { createHash } from 'node:crypto';
import { addDays, refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route, type ServerArea, type Services } from '../../../../platform/http/area.ts';
import { countTry } from '../../../../platform/http/throttle.ts';
import type { Asker, Due } from '../../../../platform/http/waiting.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import * as contract from '../../contract/index.ts';
import { askerOf } from '../notify/recipients.ts';
import { type CalendarEntry, icsOf } from '../words/ics.ts';
import { mayTake, ownerOf } from './address.ts';

/** Days that a calendar holds: what is overdue, and what comes. */
/** What is overdue stays in the calendar, however long it is. */
const sinceEver = '2000-01-01';
const daysAhead = 366;
/** Wrong addresses from one place that cost nothing. */
const freeWrong = 20;
/** Between two takings of one calendar. */
const leastSeconds = 2;

async function entriesOf({ sealing }: Services, { tx }: Asker, found: readonly Due[], address: string): Promise<CalendarEntry[]> {
  const { rows } = await tx.query<{ id: string; version: number; at: Date }>(
    'select r.id, r.version, e.at from record r join event e on e.city = r.city and e.id = r.id and e.version = r.version where r.city = $1 and r.id = any($2)',
    [tx.city, [...new Set(found.map(({ record }) => record.id))]],
  );
  const known = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ kind, id, due, record, page }) => {
    const { version, at } = known.get(record.id) ?? {};
    if (version === undefined || at === undefined) return [];
    const uid = `${sealing.fingerprint(tx.city, 'calendar', `${record.id}|${kind}|${id}`).toString('hex')}@olle`;
    return [
      { uid, kind, day: due, url: `${address}${page}`, sequence: version, changedAt: at, reference: record.id.slice(-8).toUpperCase() },
    ];
  });
}

/** @param areasOf all areas of the product: each says what waits in it */
export const feedRouteWith = (areasOf: () => readonly ServerArea[]): AnyRoute =>
  route(
    contract.takeCalendar,
    async ({ params, services, request, reply }) => {
      const nothing = () => new Refused(refuse('http.not-found'));
      const slowly = (seconds: number) => new Refused(refuse('http.too-many-requests', { seconds }));
      const owner = await ownerOf(services, params.token);
      if (!owner) {
        // Only who asks for what is not there waits: others of the house are given theirs.
        const waits = await countTry(services, services.sealing.fingerprint(0, 'throttle-calendar', request.ip), freeWrong);
        throw waits === undefined ? nothing() : slowly(waits);
      }
      // A program that first asks whether a calendar is there has not taken it.
      if (request.method === 'HEAD') {
        reply.header('content-type', 'text/calendar; charset=utf-8').header('cache-control', 'private, no-cache');
        return '';
      }
      if (!(await mayTake(services, owner.user, leastSeconds))) throw slowly(leastSeconds);
      const address = services.outside.address ?? `${/^localhost(:|$)/.test(request.host) ? 'http' : 'https'}://${request.host}`;
      const { ledger } = services;
      const [text, isNew] = await ledger.transaction(owner.city, async (tx) => {
        const asker = await askerOf(services, tx, owner.user, ['make', 'office.calendar']);
        if (!asker) throw nothing();
        const span = { from: sinceEver, until: addDays(asker.today, daysAhead) };
        const found = (await Promise.all(areasOf().flatMap(({ waiting }) => waiting?.due(asker, span) ?? []))).flat();
        const ics = await icsOf(owner.language, await entriesOf(services, asker, found, address));
        const tag = `"${createHash('sha256').update(ics).digest('base64url').slice(0, 27)}"`;
        reply.header('etag', tag).header('cache-control', 'private, no-cache');
        const changed = request.headers['if-none-match'] !== tag;
        // Cases and children whose days left, though nothing says whose they are.
        const ids = (kind: string) => [...new Set(found.filter(({ record }) => record.kind === kind).map(({ record }) => record.id))];
        if (changed)
          for (const kind of new Set(found.map(({ record }) => record.kind)))
            await ledger.noteReading(tx, asker.actor, kind, ids(kind), 'own calendar');
        return [ics, changed] as const;
      });
      services.log('calendar taken', { changed: isNew });
      reply.code(isNew ? 200 : 304).header('content-type', 'text/calendar; charset=utf-8');
      return isNew ? text : '';
    },
    { sessionless: true, transaction: false },
  );
