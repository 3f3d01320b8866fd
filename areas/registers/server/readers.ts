export { rowsByHeading } from './file/table.ts';
export { hasRegister, importRuns, presentAfter, presentFingerprint, presentIn, registersWithRows } from './reading.ts';
