import { type Permitted, policyOf } from '../../../platform/decider/index.ts';
import { cityRecord } from './city.ts';
import { contactRecord } from './contact.ts';
import { firstStartRecord } from './firstStart.ts';
import { rolesRecord } from './roles.ts';
import { switchesRecord } from './switches.ts';
import { userRecord } from './user.ts';

/** Who was shown whom. (`manage` is CASL's word for every action, so no act is called that.) */
const readings: Permitted = {
  kind: 'accounts.reading',
  grants: { officer: { roles: ['data-protection-officer'], fixed: true } },
  acts: { read: 'officer' },
};

export const policy = policyOf(cityRecord, contactRecord, rolesRecord, switchesRecord, userRecord, firstStartRecord, readings);
