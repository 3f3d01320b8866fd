export { type CanonicalField, canonicalFields, dateFields, type EntryState, entryRecord, headerWords, type PutInput, type RegisterName, registerNames, type Values } from './entry.ts';
export { type Counts, type ImportState, importRecord, type SetAsideRow, type StartInput } from './import.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
