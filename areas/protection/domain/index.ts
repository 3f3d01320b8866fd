export { type ErasureState, erasureRecord, grounds } from './erasure.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { type RetentionHoldState, retentionHoldRecord } from './retentionHold.ts';
