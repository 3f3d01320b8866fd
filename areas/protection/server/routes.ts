import type { Tx } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type ServerArea, type Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { readRecord, recordRoute } from '../../../platform/http/readRecord.ts';
import { beginErasing, erase } from '../../../platform/ledger/erase.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import type { PersonState } from '../../people/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type ErasureState, erasureRecord, type RetentionHoldState, retentionHoldRecord } from '../domain/index.ts';
import { type Held, heldOf } from './held.ts';
import { packetOf } from './packet.ts';
import { holdIds, listErasures } from './views.ts';

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

/** Holds, those in force first, of some persons or of all; none of somebody who was erased, for its key is gone. */
async function holdsOf({ ledger }: Services, tx: Tx, persons: readonly string[] | null) {
  const ids = await holdIds(tx, persons);
  const found = await ledger.findMany<RetentionHoldState>(tx, tx.city, retentionHoldRecord.kind, ids);
  return ids.flatMap((id) => {
    const hold = found.get(id)?.state;
    if (!hold) return [];
    const { status, because, placedBy: by, placedOn: on, lifted } = hold;
    return [{ id, status, because, by, on, liftedOn: lifted?.on ?? null }];
  });
}

/** @param areasOf all areas: each says what it holds */
export const routesWith = (areasOf: () => readonly ServerArea[]): readonly AnyRoute[] => [
  historyRoute(erasureRecord),
  historyRoute(retentionHoldRecord),
  route(contract.listErasures, async ({ tx }) => ({ rows: await listErasures(tx, null) })),
  route(contract.readHeld, async ({ tx, params: { id }, services, note }) => {
    const found = await services.ledger.find<PersonState>(tx, tx.city, 'people.person', id);
    if (!found) throw new Refused(refuse('ledger.not-found'));
    const held = await heldOf(tx, areasOf(), id);
    await note('people.person', [id], 'data protection');
    return {
      name: found.state.card.names[0] ?? '',
      held: answerOf(held),
      erasures: await listErasures(tx, id),
      retentionHolds: await holdsOf(services, tx, held.group.persons),
    };
  }),
  route(contract.listHolds, async ({ tx, services }) => ({
    rows: (await holdsOf(services, tx, null)).map(({ because: _, ...listed }) => listed),
  })),
  recordRoute(contract.readHold, retentionHoldRecord, 'data protection', async (state, { tx, services }) => ({
    ...state,
    name: await nameOf(services, tx, state.person),
  })),
  route(contract.makePacket, async ({ tx, params: { id }, services, note }) => {
    const name = await nameOf(services, tx, id);
    const packet = await packetOf(services, tx, await heldOf(tx, areasOf(), id));
    if (packet.records.length === 0) throw new Refused(refuse('ledger.not-found'));
    await note('people.person', [id, ...packet.records.map((record) => record.id)], 'access packet');
    const { rows } = await tx.query<{ name: string }>('select name from city where number = $1', [tx.city]);
    return { madeAt: services.clock().toISOString(), city: rows[0]!.name, person: id, name, ...packet };
  }),
  route(contract.readErasure, async (call) => {
    const { tx, actor, services } = call;
    const { id, state, version, next, may } = await readRecord(call, erasureRecord, call.params.id, null);
    await call.note(erasureRecord.kind, [id, state.person], 'data protection');
    const held = state.status === 'asked' ? answerOf(await heldOf(tx, areasOf(), state.person)) : null;
    const confirms = held?.refused === null && state.askedBy !== actor.id && may('confirm');
    const name = await nameOf(services, tx, state.person);
    return { id, version, ...state, keys: state.subjects.length, name, held, next: [...(confirms ? ['confirm'] : []), ...(await next())] };
  }),
  route(contract.carryOutErasure, async ({ tx, actor, params: { id }, services }) => {
    const { ledger, clock } = services;
    await beginErasing(tx);
    const asked = await ledger.find<ErasureState>(tx, tx.city, erasureRecord.kind, id);
    if (!asked) throw new Refused(refuse('ledger.not-found'));
    const { person } = asked.state;
    const { subjects, refusal } = await heldOf(tx, areasOf(), person);
    if (refusal) throw new Refused(refusal);
    const records = await erase(tx, ledger, subjects, clock().toISOString());
    const input = { by: actor.id, subjects, records };
    // Says no, and takes all of it back, where it was decided before or the first person wants to be the second.
    await ledger.runAll(tx, systemActor(actor.city), [{ kind: erasureRecord.kind, id, name: 'complete', input }]);
    return { keys: subjects.length, records };
  }),
];
