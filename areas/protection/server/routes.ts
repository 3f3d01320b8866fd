import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { fields, Id, refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type ServerArea, type Services } from '../../../platform/http/area.ts';
import { beginErasing, erase } from '../../../platform/ledger/erase.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import type { PersonState } from '../../people/domain/index.ts';
import { type ErasureState, erasureRecord, type HoldState, holdRecord } from '../domain/index.ts';
import { type Held, heldOf } from './held.ts';
import { packetOf } from './packet.ts';
import { listErasures } from './views.ts';

const Maybe = <S extends Parameters<typeof Type.Union>[0][number]>(schema: S) => Type.Union([schema, Type.Null()]);
const Listed = Type.Object({
  id: Type.String(),
  person: Type.String(),
  status: Type.String(),
  ground: Type.String(),
  askedBy: Maybe(Type.String()),
  askedOn: Maybe(Type.String()),
  settledBy: Maybe(Type.String()),
  settledOn: Maybe(Type.String()),
});
const Count = Type.Object({ kind: Type.String(), status: Type.String(), records: Type.Integer() });
const HeldAnswer = Type.Object({
  goes: Type.Array(Count),
  stays: Type.Array(Count),
  /** Persons that are this one, joined ones among them. */
  persons: Type.Integer(),
  keys: Type.Integer(),
  /** Of what goes, records that are about somebody else by now. */
  others: Type.Integer(),
  /** Why the person cannot be erased now: the code of the refusal, and what its sentence names. */
  refused: Maybe(Type.Object({ code: Type.String(), open: Type.Integer() })),
});

const counted = (held: Held['goes']) =>
  [...Map.groupBy(held, ({ kind, status }) => `${kind}/${status}`)].map(([, [first, ...rest]]) => ({
    kind: first!.kind,
    status: first!.status,
    records: rest.length + 1,
  }));
const answerOf = ({ goes, stays, group, subjects, refusal }: Held) => ({
  goes: counted(goes),
  stays: counted(stays),
  persons: group.persons.length,
  keys: subjects.length,
  others: goes.filter(({ person }) => person !== null && !group.persons.includes(person)).length,
  refused: refusal ? { code: refusal.refused, open: Number(refusal.params['open'] ?? 0) } : null,
});

/** The name by which a person is known; empty where nobody is there any more. */
async function nameOf({ ledger }: Services, tx: Tx, person: string): Promise<string> {
  const found = await ledger.find<PersonState>(tx, tx.city, 'people.person', person);
  return found?.state.card.names[0] ?? '';
}

async function getErasure({ ledger }: Services, tx: Tx, id: string): Promise<ErasureState> {
  const found = await ledger.find<ErasureState>(tx, tx.city, erasureRecord.kind, id);
  if (!found) throw new Refused(refuse('ledger.not-found'));
  return found.state;
}

