import type { Tx } from '../../../platform/database/pool.ts';
import { type Refusal, refuse } from '../../../platform/decider/index.ts';
import type { ServerArea, Services } from '../../../platform/http/area.ts';
import type { Group, Holding } from '../../../platform/http/holding.ts';
import { type CaseState, caseRecord, isUnsettled } from '../../cases/domain/index.ts';
import { personOfCase } from '../../cases/server/readers.ts';
import { groupOf } from '../../people/server/readers.ts';
import { retained } from './retention.ts';

/** All that is held of one human being, and what becomes of it. */
export interface Held {
  readonly group: Group;
  /** What goes when the person is erased. */
  readonly goes: readonly Holding[];
  /** About the person, but sealed under the key of somebody else: it cannot be erased without erasing that one. */
  readonly stays: readonly Holding[];
  /** Whose keys are destroyed. */
  readonly subjects: readonly string[];
  /** Why nobody may be erased now; undefined where nothing is in the way. */
  readonly refusal: Refusal | undefined;
}

/** Why a closed case of somebody may not be erased yet: something in it is not over, it is kept, or the time for which such cases are kept runs. */
async function neededStill(services: Services, tx: Tx, ids: readonly string[], ground: string | undefined): Promise<Refusal | undefined> {
  const today = await services.ledger.today(tx, tx.city);
  const cases = await services.ledger.findMany<CaseState>(tx, tx.city, caseRecord.kind, ids);
  if ([...cases.values()].some(({ state }) => isUnsettled(state, today))) return refuse('protection.unsettled');
  for (const id of ids) {
    const [row] = await retained(services, tx, id);
    if (row?.keptUntil && row.keptUntil > today) return refuse('protection.kept', { on: row.keptUntil });
    if (ground === 'not-needed' && row && row.reviewOn > today) return refuse('protection.time-not-over', { on: row.reviewOn });
  }
  return undefined;
}

/**
 * @param subject a person, or a case whose child is no known person; where they have become known since, that person
 * @param ground on which an erasure was asked for, where one was
 */
export async function heldOf(services: Services, tx: Tx, areas: readonly ServerArea[], subject: string, ground?: string): Promise<Held> {
  const group = await groupOf(tx, (await personOfCase(tx, subject)) ?? subject);
  const all: Holding[] = [];
  for (const area of areas) all.push(...((await area.holdings?.(tx, group)) ?? []));
  const persons = new Set(group.persons);
  // A record under its own key goes with the person it is about. One under another person's key cannot go alone.
  const goes = all.filter(({ id, subject }) => subject === id || persons.has(subject));
  const stays = all.filter((one) => !goes.includes(one));
  const { rows: retentionHolds } = await tx.query(
    "select 1 from protection_retention_hold where city = $1 and person = any($2) and status = 'placed' limit 1",
    [tx.city, group.persons],
  );
  const open = goes.filter((one) => one.open).length;
  return {
    group,
    goes,
    stays,
    subjects: [...new Set([...group.persons, ...group.entries, ...goes.map(({ subject }) => subject)])].sort(),
    refusal:
      retentionHolds.length > 0
        ? refuse('protection.retention-hold')
        : open > 0
          ? refuse('protection.case-open', { open })
          : await neededStill(
              services,
              tx,
              goes.flatMap(({ kind, id }) => (kind === caseRecord.kind ? [id] : [])),
              ground,
            ),
  };
}
