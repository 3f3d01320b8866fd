import type { Tx } from '../../../../platform/database/pool.ts';
import { isoOf } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import { type TableFormat, tableWriters } from '../../../../platform/spreadsheets/tableFile.ts';
import type { UserState } from '../../../accounts/domain/index.ts';
import { basesToday, caseTable } from '../../../cases/server/readers.ts';
import type { GoesTo } from '../../domain/index.ts';

/** How a file of cases is written, a stretch of cases at a time. */
export interface Shape {
  /**
   * The bytes of these cases, and which of them are shown in it: those whose key was destroyed are not. `resting`: on what it rests that each
   * leaves the office, empty where it does not leave.
   */
  write(
    tx: Tx,
    rows: readonly StoredRow[],
    resting: ReadonlyMap<string, string>,
  ): Promise<{ readonly bytes: Buffer; readonly ids: readonly string[] }>;
  end(): Buffer;
}

const columns = [
  'case',
  'name',
  'status',
  'risk_level',
  'ward',
  'born',
  'opened_on',
  'due_on',
  'waiting',
  'worker',
  'person',
  'rests_on',
] as const;
/** What stays in the office: a partner is told of the child's state by a referral, where each part is chosen. */
const officeColumns = [
  ...(['phase', 'lives', 'danger', 'trafficking', 'interests', 'solution', 'consent_until', 'bases', 'leaving'] as const),
  ...(['closed_on', 'close_reason', 'closed_unseen'] as const),
] as const;

const day = (on: string | null) => on && { day: on };

/** A table of the cases as their list has them; inside the office with how far they are, and why they were closed. */
export function tableShape(services: Services, city: number, format: TableFormat, { today, to }: { today: string; to: GoesTo }): Shape {
  const inOffice = to.forWhom === 'office';
  const writer = tableWriters[format](inOffice ? [...columns, ...officeColumns] : columns, 'Cases');
  const names = new Map<string, string>();
  return {
    async write(tx, rows, resting) {
      const opened = await caseTable.open(services, tx, rows);
      const unknown = [...new Set(opened.flatMap(({ worker }) => (worker && !names.has(worker) ? [worker] : [])))];
      const users = await services.ledger.findMany<UserState>(tx, city, 'accounts.user', unknown);
      for (const worker of unknown) names.set(worker, users.get(worker)?.state.name ?? '');
      const basesOf = inOffice
        ? await basesToday(
            tx,
            opened.map(({ id }) => id),
            today,
          )
        : new Map<string, readonly string[]>();
      const bytes = writer.rows(
        opened.map((one) => [
          one.id,
          one.name,
          one.status,
          one.riskLevel,
          one.ward,
          one.born && isoOf(one.born),
          day(one.openedOn),
          day(one.dueOn),
          one.tasks,
          one.worker ? names.get(one.worker)! : null,
          one.person,
          resting.get(one.id) || null,
          ...(inOffice
            ? [
                ...[one.phase, one.lives, one.danger, one.trafficking, one.interests, one.solution, day(one.consentUntil)],
                ...[
                  basesOf.get(one.id)?.join('; ') ?? null,
                  one.leaving,
                  day(one.closedOn),
                  one.closeReason,
                  one.status === 'closed' ? String(one.closedUnseen) : null,
                ],
              ]
            : []),
        ]),
      );
      return { bytes, ids: opened.map(({ id }) => id) };
    },
    end: () => writer.end(),
  };
}
