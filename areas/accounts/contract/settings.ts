import { Type } from 'typebox';
import { type Answer, singleContract } from '../../../platform/contract/index.ts';
import { Maybe, oneOf, roles } from '../../../platform/decider/index.ts';
import { contactRecord } from '../domain/contact.ts';
import { firstSteps } from '../domain/firstStart.ts';
import { Change } from '../domain/roles.ts';
import { optionalAreas } from '../domain/switches.ts';

export const readContact = singleContract({
  kind: 'accounts.contact',
  summary: 'The public page that says how the child protection office is reached, as the administrator keeps it',
  answer: { contact: Maybe(contactRecord.commands.publish.input) },
});

export const readAreas = singleContract({
  kind: 'accounts.switches',
  summary: 'The areas that a city may do without, whether each is on today, and what is planned',
  answer: {
    areas: Type.Array(
      Type.Object({
        area: oneOf(...optionalAreas),
        on: Type.Boolean(),
        /** The next day on which it changes. */
        next: Maybe(Type.Object({ on: Type.Boolean(), from: Type.String() })),
      }),
    ),
  },
});

export const readRoles = singleContract({
  kind: 'accounts.roles',
  summary: 'What each role may do today, what the city may change of it, and what it has decided',
  answer: {
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
        planned: Type.Array(Type.Object(Change)),
      }),
    ),
    /** All decisions, the latest first. */
    history: Type.Array(Type.Object({ ...Change, on: Type.String(), by: Type.String(), because: Type.String() })),
  },
});
export type RoleTable = Answer<typeof readRoles>;

export const readFirstStart = singleContract({
  kind: 'accounts.first-start',
  summary: 'What is to be done before the office works with Olle, and what of it is done',
  answer: { steps: Type.Array(Type.Object({ step: oneOf(...firstSteps), done: Type.Boolean() })) },
});
export type FirstStart = Answer<typeof readFirstStart>;
