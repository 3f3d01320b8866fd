import { type Permitted, policyOf } from '../../../platform/decider/index.ts';
import { caseRecord } from './case.ts';
import { concernRecord } from './concern.ts';
import { limitsRecord } from './limits.ts';
import { caseViewsRecord } from './list/caseViews.ts';
import { concernViewsRecord } from './list/concernList.ts';

/** Emergency access to cases, as a list of its own. */
const emergencyAccess: Permitted = {
  kind: 'cases.emergency-access',
  grants: {
    worker: { roles: ['case-worker'], fixed: true, where: ({ id }) => ({ worker: id }) },
    watcher: { roles: ['supervisor', 'data-protection-officer'], fixed: true },
  },
  acts: { read: ['worker', 'watcher'] },
};

/** What is said about the work of supervisors, for who may answer it and reads nothing else of a case. */
const complaints: Permitted = {
  kind: 'cases.complaints',
  grants: { officer: { roles: ['data-protection-officer'], fixed: true } },
  acts: { read: 'officer' },
};

/** How many cases there are of what, for those who see no names as well. */
const figures: Permitted = {
  kind: 'cases.figures',
  grants: { counter: { roles: ['monitoring-officer', 'supervisor'], mayAlso: ['data-protection-officer', 'research', 'council'] } },
  acts: { read: 'counter' },
};

export const policy = policyOf(
  caseRecord,
  concernRecord,
  limitsRecord,
  caseViewsRecord,
  concernViewsRecord,
  emergencyAccess,
  complaints,
  figures,
);
