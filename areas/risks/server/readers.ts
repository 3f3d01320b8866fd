export { ofChildren, pendingReasonsOfPairs, wardsFound } from './reading.ts';
