import { Type } from 'typebox';
import { contract, type Data } from '../../../platform/contract/index.ts';
import { Maybe, oneOf, roles } from '../../../platform/decider/index.ts';
import { optionalAreas } from '../domain/switches.ts';

const Text = Type.Optional(Type.String());
export const Contact = Type.Object({
  address: Type.String(),
  open: Type.Boolean(),
  emergency: Text,
  helpline: Text,
  office: Type.Object({ name: Type.String(), telephone: Text, place: Text, hours: Text }),
});

export const readContact = contract({
  method: 'GET',
  path: '/api/accounts/contact',
  summary: 'The public page that says how the child protection office is reached, as the administrator keeps it',
  may: ['read', 'accounts.contact'],
  answer: Type.Object({ id: Type.String(), version: Type.Integer(), contact: Maybe(Contact) }),
});

export const readAreas = contract({
  method: 'GET',
  path: '/api/accounts/areas',
  summary: 'The areas that a city may do without, whether each is on today, and what is planned',
  may: ['read', 'accounts.switches'],
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    areas: Type.Array(
      Type.Object({
        area: oneOf(...optionalAreas),
        on: Type.Boolean(),
        /** The next day on which it changes. */
        next: Maybe(Type.Object({ on: Type.Boolean(), from: Type.String() })),
      }),
    ),
  }),
});
export type AreaSetting = Data<typeof readAreas.answer>['areas'][number];

const Decision = Type.Object({
  grant: Type.String(),
  role: oneOf(...roles),
  holds: Type.Boolean(),
  from: Type.String(),
});
export const readRoles = contract({
  method: 'GET',
  path: '/api/accounts/roles',
  summary: 'What each role may do today, what the city may change of it, and what it has decided',
  may: ['read', 'accounts.roles'],
  answer: Type.Object({
    id: Type.String(),
    version: Type.Integer(),
    grants: Type.Array(
      Type.Object({
        grant: Type.String(),
        /** The roles that hold it today. */
        roles: Type.Array(oneOf(...roles)),
        /** Roles that a city may give it to besides those that Olle gives it to; some have no work in Olle yet. */
        mayAlso: Type.Array(oneOf(...roles)),
        /** Other roles that it may be given to now, and those that it may be taken from. */
        mayGive: Type.Array(oneOf(...roles)),
        mayTake: Type.Array(oneOf(...roles)),
        /** What was decided for later days. */
        planned: Type.Array(Decision),
      }),
    ),
    /** All decisions, the latest first. */
    history: Type.Array(Type.Object({ ...Decision.properties, on: Type.String(), by: Type.String(), because: Type.String() })),
  }),
});
export type RoleTable = Data<typeof readRoles.answer>;
