import { accounts } from '../../areas/accounts/web/area.ts';
import { cases } from '../../areas/cases/web/area.ts';
import { notices } from '../../areas/notices/web/area.ts';
import { partners } from '../../areas/partners/web/area.ts';
import { people } from '../../areas/people/web/area.ts';
import { protection } from '../../areas/protection/web/area.ts';
import { registers } from '../../areas/registers/web/area.ts';
import { risks } from '../../areas/risks/web/area.ts';
import type { WebArea } from '../../platform/shell/area.ts';

/** The areas in the order of the menu. */
export const areas: readonly WebArea[] = [risks, cases, people, partners, registers, protection, notices, accounts];
