import { policyOf } from '../../../platform/decider/index.ts';

/** Proceedings are a part of the record of a child, which says who may do what. */
export const policy = policyOf();
