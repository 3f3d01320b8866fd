import { sql } from 'kysely';
import { route } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import { ofCases } from '../../cases/server/readers.ts';
import { readSuspect } from '../contract/index.ts';
import { casesOf, type SuspectState, saidOf, suspectRecord } from '../domain/index.ts';
import { suspectsLike } from './alike.ts';
import { glimpsesOf } from './glimpses.ts';

/** Each thing that was said once, also where two records of one person say it; wrong where nobody holds it to be so. */
const saidOnce = ({ said }: SuspectState) =>
  [...Map.groupBy(said, ({ what, text }) => `${what} ${text}`).values()].map((same) => {
    const { what, text } = same[0]!;
    return { what, text, wrong: same.every((one) => one.wrong) };
  });

export const suspectRoute = route(readSuspect, async (call) => {
  const { actor } = call;
  const { id, state, version, next, may } = await readRecord(call, suspectRecord, call.params.id, 'suspect page');
  const connected = casesOf(state);
  const glimpse = await glimpsesOf(
    call,
    connected.map((one) => one.case),
    'suspect page',
  );
  const telling = { names: saidOf(state, 'name', 'alias'), phones: saidOf(state, 'phone'), accounts: saidOf(state, 'account') };
  return {
    id,
    version,
    standing: state.standing,
    into: state.into,
    said: saidOnce(state),
    known: [...new Map(state.known.map(({ from: _, ...one }) => [one.text, one])).values()].reverse(),
    sex: state.sex,
    bornAbout: state.bornAbout,
    roles: [...new Set(connected.flatMap((one) => one.roles))],
    person: state.persons[0]?.person ?? null,
    cases: connected.map(({ case: of, roles, on, bases }) => {
      const seen = glimpse(of);
      const own = may('clear') || seen.worker === actor.id;
      return { ...seen, roles, on, bases: seen.readable ? bases : [], own };
    }),
    takenUp: state.takenUp,
    // Whoever may join records looks at who may be the same; whoever may not was asked before they made a second one.
    alike: next.includes('join') ? await suspectsLike(call, telling, id) : [],
    next,
  };
});

/** What was written about a connection to a case may tell of the child: it is for those who may read the case. */
export const suspectHistoryRoute = historyRoute(suspectRecord, {
  async sees({ tx, where }, events) {
    const caseOf = ({ fields }: (typeof events)[number]) => (typeof fields['case'] === 'string' ? fields['case'] : undefined);
    const rows = await tx.run<{ id: string }>(
      sql`select c.id from ${ofCases} where c.city = ${tx.city} and c.id = any(${events.flatMap((event) => caseOf(event) ?? [])}::uuid[])
            and ${where('read', 'cases.case', 'c')}`,
    );
    const readable = new Set(rows.map(({ id }) => id));
    return (event) => {
      const of = caseOf(event);
      return of === undefined || readable.has(of) ? ['coded', 'identity', 'narrative'] : ['coded'];
    };
  },
});
