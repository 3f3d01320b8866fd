export { Erasure, type ErasureState, erasureColumns, erasureRecord, grounds } from './erasure.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { mayBeDueBy, retentionKindOf, retentionKinds, retentionReviewOn, scheduleOf } from './retention.ts';
export { RetentionHold, type RetentionHoldState, retentionHoldRecord } from './retentionHold.ts';
export { keepingGrounds, RetentionReview, type RetentionReviewState, retentionReviewRecord } from './retentionReview.ts';
