import { accounts } from '../../areas/accounts/web/area.ts';
import { cases } from '../../areas/cases/web/area.ts';
import { forms } from '../../areas/forms/web/area.ts';
import { office } from '../../areas/office/web/area.ts';
import { papers } from '../../areas/papers/web/area.ts';
import { partners } from '../../areas/partners/web/area.ts';
import { people } from '../../areas/people/web/area.ts';
import { protection } from '../../areas/protection/web/area.ts';
import { referrals } from '../../areas/referrals/web/area.ts';
import { registers } from '../../areas/registers/web/area.ts';
import { risks } from '../../areas/risks/web/area.ts';
import { suspects } from '../../areas/suspects/web/area.ts';
import type { WebArea } from '../../platform/shell/area.ts';

/** The areas in the order of the menu. */
export const areas: readonly WebArea[] = [
  risks,
  cases,
  office,
  suspects,
  people,
  referrals,
  partners,
  registers,
  papers,
  forms,
  protection,
  accounts,
];
