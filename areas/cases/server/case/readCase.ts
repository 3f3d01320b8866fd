import { refuse } from '../../../../platform/decider/index.ts';
import type { Call } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { allows } from '../../../../platform/permissions/ability.ts';
import { type CaseState, caseRecord, next } from '../../domain/index.ts';

/** A case as a page is shown it. */
export interface ReadCase {
  readonly id: string;
  readonly state: CaseState;
  readonly version: number;
  readonly key: Buffer;
  /** The commands that are possible now for the reader. */
  readonly next: readonly string[];
  /** Whether the reader may do that in this case, whatever its status. */
  may(action: string): boolean;
}

/**
 * A case that the caller may read; the reading is noted as of that part of the file (`case plan`), and
 * not noted with `null`, where nothing of the child leaves. Refuses as not found where there is
 * none or it is not the caller's to see.
 */
export async function readCase(
  { tx, actor, ability, services, note }: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services' | 'note'>,
  id: string,
  why: string | null,
): Promise<ReadCase> {
  const { city } = actor;
  const found = await services.ledger.find<CaseState>(tx, city, caseRecord.kind, id);
  const facts = found && { ...caseRecord.facts(found.state), id, city };
  if (!found || !allows(ability, 'read', caseRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
  if (why !== null) await note(caseRecord.kind, [id], why);
  const may = (action: string) => allows(ability, action, caseRecord.kind, facts!);
  // Whoever reads it has no glass to break.
  const possible = next[found.state.status].filter((action) => action !== 'break-glass' && may(action));
  return { id, ...found, next: possible, may };
}
