import { setTimeout as sleep } from 'node:timers/promises';
import type { CallOf } from '../../../../platform/http/area.ts';
import type { Services } from '../../../../platform/http/services.ts';
import type * as contract from '../../contract/index.ts';
import { countUnseen, lastPosition } from './unseen.ts';

/** How often it is looked whether a city has new notices, while anybody waits for them. */
const everyMs = 300;

interface Looked {
  readonly at: number;
  readonly position: Promise<string>;
}
/** What was found last in a ledger, by city: however many wait, the database is asked once in that time. */
const found = new WeakMap<Services['ledger'], Map<number, Looked>>();

function latest({ ledger }: Services, city: number): Promise<string> {
  const cities = found.get(ledger) ?? new Map<number, Looked>();
  found.set(ledger, cities);
  const known = cities.get(city);
  if (known && performance.now() - known.at < everyMs) return known.position;
  const position = ledger.transaction(city, lastPosition);
  cities.set(city, { at: performance.now(), position });
  return position;
}

/** Says how many are unseen: at once, or where the reader knows that number when there is another, the time is over, or nobody waits any more. */
export async function awaitUnseen({ actor, query, services, ended }: CallOf<typeof contract.countUnseen>): Promise<{ unseen: number }> {
  const count = () => services.ledger.transaction(actor.city, (tx) => countUnseen(tx, actor, services.clock()));
  const { known, seconds = '0' } = query;
  const until = performance.now() + 1000 * Number(seconds);
  const signal = ended;
  let unseen = await count();
  let looked: string | undefined;
  while (unseen === Number(known) && performance.now() < until && !signal.aborted) {
    const position = await latest(services, actor.city);
    if (position !== looked) unseen = await count();
    looked = position;
    if (unseen === Number(known)) await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
  return { unseen };
}
