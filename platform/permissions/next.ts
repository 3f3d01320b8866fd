import type { Tx } from '../database/pool.ts';
import { type Actor, offeredIn, type RecordDefinition } from '../decider/index.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { areaOf, areasOff } from '../ledger/switches.ts';
import { type Ability, allows } from './ability.ts';

interface Reader {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly ability: Ability;
  readonly services: { readonly ledger: Ledger };
}

/**
 * What somebody may do next to a record: the acts and commands that its state and their permissions allow, without those of an area that the city
 * does without today. Screens offer these and no others. Without a state it is a record that nobody has made yet, of which nothing is known.
 */
export async function nextOf<State>(
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'acts' | 'commands' | 'status'>,
  { id, state }: { readonly id: string; readonly state: State | undefined },
  { tx, actor, ability, services: { ledger } }: Reader,
): Promise<string[]> {
  const facts = { ...(state === undefined ? {} : record.facts(state)), id, city: actor.city };
  const allowed = offeredIn(record, state, actor).filter((name) => allows(ability, name, record.kind, facts));
  const areaFor = (name: string) => record.commands[name]?.area ?? areaOf(record.kind);
  const off = await areasOff(ledger.parts.switches, tx, actor.city, await ledger.today(tx, actor.city), allowed.map(areaFor));
  return allowed.filter((name) => !off.has(areaFor(name)));
}
