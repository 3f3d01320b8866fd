import { holds, type Policy, policyOf } from '../../../platform/decider/index.ts';
import { caseRecord } from './case.ts';
import { concernRecord } from './concern.ts';
import { limitsRecord } from './limits.ts';
import { caseViewsRecord } from './list/caseViews.ts';

const ofRecords = policyOf(caseRecord, concernRecord, limitsRecord, caseViewsRecord);

/** Besides the records: that a case was opened in an emergency is seen by its worker, supervisors and data-protection officers. */
export const policy: Policy = (actor, ...day) => [
  ...ofRecords(actor, ...day),
  ...(holds(actor, 'case-worker') ? [{ action: 'read', subject: 'cases.opening', conditions: { worker: actor.id } }] : []),
  ...(holds(actor, 'supervisor', 'data-protection-officer') ? [{ action: 'read', subject: 'cases.opening' }] : []),
];
