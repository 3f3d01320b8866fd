import type { Counts, Encoding, ImportState, MappedColumn, Quality, RegisterName } from '../domain/index.ts';

/** Answers of the area's routes, as far as its pages use them. */
export interface ImportRow {
  readonly id: string;
  readonly register: RegisterName;
  /** Empty for those who see figures only. */
  readonly fileName: string;
  readonly status: ImportState['status'];
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly counts: Counts;
  readonly reason: string | null;
  readonly progress: { readonly stage: string; readonly done: number; readonly total: number | null } | null;
}

export interface Imports {
  readonly rows: readonly ImportRow[];
  readonly next?: string;
}

export interface Summary {
  readonly registers: readonly { readonly register: RegisterName; readonly present: number; readonly gone: number }[];
}

export interface RegisterQuality {
  readonly register: RegisterName;
  readonly import: string;
  readonly endedAt: string;
  readonly counts: Counts;
  readonly quality: Quality;
}

export type DateOrder = ImportState['dateOrder'];
export type Calendar = ImportState['calendar'];

export interface ProposedColumn extends MappedColumn {
  readonly confidence: number;
  readonly ambiguous?: boolean;
}

export interface Proposal {
  readonly fileName: string;
  readonly encoding: Encoding | 'xlsx';
  readonly lettersLost: boolean;
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean }[];
  readonly sheet: string | null;
  readonly mended: boolean;
  readonly register: RegisterName;
  readonly headers: readonly string[];
  readonly samples: readonly (readonly string[])[];
  readonly mapping: readonly ProposedColumn[];
  readonly dateOrder: DateOrder;
  readonly calendar: Calendar;
  readonly profile: { readonly id: string; readonly name: string; readonly whole: boolean } | null;
}

export interface DryRun {
  readonly counts: Counts;
  readonly setAside: readonly { readonly row: number; readonly column: string; readonly reason: string }[];
}

/** How far a dry run is. */
export interface DryRunStage {
  readonly stage: string;
  readonly done: number;
  readonly total: number | null;
}

export interface Profiles {
  readonly rows: readonly {
    readonly id: string;
    readonly name: string;
    readonly register: RegisterName;
    readonly columns: readonly string[];
  }[];
}

export interface Entry {
  readonly id: string;
  readonly register: RegisterName;
  readonly status: string;
  readonly import: string;
  readonly row: number;
  readonly firstSeen: string;
  readonly lastChanged: string;
  readonly values: Readonly<Record<string, string>>;
  readonly doNotCall: boolean;
}
