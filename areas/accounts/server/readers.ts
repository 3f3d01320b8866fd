export { activeUsers, wardsFingerprint, wardsListed } from './reading.ts';
