import { sql } from 'kysely';
import { Type } from 'typebox';
import { BornSchema, fields, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { printRecord } from '../../../platform/documents/printRecord.ts';
import { type HistoryParts, historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import { ofCases } from '../../cases/server/readers.ts';
import { readSuspect } from '../contract/index.ts';
import { casesOf, type SuspectState, saidOf, sayings, standings, suspectRecord, suspectRoles, suspectSexes } from '../domain/index.ts';
import { suspectsLike } from './alike.ts';
import { glimpsesOf } from './glimpses.ts';

/** Each thing that was said once, also where two records of one person say it; wrong where nobody holds it to be so. */
const saidOnce = ({ said }: SuspectState) =>
  [...Map.groupBy(said, ({ what, text }) => `${what} ${text}`).values()].map((same) => {
    const { what, text } = same[0]!;
    return { what, text, wrong: same.every((one) => one.wrong) };
  });
/** What is known, each once, the newest first. */
const knownOnce = ({ known }: SuspectState) => [...new Map(known.map((one) => [one.text, one])).values()].reverse();
const rolesIn = (state: SuspectState) => [...new Set(casesOf(state).flatMap(({ roles }) => roles))];

const suspectRoute = recordRoute(readSuspect, suspectRecord, 'suspect page', async (state, call, { id, next, may }) => {
  const connected = casesOf(state);
  const glimpse = await glimpsesOf(
    call,
    connected.map((one) => one.case),
    'suspect page',
  );
  const telling = { names: saidOf(state, 'name', 'alias'), phones: saidOf(state, 'phone'), accounts: saidOf(state, 'account') };
  return {
    ...state,
    said: saidOnce(state),
    known: knownOnce(state),
    roles: rolesIn(state),
    person: state.persons[0]?.person ?? null,
    cases: connected.map(({ case: of, roles, on, bases }) => {
      const seen = glimpse(of);
      const own = may('clear') || seen.worker === call.actor.id;
      return { ...seen, roles, on, bases: seen.readable ? bases : [], own };
    }),
    // Whoever may join records looks at who may be the same; whoever may not was asked before they made a second one.
    alike: (await next()).includes('join') ? await suspectsLike(call, telling, id) : [],
  };
});

/** What was written about a connection to a case may tell of the child: it is for those who may read the case. */
const seenByReaders: HistoryParts<SuspectState> = {
  async sees({ tx, where }, events) {
    const caseOf = ({ fields: of }: (typeof events)[number]) => (typeof of['case'] === 'string' ? of['case'] : undefined);
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
};

const Texts = Type.Array(Type.String());
const printed = fields({
  standing: oneOf(...standings),
  ...(Object.fromEntries(sayings.map((what) => [what, Texts])) as Record<(typeof sayings)[number], typeof Texts>),
  sex: Maybe(oneOf(...suspectSexes)),
  born: Maybe(BornSchema),
  suspectRole: Type.Array(oneOf(...suspectRoles)),
  known: Texts,
});

export const suspectRoutes = [
  suspectRoute,
  historyRoute(suspectRecord, seenByReaders),
  printRecord(suspectRecord, {
    ...seenByReaders,
    shows: printed,
    title: (state) => saidOf(state, 'name', 'alias')[0] ?? '–',
    of: (state) => ({
      ...state,
      ...Object.fromEntries(sayings.map((what) => [what, saidOf(state, what)])),
      suspectRole: rolesIn(state),
      known: knownOnce(state).map(({ text }) => text),
    }),
  }),
];
