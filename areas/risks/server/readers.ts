export { holdsOfPairs, ofChildren, wardsFound } from './reading.ts';
