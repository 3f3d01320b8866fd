export { type ErasureState, erasureRecord, type Ground, grounds } from './erasure.ts';
export { type HoldState, holdRecord } from './hold.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
