export { type ExportState, type ExportTable, exportFormats, exportHours, exportRecord, exportTables, maxNamed } from './export.ts';
export { type GoesTo, restsOn } from './goingOut.ts';
export * as htcds from './htcds/index.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
