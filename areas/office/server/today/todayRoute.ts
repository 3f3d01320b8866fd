import { frame } from '../../../../platform/contract/index.ts';
import { addDays, type Params } from '../../../../platform/decider/index.ts';
import { route, type ServerArea } from '../../../../platform/http/area.ts';
import { preferredLanguage } from '../../../../platform/http/catalogues.ts';
import type { QueueItem, Said, TodayCall, TodayPart } from '../../../../platform/http/waiting.ts';
import { areasOff } from '../../../../platform/ledger/switches.ts';
import { allowsSome } from '../../../../platform/permissions/ability.ts';

/** Days of the queue besides today. */
const daysAhead = 7;
/** Lines of the whole page; a band that has any shows two at least. */
const shownLines = 10;
const leastLines = 2;
/** Lines of one band of which more is asked. */
const moreLines = 100;

const inOrder = (one: QueueItem, other: QueueItem) =>
  one.rank - other.rank || (one.due ?? '9999').localeCompare(other.due ?? '9999') || one.id.localeCompare(other.id);

/** How many lines each band shows: the first as many as there is room for. */
export function linesOf(totals: readonly number[]): number[] {
  let room = shownLines;
  return totals.map((total) => {
    const shown = Math.min(total, Math.max(room, leastLines));
    room -= shown;
    return shown;
  });
}

/** @param areasOf all areas of the product: each puts what waits in it into the queue */
export const todayRouteWith = (areasOf: () => readonly ServerArea[]) =>
  route(frame.readToday, async ({ tx, actor, ability, services, where, note, request, query: { more } }) => {
    const today = await services.ledger.today(tx, actor.city);
    const language = preferredLanguage(request.headers['accept-language']);
    const areas = areasOf();
    const call: TodayCall = {
      ...{ tx, actor, ability, services, where, note, today },
      now: services.clock(),
      until: addDays(today, daysAhead),
      say(key, params?: Params) {
        const colon = key.indexOf(':');
        return services.catalogues.say(language, key.slice(0, colon), key.slice(colon + 1), params);
      },
      may: (action, kind) => allowsSome(ability, action, kind),
    };
    const switches = areas.find((area) => area.switches)?.switches;
    const names = areas.map(({ name }) => name);
    const off = await areasOff(switches, tx, actor.city, today, names);
    const parts: TodayPart[] = [];
    for (const area of areas) {
      const part = off.has(area.name) ? undefined : await area.today?.(call);
      if (part) parts.push(part);
    }
    const all = frame.bands.map((band) => ({
      band,
      waits: parts.flatMap((part) => part.waits.flatMap((waiting) => (waiting.band === band ? [{ part, waiting }] : []))),
    }));
    const room = linesOf(all.map(({ waits }) => waits.length));
    const chosen = all.map(({ band, waits }, i) => ({
      band,
      total: waits.length,
      shown: waits.sort((a, b) => inOrder(a.waiting, b.waiting)).slice(0, more ? (more === band ? moreLines : 0) : room[i]),
    }));
    const lines = new Map<string, Said>();
    for (const part of parts) {
      const own = chosen.flatMap(({ shown }) => shown.flatMap((one) => (one.part === part ? [one.waiting] : [])));
      if (own.length > 0) for (const line of await part.lines(own)) lines.set(line.id, line);
    }
    // Who is shown nobody leaves that trace too.
    await note('cases.case', [], 'what waits today');
    return {
      bands: chosen.map(({ band, total, shown }) => ({
        band,
        total,
        lines: shown.flatMap(({ waiting: { id, due } }) => {
          const line = lines.get(id);
          return line ? [{ ...line, due, late: due !== null && due < today }] : [];
        }),
      })),
      counts: parts.flatMap(({ counts = [] }) => counts),
    };
  });
