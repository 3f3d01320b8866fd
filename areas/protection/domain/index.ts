export { Erasure, type ErasureState, erasureColumns, erasureRecord, grounds } from './erasure.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { RetentionHold, type RetentionHoldState, retentionHoldRecord } from './retentionHold.ts';
