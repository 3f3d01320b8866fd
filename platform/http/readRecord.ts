import { type RecordDefinition, refuse } from '../decider/index.ts';
import { Refused } from '../ledger/problems.ts';
import { allows } from '../permissions/ability.ts';
import { nextOf } from '../permissions/next.ts';
import type { Call } from './area.ts';

/** A record as a page is shown it. */
export interface ReadRecord<State> {
  readonly id: string;
  readonly state: State;
  readonly version: number;
  readonly key: Buffer;
  /** The commands that the reader may give now. */
  readonly next: string[];
  /** Whether the reader may do that to this record, whatever its status. */
  may(action: string): boolean;
}

/**
 * A record that the caller may read. The reading is noted with `why`; null where nothing leaves that tells who somebody is. Refused as
 * not found where there is none or it is not the caller's to see.
 */
export async function readRecord<State>(
  { tx, actor, ability, services, note }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services' | 'note'>,
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'commands' | 'status'>,
  id: string,
  why: string | null,
): Promise<ReadRecord<State>> {
  const found = await services.ledger.find<State>(tx, actor.city, record.kind, id);
  const facts = found && { ...record.facts(found.state), id, city: actor.city };
  const may = (action: string) => facts !== undefined && allows(ability, action, record.kind, facts);
  if (!found || !may('read')) throw new Refused(refuse('ledger.not-found'));
  if (why !== null) await note(record.kind, [id], why);
  return { id, ...found, next: nextOf(record, { id, state: found.state }, { actor, ability }), may };
}
