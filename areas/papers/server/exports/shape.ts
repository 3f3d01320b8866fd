import type { Tx } from '../../../../platform/database/pool.ts';
import { isoOf } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { type FileValue, fileColumns, sheetNames } from '../../../../platform/lists/server/fileColumns.ts';
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

const columns = {
  case: 'lists:file.id',
  name: 'cases:case.child',
  status: ['papers:export.status', 'cases:status'],
  risk_level: ['cases:case.risk', 'cases:risk'],
  ward: 'cases:case.ward',
  born: 'papers:print.born',
  opened_on: 'cases:case.opened',
  due_on: 'cases:case.due',
  waiting: 'cases:column.tasks',
  worker: 'cases:case.worker',
  person: 'cases:case.person',
  rests_on: 'papers:export.rests-on',
} as const;
/** What stays in the office: a partner is told of the child's state by a referral, where each part is chosen. */
const officeColumns = {
  ...columns,
  phase: ['cases:column.phase', 'cases:phase'],
  lives: ['cases:column.lives', 'cases:stay'],
  danger: ['cases:column.danger', 'cases:danger'],
  trafficking: ['cases:list.trafficking', 'cases:list'],
  interests: ['cases:care.best', 'cases:interests'],
  solution: ['cases:care.solution', 'cases:solution'],
  consent_until: 'cases:column.consent',
  bases: ['cases:column.bases', 'cases:basis'],
  leaving: ['cases:column.leaving', 'cases:adult-services'],
  closed_on: 'cases:column.closed',
  close_reason: ['cases:act.close-reason', 'cases:close-reason'],
  closed_unseen: 'cases:list.closed-unseen',
} as const;

interface Asked {
  readonly today: string;
  readonly to: GoesTo;
  /** Of the words in a workbook. */
  readonly language: string;
}

const day = (on: string | null) => on && { day: on };

/** A table of the cases as their list has them; inside the office with how far they are, and why they were closed. */
export function tableShape(services: Services, city: number, format: TableFormat, { today, to, language }: Asked): Shape {
  const { catalogues } = services;
  const inOffice = to.forWhom === 'office';
  const written = fileColumns<keyof typeof officeColumns>(catalogues, language, inOffice ? officeColumns : columns);
  const writer = tableWriters[format](
    written.map(({ head }) => head),
    sheetNames(catalogues, language),
  );
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
        opened.map((one) => {
          const values: Readonly<Record<keyof typeof officeColumns, FileValue>> = {
            case: one.id,
            name: one.name,
            status: one.status,
            risk_level: one.riskLevel,
            ward: one.ward,
            born: one.born && isoOf(one.born),
            opened_on: day(one.openedOn),
            due_on: day(one.dueOn),
            waiting: one.tasks,
            worker: one.worker ? names.get(one.worker)! : null,
            person: one.person,
            rests_on: resting.get(one.id) || null,
            phase: one.phase,
            lives: one.lives,
            danger: one.danger,
            trafficking: one.trafficking,
            interests: one.interests,
            solution: one.solution,
            consent_until: day(one.consentUntil),
            bases: basesOf.get(one.id) ?? [],
            leaving: one.leaving,
            closed_on: day(one.closedOn),
            close_reason: one.closeReason,
            closed_unseen: one.status === 'closed' ? one.closedUnseen : null,
          };
          return written.map(({ name, cell }) => cell(values[name]));
        }),
      );
      return { bytes, ids: opened.map(({ id }) => id) };
    },
    end: () => writer.end(),
  };
}
