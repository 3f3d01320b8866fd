import { Type } from 'typebox';
import type { Tx } from '../../../platform/database/pool.ts';
import { BornSchema, Maybe } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { bornIn } from '../../../platform/permissions/ages.ts';
import { openJson } from '../../../platform/sealing/sealing.ts';
import { caseBinding, concernBinding } from './views.ts';

/** A case in a list. */
export const CaseSummary = {
  id: Type.String(),
  person: Maybe(Type.String()),
  name: Type.String(),
  status: Type.String(),
  worker: Maybe(Type.String()),
  ward: Maybe(Type.String()),
  riskLevel: Type.String(),
  born: Maybe(BornSchema),
  openedOn: Type.String(),
  dueOn: Maybe(Type.String()),
  tasks: Type.Integer(),
  /** Flags that nobody has settled. */
  flags: Type.Integer(),
};
export interface CaseRow {
  readonly id: string;
  readonly person: string | null;
  readonly subject: string;
  readonly status: string;
  readonly worker: string | null;
  readonly ward: string | null;
  readonly risk_level: string;
  readonly birth_from: string | null;
  readonly birth_to: string | null;
  readonly opened_on: string;
  readonly due_on: string | null;
  readonly tasks: number;
  readonly flags: number;
  readonly card: Buffer;
}

/** A concern in a list. */
export const ConcernSummary = {
  id: Type.String(),
  person: Maybe(Type.String()),
  name: Type.String(),
  status: Type.String(),
  source: Type.String(),
  ward: Maybe(Type.String()),
  born: Maybe(BornSchema),
  raisedOn: Type.String(),
  raisedBy: Type.String(),
  case: Maybe(Type.String()),
};
export interface ConcernRow {
  readonly id: string;
  readonly person: string | null;
  readonly subject: string;
  readonly status: string;
  readonly source: string;
  readonly ward: string | null;
  readonly birth_from: string | null;
  readonly birth_to: string | null;
  readonly raised_on: string;
  readonly raised_by: string;
  readonly case_id: string | null;
  readonly card: Buffer;
}

/** Rows with the name on their card; those whose key was destroyed are left out. */
async function named<Row extends { id: string; subject: string; card: Buffer }>(
  { ledger }: Services,
  tx: Tx,
  rows: readonly Row[],
  binding: (city: number, id: string) => string,
): Promise<{ row: Row; name: string }[]> {
  const keys = await ledger.keys.find(
    tx,
    tx.city,
    rows.map(({ subject }) => subject),
  );
  return rows.flatMap((row) => {
    const key = keys.get(row.subject);
    return key ? [{ row, name: (openJson(key, row.card, binding(tx.city, row.id)) as { name: string }).name }] : [];
  });
}

export async function openCases(services: Services, tx: Tx, rows: readonly CaseRow[]) {
  return (await named(services, tx, rows, caseBinding)).map(({ row, name }) => ({
    id: row.id,
    person: row.person,
    name,
    status: row.status,
    worker: row.worker,
    ward: row.ward,
    riskLevel: row.risk_level,
    born: bornIn(row),
    openedOn: row.opened_on,
    dueOn: row.due_on,
    tasks: row.tasks,
    flags: row.flags,
  }));
}

export async function openConcerns(services: Services, tx: Tx, rows: readonly ConcernRow[]) {
  return (await named(services, tx, rows, concernBinding)).map(({ row, name }) => ({
    id: row.id,
    person: row.person,
    name,
    status: row.status,
    source: row.source,
    ward: row.ward,
    born: bornIn(row),
    raisedOn: row.raised_on,
    raisedBy: row.raised_by,
    case: row.case_id,
  }));
}
