import type { Tx } from '../../../platform/database/pool.ts';
import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route, type ServerArea, type Services } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import { beginErasing, erase } from '../../../platform/ledger/erase.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { type CaseState, caseRecord } from '../../cases/domain/index.ts';
import type { PersonState } from '../../people/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type ErasureState, erasureRecord, retentionHoldRecord } from '../domain/index.ts';
import { type Held, heldOf } from './held.ts';
import { packetOf } from './packet.ts';
import { listErasures, listHolds } from './views.ts';

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
  refused: refusal
    ? { code: refusal.refused, open: Number(refusal.params['open'] ?? 0), on: (refusal.params['on'] as string | undefined) ?? null }
    : null,
});

interface Subject {
  readonly kind: string;
  readonly name: string;
}
/** A person, or a case whose child is no known person; undefined where neither is there. */
async function subjectOf({ ledger }: Services, tx: Tx, id: string): Promise<Subject | undefined> {
  const person = await ledger.find<PersonState>(tx, tx.city, 'people.person', id);
  if (person) return { kind: 'people.person', name: person.state.card.names[0] ?? '' };
  const file = await ledger.find<CaseState>(tx, tx.city, caseRecord.kind, id);
  return file?.state.person === null ? { kind: caseRecord.kind, name: file.state.name } : undefined;
}

/** The name by which somebody is known; empty where nobody is there any more. */
const nameOf = async (services: Services, tx: Tx, id: string): Promise<string> => (await subjectOf(services, tx, id))?.name ?? '';

/** @param areasOf all areas: each says what it holds */
export const routesWith = (areasOf: () => readonly ServerArea[]): readonly AnyRoute[] => [
  historyRoute(erasureRecord),
  historyRoute(retentionHoldRecord),
  route(contract.listErasures, async ({ tx, services }) => ({ rows: await listErasures(services, tx, null) })),
  route(contract.readHeld, async ({ tx, params: { id }, services, note }) => {
    const found = await subjectOf(services, tx, id);
    if (!found) throw new Refused(refuse('ledger.not-found'));
    const held = await heldOf(services, tx, areasOf(), id);
    await note(found.kind, [id], 'data protection');
    return {
      name: found.name,
      isPerson: found.kind === 'people.person',
      held: answerOf(held),
      records: [...new Set([id, ...[...held.goes, ...held.stays].map((one) => one.id)])].slice(0, 50),
      erasures: await listErasures(services, tx, id),
      retentionHolds: await listHolds(services, tx, held.group.persons),
    };
  }),
  route(contract.listHolds, async ({ tx, services }) => ({ rows: await listHolds(services, tx, null) })),
  recordRoute(contract.readHold, retentionHoldRecord, 'data protection', async (state, { tx, services }) => ({
    ...state,
    name: await nameOf(services, tx, state.person),
  })),
  route(contract.makePacket, async ({ tx, params: { id }, services, note }) => {
    const name = await nameOf(services, tx, id);
    const packet = await packetOf(services, tx, await heldOf(services, tx, areasOf(), id));
    if (packet.records.length === 0) throw new Refused(refuse('ledger.not-found'));
    await note('people.person', [id, ...packet.records.map((record) => record.id)], 'access packet');
    const { rows } = await tx.query<{ name: string }>('select name from city where number = $1', [tx.city]);
    return { madeAt: services.clock().toISOString(), city: rows[0]!.name, person: id, name, ...packet };
  }),
  recordRoute(contract.readErasure, erasureRecord, null, async (state, { tx, services, note }, { id, next }) => {
    await note(erasureRecord.kind, [id, state.person], 'data protection');
    const held = state.status === 'asked' ? answerOf(await heldOf(services, tx, areasOf(), state.person, state.ground)) : null;
    return {
      ...state,
      name: await nameOf(services, tx, state.person),
      keys: state.subjects.length,
      held,
      next: (await next()).filter((act) => act !== 'confirm' || held?.refused === null),
    };
  }),
  route(contract.carryOutErasure, async ({ tx, actor, params: { id }, services }) => {
    const { ledger, clock } = services;
    await beginErasing(tx);
    const asked = await ledger.find<ErasureState>(tx, tx.city, erasureRecord.kind, id);
    if (!asked) throw new Refused(refuse('ledger.not-found'));
    const { person, ground } = asked.state;
    const { subjects, refusal } = await heldOf(services, tx, areasOf(), person, ground);
    if (refusal) throw new Refused(refusal);
    const records = await erase(tx, ledger, subjects, clock().toISOString());
    const input = { by: actor.id, subjects, records };
    // Says no, and takes all of it back, where it was decided before or the first person wants to be the second.
    await ledger.runAll(tx, systemActor(actor.city), [{ kind: erasureRecord.kind, id, name: 'complete', input }]);
    return { keys: subjects.length, records };
  }),
];
