import { Type } from 'typebox';
import { Id, Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { readRecord } from '../../../platform/http/readRecord.ts';
import { historyOf } from '../../../platform/ledger/follow.ts';
import { Happened, tell } from '../../cases/server/readers.ts';
import { casesOf, type SuspectState, saidOf, suspectRecord } from '../domain/index.ts';
import { Alike, suspectsLike } from './alike.ts';
import { Glimpse, glimpsesOf } from './glimpses.ts';

const Text = Type.String();

/** Each thing that was said once, also where two records of him say it; wrong where nobody holds it to be so. */
const saidOnce = ({ said }: SuspectState) =>
  [...Map.groupBy(said, ({ what, text }) => `${what} ${text}`).values()].map((same) => {
    const { what, text, on, by } = same[0]!;
    return { what, text, on, by, wrong: same.every((one) => one.wrong) };
  });

export const suspectRoute = route({
  method: 'GET',
  path: '/api/suspects/suspect/{id}',
  summary: 'A suspect: who he is, what is known, in which cases he is one, who may be the same man, what happened to the record',
  may: ['read', 'suspects.suspect'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    id: Text,
    version: Type.Integer(),
    standing: Text,
    /** The record that this one was joined into. */
    into: Maybe(Text),
    said: Type.Array(Type.Object({ what: Text, text: Text, on: Text, by: Text, wrong: Type.Boolean() })),
    known: Type.Array(Type.Object({ text: Text, on: Text, by: Text })),
    sex: Maybe(Text),
    bornAbout: Maybe(Type.Integer()),
    roles: Type.Array(Text),
    /** The person of the registers that he is. */
    person: Maybe(Text),
    /** What the connection rests on only where the reader may read the case: it may tell of the child. */
    cases: Type.Array(Type.Object({ ...Glimpse, roles: Type.Array(Text), on: Text, bases: Type.Array(Text), own: Type.Boolean() })),
    takenUp: Type.Array(Text),
    alike: Type.Array(Alike),
    history: Type.Array(Happened),
    next: Type.Array(Text),
  }),
  async handle(call) {
    const { tx, actor, services } = call;
    const { id, state, version, next, may } = await readRecord(call, suspectRecord, call.params.id, 'suspect page');
    const connected = casesOf(state);
    const history = await historyOf(tx, services.ledger.keys, actor.city, id);
    const ids = [...connected.map((one) => one.case), ...history.flatMap(({ fields }) => (typeof fields['case'] === 'string' ? [fields['case']] : []))]; // biome-ignore format: one list
    const glimpse = await glimpsesOf(call, [...new Set(ids)], 'suspect page');
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
        return { ...seen, roles: [...roles], on, bases: seen.readable ? [...bases] : [], own };
      }),
      takenUp: [...state.takenUp],
      // Whoever may join records looks at who may be the same; whoever may not was asked before he made a second one.
      alike: next.includes('join') ? await suspectsLike(call, telling, id) : [],
      history: history.map((event) => {
        const { text, ...told } = tell(event);
        const of = event.fields['case'];
        const hidden = typeof of === 'string' && !glimpse(of).readable;
        return { ...told, ...(text === undefined || hidden ? {} : { text }) };
      }),
      next,
    };
  },
});
