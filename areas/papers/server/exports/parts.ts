import { isoOf } from '../../../../platform/decider/index.ts';
import type { Services } from '../../../../platform/http/area.ts';
import type { FileColumn } from '../../../../platform/lists/list.ts';
import { type FileValue, fileColumns, sheetNames } from '../../../../platform/lists/server/fileColumns.ts';
import { type TableFormat, tableWriters } from '../../../../platform/spreadsheets/tableFile.ts';
import type { UserState } from '../../../accounts/domain/index.ts';
import { bornOf, type CaseState, caseRecord } from '../../../cases/domain/index.ts';
import type { ExportTable } from '../../domain/index.ts';
import type { Shape } from './shape.ts';

interface Part {
  readonly columns: Readonly<Record<string, FileColumn>>;
  /** The rows of a case; `nameOf` says who somebody of the office is. */
  rows(state: CaseState, nameOf: (user: string | null) => string): readonly Readonly<Record<string, FileValue>>[];
  /** Of whom the rows speak. */
  users(state: CaseState): readonly (string | null)[];
}

const day = (on: string | null | undefined) => (on ? { day: on } : null);
/** What each row begins with: of which child it is. */
const child = { case: 'lists:file.id', name: 'cases:case.child', born: 'papers:print.born', ward: 'cases:case.ward' } as const;

/** What a case has several of, as tables. */
const parts: Readonly<Record<Exclude<ExportTable, 'cases'>, Part>> = {
  goals: {
    columns: {
      domain: ['cases:plan.domain', 'cases:domain'],
      what: 'cases:plan.goal',
      due_on: 'cases:case.due',
      state: ['papers:export.status', 'cases:goal-state'],
      settled_on: 'papers:export.settled-on',
    },
    rows: ({ plan }) =>
      plan.goals.map(({ domain, what, due, state, settledOn }) => ({ domain, what, due_on: day(due), state, settled_on: day(settledOn) })),
    users: () => [],
  },
  actions: {
    columns: {
      what: 'cases:case.what',
      who: 'cases:case.who',
      due_on: 'cases:case.due',
      how: ['papers:export.status', 'cases:how'],
      settled_on: 'papers:export.settled-on',
    },
    rows: ({ actions }, nameOf) =>
      actions.map(({ what, who, due, settled, settledOn }) => ({
        ...{ what, who: nameOf(who), due_on: day(due), how: settled, settled_on: day(settledOn) },
      })),
    users: ({ actions }) => actions.map(({ who }) => who),
  },
  visits: {
    columns: {
      due_on: 'cases:visit.due',
      on: 'cases:visit.on',
      outcome: ['cases:visit.outcome', 'cases:visit-outcome'],
      alone: 'papers:export.alone',
      moved: 'papers:export.moved',
      worker: 'cases:case.worker',
    },
    rows: ({ followUp, worker }, nameOf) =>
      followUp.visits.map(({ due, on, outcome, alone, earlier }) => ({
        ...{ due_on: day(due), on: day(on), outcome, alone, moved: earlier.length, worker: nameOf(worker) },
      })),
    users: ({ worker }) => [worker],
  },
};

/** A table of what cases have several of, for the office: a row each, with the child it is of. */
export function partShape(
  services: Services,
  city: number,
  format: TableFormat,
  { table, language }: { readonly table: Exclude<ExportTable, 'cases'>; readonly language: string },
): Shape {
  const { catalogues } = services;
  const part = parts[table];
  const written = fileColumns<string>(catalogues, language, { ...child, ...part.columns });
  const writer = tableWriters[format](
    written.map(({ head }) => head),
    sheetNames(catalogues, language),
  );
  const names = new Map<string, string>();
  return {
    async write(tx, rows) {
      const ids = rows.map(({ id }) => id);
      const files = await services.ledger.findMany<CaseState>(tx, city, caseRecord.kind, ids);
      // A case whose key was destroyed has no name any more, and no part of it is shown.
      const shown = ids.flatMap((id) => {
        const state = files.get(id)?.state;
        return state?.name ? [{ id, state }] : [];
      });
      const unknown = [...new Set(shown.flatMap(({ state }) => part.users(state)))].filter((who) => who !== null && !names.has(who));
      const users = await services.ledger.findMany<UserState>(tx, city, 'accounts.user', unknown as string[]);
      for (const who of unknown) names.set(who!, users.get(who!)?.state.name ?? '');
      const nameOf = (who: string | null) => (who === null ? '' : (names.get(who) ?? ''));
      const bytes = writer.rows(
        shown.flatMap(({ id, state }) => {
          const born = bornOf(state);
          const of = { case: id, name: state.name, born: born && isoOf(born), ward: state.ward };
          return part.rows(state, nameOf).map((row) => written.map(({ name, cell }) => cell({ ...of, ...row }[name] ?? null)));
        }),
      );
      return { bytes, ids: shown.map(({ id }) => id) };
    },
    end: () => writer.end(),
  };
}
