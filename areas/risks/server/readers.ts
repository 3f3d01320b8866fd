export { holdsOfPairs, wardsFound } from './reading.ts';
