import { Type } from 'typebox';
import { type Answer, contract, recordContract } from '../../../platform/contract/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { Organisation as Kept, organisationList } from '../domain/index.ts';

const { name, category, status, agreements } = Kept.properties;

export const listOrganisations = pageContract(organisationList);

export const listNames = contract({
  method: 'GET',
  path: '/api/partners/names',
  summary: 'What every organisation is called, for choosing one and for naming the one of an id',
  may: ['read', 'partners.organisation'],
  answer: Type.Object({ organisations: Type.Array(Type.Object({ id: Type.String(), name, category, status })) }),
});

export const readOrganisation = recordContract({
  kind: 'partners.organisation',
  summary: 'An organisation: what it does, when it is open, whom to ask there, and what was agreed with it',
  shows: 'identity',
  answer: {
    ...Kept.properties,
    open: Type.Boolean(),
    reachable: Type.Boolean(),
    agreements: Type.Array(Type.Object({ ...agreements.items.properties, inForce: Type.Boolean() })),
    /** What the agreements in force allow together to be told of a child. */
    shares: agreements.items.properties.shares,
  },
});
export type Organisation = Answer<typeof readOrganisation>;
