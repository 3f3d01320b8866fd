import type { TObject, TString } from 'typebox';
import type { Answer, Contract } from '../contract/index.ts';
import { type RecordDefinition, refuse } from '../decider/index.ts';
import { theOne } from '../ledger/ledger.ts';
import { Refused } from '../ledger/problems.ts';
import { allows } from '../permissions/ability.ts';
import { nextOf } from '../permissions/next.ts';
import { type AnyRoute, type Call, route } from './area.ts';

/** A record as a page is shown it. */
export interface ReadRecord<State> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly key: Buffer;
  /** What the reader may do now; not worked out where nobody asks. */
  next(): Promise<string[]>;
  /** Whether the reader may do that to this record, whatever its status. */
  may(action: string): boolean;
}

/**
 * A record that the caller may read. The reading is noted with `why`; null where nothing leaves that tells who somebody is. Refused as
 * not found where there is none or it is not the caller's to see.
 */
export async function readRecord<State>(
  { tx, actor, ability, services, note }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services' | 'note'>,
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'acts' | 'commands' | 'status'>,
  id: string,
  why: string | null,
): Promise<ReadRecord<State>> {
  const found = await services.ledger.find<State>(tx, actor.city, record.kind, id);
  const facts = found && { ...record.facts(found.state), id, city: actor.city };
  const may = (action: string) => facts !== undefined && allows(ability, action, record.kind, facts);
  if (!found || !may('read')) throw new Refused(refuse('ledger.not-found'));
  if (why !== null) await note(record.kind, [id], why);
  let known: Promise<string[]> | undefined;
  const next = () => (known ??= nextOf(record, { id, state: found.state }, { tx, actor, ability, services }));
  return { id, ...found, next, may };
}

type Shown<C extends Contract> = Omit<Answer<C>, 'id' | 'version' | 'next'> & { readonly next?: readonly string[] };
type Reading = Call<TObject<{ id: TString }>, undefined, undefined>;

/**
 * A route that reads one record: `shown` gives, of its state and of what else was read, what the contract answers besides id, version and
 * `next`; and `next` where what else was read narrows what may be done.
 */
export const recordRoute = <const C extends Contract, State>(
  contract: C,
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'acts' | 'commands' | 'status'>,
  why: string | null,
  shown: (state: State, call: Reading, read: ReadRecord<State>) => Shown<C> | Promise<Shown<C>>,
): AnyRoute =>
  route(contract as Contract, async (call) => {
    const reading = call as Reading;
    const read = await readRecord(reading, record, reading.params.id, why);
    const { id, state, version } = read;
    const { next, ...answer } = await shown(state, reading, read);
    return { ...answer, id, version, next: next ?? (await read.next()) };
  });

/** The one record of a kind that a city has but one of; without a state while nobody has made it. */
export async function readSingle<State>(
  { tx, actor, services }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'services'>,
  { kind }: Pick<RecordDefinition<State>, 'kind'> & Partial<Pick<RecordDefinition<State>, 'facts'>>,
): Promise<{ readonly id: string; readonly version: number; readonly state: State | undefined }> {
  const id = services.sealing.idFor(actor.city, kind, theOne);
  const found = await services.ledger.find<State>(tx, actor.city, kind, id);
  return { id, version: found?.version ?? 0, state: found?.state };
}

/** A route that reads the one record of a kind; without a state nobody has made it yet. */
export const singleRoute = <const C extends Contract, State>(
  contract: C,
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'acts' | 'commands' | 'status'>,
  shown: (
    state: State | undefined,
    call: Call<undefined, undefined, undefined>,
  ) => Omit<Shown<C>, 'next'> | Promise<Omit<Shown<C>, 'next'>>,
): AnyRoute =>
  route(contract as Contract, async (call) => {
    const { id, version, state } = await readSingle(call, record);
    return { ...(await shown(state, call)), id, version, next: await nextOf(record, { id, state }, call) };
  });
