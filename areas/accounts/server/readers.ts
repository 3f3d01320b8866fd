export { activeUsers, caseWorkers, wardsFingerprint, wardsListed } from './reading.ts';