/** @param areasOf all areas: each says what it holds */
export const routesWith = (areasOf: () => readonly ServerArea[]): readonly AnyRoute[] => [
  route({
    method: 'GET',
    path: '/api/protection/erasures',
    summary: 'Erasures that wait for a second person, then those that were decided; no name of a child',
    may: ['read', 'protection.erasure'],
    answer: Type.Object({ rows: Type.Array(Listed) }),
    handle: async ({ tx }) => ({ rows: await listErasures(tx, null) }),
  }),
  route({
    method: 'GET',
    path: '/api/protection/person/{id}',
    summary: 'What is held of a person, what would be erased, and what is in the way of that',
    may: ['ask', 'protection.erasure'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      name: Type.String(),
      held: HeldAnswer,
      erasures: Type.Array(Listed),
      holds: Type.Array(Type.Object({ id: Type.String(), because: Type.String(), by: Type.String(), on: Type.String() })),
    }),
    async handle({ tx, params: { id }, services, note }) {
      const found = await services.ledger.find<PersonState>(tx, tx.city, 'people.person', id);
      if (!found) throw new Refused(refuse('ledger.not-found'));
      const held = await heldOf(tx, areasOf(), id);
      const { rows } = await tx.query<{ id: string }>(
        "select id from protection_hold where city = $1 and person = any($2) and status = 'placed' order by id",
        [tx.city, held.group.persons],
      );
      const holds = await services.ledger.findMany<HoldState>(tx, tx.city, holdRecord.kind, rows.map((row) => row.id)); // biome-ignore format: one call
      await note('people.person', [id], 'data protection');
      return {
        name: found.state.card.names[0] ?? '',
        held: answerOf(held),
        erasures: await listErasures(tx, id),
        holds: [...holds].map(([hold, { state }]) => ({ id: hold, because: state.because, by: state.placedBy, on: state.placedOn })),
      };
    },
  }),
  route({
    method: 'POST',
    path: '/api/protection/person/{id}/packet',
    summary: 'Everything held of a person, for who asks for access: every record, all that happened to it, and who was shown it',
    may: ['give', 'protection.packet'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      madeAt: Type.String(),
      city: Type.String(),
      person: Type.String(),
      name: Type.String(),
      records: Type.Array(
        Type.Object({
          kind: Type.String(),
          id: Type.String(),
          status: Type.String(),
          state: Type.Record(Type.String(), Type.Unknown()),
          history: Type.Array(
            Type.Object({ at: Type.String(), by: Type.String(), what: Type.String(), fields: Type.Record(Type.String(), Type.Unknown()) }),
          ),
        }),
      ),
      readings: Type.Array(Type.Object({ at: Type.String(), by: Type.String(), kind: Type.String(), why: Type.String() })),
    }),
    async handle({ tx, params: { id }, services, note }) {
      const name = await nameOf(services, tx, id);
      const packet = await packetOf(services, tx, await heldOf(tx, areasOf(), id));
      if (packet.records.length === 0) throw new Refused(refuse('ledger.not-found'));
      await note('people.person', [id, ...packet.records.map((record) => record.id)], 'access packet');
      const { rows } = await tx.query<{ name: string }>('select name from city where number = $1', [tx.city]);
      return { madeAt: services.clock().toISOString(), city: rows[0]!.name, person: id, name, ...packet };
    },
  }),
  route({
    method: 'GET',
    path: '/api/protection/erasure/{id}',
    summary: 'An erasure: who is to be erased and why, what is held now, and what was decided',
    may: ['read', 'protection.erasure'],
    shows: 'identity',
    params: Type.Object({ id: Id }),
    answer: Type.Object({
      ...Listed.properties,
      name: Type.String(),
      because: Maybe(Type.String()),
      declinedBecause: Maybe(Type.String()),
      keys: Type.Integer(),
      records: Type.Integer(),
      held: Maybe(HeldAnswer),
    }),
    async handle({ tx, params: { id }, services, note }) {
      const { subjects, ...state } = await getErasure(services, tx, id);
      await note('protection.erasure', [id, state.person], 'data protection');
      const held = state.status === 'asked' ? answerOf(await heldOf(tx, areasOf(), state.person)) : null;
      return { id, ...state, keys: subjects.length, name: await nameOf(services, tx, state.person), held };
    },
  }),
  route({
    method: 'POST',
    path: '/api/protection/erasure/{id}/carry-out',
    summary: 'Erase: the second person says yes. Every key of the person is destroyed; nothing brings it back',
    may: ['confirm', 'protection.erasure'],
    params: Type.Object({ id: Id }),
    body: fields({}),
    answer: Type.Object({ keys: Type.Integer(), records: Type.Integer() }),
    async handle({ tx, actor, params: { id }, services }) {
      const { ledger, clock } = services;
      await beginErasing(tx);
      const { person } = await getErasure(services, tx, id);
      const { subjects, refusal } = await heldOf(tx, areasOf(), person);
      if (refusal) throw new Refused(refusal);
      const records = await erase(tx, ledger, subjects, clock().toISOString());
      const input = { by: actor.id, subjects, records };
      // Says no, and takes all of it back, where it was decided before or the first person wants to be the second.
      await ledger.runAll(tx, systemActor(actor.city), [{ kind: erasureRecord.kind, id, name: 'complete', input }]);
      return { keys: subjects.length, records };
    },
  }),
];
