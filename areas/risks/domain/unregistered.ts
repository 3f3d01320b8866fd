import { Type } from 'typebox';
import { BornSchema, coded, Id, IsoDate, identity, Maybe, type Permitted } from '../../../platform/decider/index.ts';
import { defineList, is } from '../../../platform/lists/list.ts';
import { childRecord } from './child.ts';
import { type RuleId, ruleIds } from './ruleset.ts';

/** Children whose birth is not registered: all that a registrar needs of the list of children at risk. */
export const unregistered: Permitted = {
  kind: 'risks.unregistered',
  grants: { registrar: { roles: ['registrar'] } },
  acts: { read: 'registrar' },
};

/** The reason that is dealt with by registering a birth. */
export const registersBirth = 'birth-not-registered' satisfies RuleId;

/** The reasons that somebody needs to know of a child with a name, given what they may do. */
export const reasonsKnownTo = (may: (action: string, kind: string) => boolean): readonly RuleId[] =>
  may('read', childRecord.kind) ? ruleIds : may('read', unregistered.kind) ? [registersBirth] : [];

export const unregisteredList = defineList({
  kind: unregistered.kind,
  path: '/api/risks/unregistered',
  summary: 'Children whose birth is not registered, the longest overdue first; no other reason for which a child may be at risk',
  columns: {
    person: coded(Id),
    name: identity(Type.String()),
    ward: coded(Maybe(Type.String())),
    born: identity(Maybe(BornSchema)),
    since: coded(IsoDate),
  },
  filters: { ward: is('ward', coded(Type.String({ maxLength: 60 }))) },
  orders: { longest: { by: { since: IsoDate } } },
});
