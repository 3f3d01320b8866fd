import { type Permitted, policyOf } from '../../../platform/decider/index.ts';
import { erasureRecord } from './erasure.ts';
import { retentionHoldRecord } from './retentionHold.ts';
import { retentionReviewRecord } from './retentionReview.ts';

/** All that is held of a person, as a file. */
const packet: Permitted = {
  kind: 'protection.packet',
  grants: { officer: { roles: ['data-protection-officer'], fixed: true } },
  acts: { give: 'officer' },
};

export const policy = policyOf(erasureRecord, retentionHoldRecord, retentionReviewRecord, packet);
