import { accountsWith } from '../areas/accounts/server/area.ts';
import { cases } from '../areas/cases/server/area.ts';
import { forms } from '../areas/forms/server/area.ts';
import { justice } from '../areas/justice/server/area.ts';
import { officeWith } from '../areas/office/server/area.ts';
import { papers } from '../areas/papers/server/area.ts';
import { partners } from '../areas/partners/server/area.ts';
import { peopleWith } from '../areas/people/server/area.ts';
import { personsEverOf } from '../areas/people/server/readers.ts';
import { protectionWith } from '../areas/protection/server/area.ts';
import { referrals } from '../areas/referrals/server/area.ts';
import { registersWith } from '../areas/registers/server/area.ts';
import { hasRegister } from '../areas/registers/server/readers.ts';
import { risks } from '../areas/risks/server/area.ts';
import { pendingReasonsOfPairs, wardsFound } from '../areas/risks/server/readers.ts';
import { suspects } from '../areas/suspects/server/area.ts';
import type { ServerArea } from '../platform/http/area.ts';

const registers = registersWith({ areas: () => areas, personsOf: personsEverOf });

const accounts = accountsWith(wardsFound, hasRegister);

const people = peopleWith(pendingReasonsOfPairs);

const protection = protectionWith(() => areas);

const office = officeWith(() => areas);

/** The areas of the product, as the server knows them. */
export const areas: readonly ServerArea[] = [
  registers,
  people,
  risks,
  partners,
  forms,
  justice,
  cases,
  suspects,
  referrals,
  papers,
  office,
  protection,
  accounts,
];
