export * from './contract.ts';
export type { readSession } from './frame.ts';
export * as frame from './frame.ts';
export * from './history.ts';
export * from './outcomes.ts';
export { recordContract, singleContract } from './record.ts';
