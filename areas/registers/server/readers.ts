export { rowsByHeading } from './file/table.ts';
export { coverageOfRegisters, hasRegister, importRuns, presentAfter, presentFingerprint, presentIn, registersWithRows } from './reading.ts';
