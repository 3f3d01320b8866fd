import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Actor, refuse } from '../../../platform/decider/index.ts';
import { route, type Services } from '../../../platform/http/area.ts';
import { type Request, systemActor } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import * as contract from '../contract/index.ts';
import { type Composition, type PersonState, pairRecord, personRecord } from '../domain/index.ts';
import { pairIdOf } from './linking.ts';
import { wardReaders } from './registerRows.ts';
import { composed, emptied, settle } from './settling.ts';

type Couple = readonly [a: string, b: string];

async function stateOf(tx: Tx, { ledger }: Services, city: number, id: string): Promise<PersonState> {
  const found = await ledger.find<PersonState>(tx, city, personRecord.kind, id);
  if (!found || found.state.members.length === 0) throw new Refused(refuse('ledger.not-found'));
  return found.state;
}

/** Says the same of several couples of rows: the system asks each question first, and the person who decides answers it. */
async function judgeAll(
  tx: Tx,
  { ledger, sealing }: Services,
  actor: Actor,
  couples: readonly Couple[],
  verdict: 'same' | 'not-same',
  because: string | undefined,
): Promise<void> {
  const of = (name: string, input: (couple: Couple) => object): Request[] =>
    couples.map((couple) => ({ kind: pairRecord.kind, id: pairIdOf(sealing, actor.city, ...couple), name, input: input(couple) }));
  const asked = of('doubt', ([a, b]) => ({ a, b, weight: 0, probability: 0, fields: [] }));
  const { rows: known } = await tx.query<{ id: string }>(
    "select id from people_pair where city = $1 and id = any($2::uuid[]) and status <> 'withdrawn'",
    [actor.city, asked.map(({ id }) => id)],
  );
  const standing = new Set(known.map(({ id }) => id));
  await ledger.runAll(
    tx,
    systemActor(actor.city),
    asked.filter(({ id }) => !standing.has(id)),
  );
  await ledger.runAll(
    tx,
    actor,
    of('judge', ([a, b]) => ({ a, b, verdict, ...(because === undefined ? {} : { because }) })),
  );
}

/** Rows of persons as a new person, kept with the reasons they stood there for. */
async function gathered(tx: Tx, services: Services, city: number, members: PersonState['members']): Promise<Composition> {
  const ids = members.map(({ entry }) => entry);
  const states = await services.ledger.findMany<EntryState>(tx, city, 'registers.entry', ids);
  const entries = ids.flatMap((id) => (states.has(id) ? [{ id, state: states.get(id)!.state }] : []));
  const why = new Map(members.map((member) => [member.entry, member]));
  const { shown } = await wardReaders(tx);
  return composed(services.sealing, city, entries, shown, ({ id }) => {
    const { weight, fields: reasons } = why.get(id)!;
    return { weight, fields: reasons.map((field) => ({ ...field })) };
  });
}

export const splitRoute = route(contract.splitPerson, async ({ tx, actor, params: { id }, body, services }) => {
  const { city } = actor;
  const { members } = await stateOf(tx, services, city, id);
  const leaving = new Set(body.entries);
  if (![...leaving].every((entry) => members.some((member) => member.entry === entry)))
    throw new Refused(refuse('people.not-a-row', {}, ['/entries']));
  const [gone, staying] = [members.filter(({ entry }) => leaving.has(entry)), members.filter(({ entry }) => !leaving.has(entry))];
  if (staying.length === 0) throw new Refused(refuse('people.nothing-left', {}, ['/entries']));
  const couples = gone.flatMap(({ entry: a }) => staying.map(({ entry: b }): Couple => [a, b]));
  await judgeAll(tx, services, actor, couples, 'not-same', body.because);
  const other = uuidv7();
  await services.ledger.runAll(tx, systemActor(city), [
    settle(id, await gathered(tx, services, city, staying)),
    settle(other, await gathered(tx, services, city, gone)),
  ]);
  return { person: id, other };
});

export const mergeRoute = route(contract.mergePersons, async ({ tx, actor, params: { id }, body: { other, because }, services }) => {
  const { city } = actor;
  if (id === other) throw new Refused(refuse('people.same-person', {}, ['/other']));
  const [own, taken] = [(await stateOf(tx, services, city, id)).members, (await stateOf(tx, services, city, other)).members];
  // One row of this person holds all of the other; whatever was said to the contrary is said anew.
  const { rows: contrary } = await tx.query<{ a: string; b: string }>(
    `select a, b from people_pair where city = $1 and status = 'not-same'
         and ((a = any($2::uuid[]) and b = any($3::uuid[])) or (b = any($2::uuid[]) and a = any($3::uuid[])))`,
    [city, own.map(({ entry }) => entry), taken.map(({ entry }) => entry)],
  );
  const held = taken.map(({ entry }): Couple => [own[0]!.entry, entry]);
  const couples = new Map([...held, ...contrary.map(({ a, b }): Couple => [a, b])].map((couple) => [[...couple].sort().join(), couple]));
  await judgeAll(tx, services, actor, [...couples.values()], 'same', because);
  await services.ledger.runAll(tx, systemActor(city), [
    settle(other, { ...emptied, into: id }),
    settle(id, await gathered(tx, services, city, [...own, ...taken])),
  ]);
  return { person: id, other };
});
