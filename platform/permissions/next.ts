import { type Actor, offeredIn, type RecordDefinition } from '../decider/index.ts';
import { type Ability, allows } from './ability.ts';

/** What somebody may do next to a record: the commands that its state and their permissions allow. Screens offer these and no others. */
export function nextOf<State>(
  record: Pick<RecordDefinition<State>, 'kind' | 'facts' | 'commands' | 'status'>,
  { id, state }: { readonly id: string; readonly state: State },
  { actor, ability }: { readonly actor: Actor; readonly ability: Ability },
): string[] {
  const facts = { ...record.facts(state), id, city: actor.city };
  return offeredIn(record, state, actor).filter((name) => allows(ability, name, record.kind, facts));
}
