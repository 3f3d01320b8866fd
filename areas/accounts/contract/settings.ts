import { Type } from 'typebox';
import { contract, type Data } from '../../../platform/contract/index.ts';
import { Maybe, oneOf } from '../../../platform/decider/index.ts';
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
