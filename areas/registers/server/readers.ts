export { hasRegister, importRuns, presentAfter, presentFingerprint, presentIn, registersWithRows } from './reading.ts';
