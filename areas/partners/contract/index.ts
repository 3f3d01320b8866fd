import { Type } from 'typebox';
import { type Answer, contract } from '../../../platform/contract/index.ts';
import { Id, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { pageContract } from '../../../platform/lists/contract.ts';
import { aboutOrganisation, Contacts, categories, closeReasons, organisationList, sharedFields } from '../domain/index.ts';

const Status = oneOf('active', 'closed');
const Strings = Type.Array(Type.String());

export const listOrganisations = pageContract(organisationList);

export const listNames = contract({
  method: 'GET',
  path: '/api/partners/names',
  summary: 'What every organisation is called, for choosing one and for naming the one of an id',
  may: ['read', 'partners.organisation'],
  answer: Type.Object({
    organisations: Type.Array(
      Type.Object({ id: Type.String(), name: Type.String(), category: oneOf(...categories), status: Type.String() }),
    ),
  }),
});

export const readOrganisation = contract({
  method: 'GET',
  path: '/api/partners/organisation/{id}',
  summary: 'An organisation: what it does, when it is open, whom to ask there, and what was agreed with it',
  may: ['read', 'partners.organisation'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    ...aboutOrganisation,
    contacts: Contacts,
    status: Status,
    since: Type.String(),
    closedOn: Maybe(Type.String()),
    closeReason: Maybe(oneOf(...closeReasons)),
    open: Type.Boolean(),
    reachable: Type.Boolean(),
    places: Maybe(Type.Integer()),
    taken: Type.Integer(),
    countedOn: Maybe(Type.String()),
    agreements: Type.Array(
      Type.Object({
        id: Type.String(),
        title: Type.String(),
        from: Type.String(),
        until: Maybe(Type.String()),
        endedOn: Maybe(Type.String()),
        shares: Type.Array(oneOf(...sharedFields)),
        inForce: Type.Boolean(),
      }),
    ),
    /** What the agreements in force allow together to be told of a child. */
    shares: Type.Array(oneOf(...sharedFields)),
    next: Strings,
  }),
});
export type Organisation = Answer<typeof readOrganisation>;
