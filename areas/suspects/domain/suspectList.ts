import { Type } from 'typebox';
import { coded, IsoDate, identity, Line, oneOf } from '../../../platform/decider/index.ts';
import { defineList, has, is, searched } from '../../../platform/lists/list.ts';
import { suspectRoles } from './state.ts';
import { suspectRecord } from './suspect.ts';

/** Suspects: those in two or more cases first, then who was noted last. */
export const suspectList = defineList({
  kind: suspectRecord.kind,
  path: '/api/suspects/list',
  summary: 'Suspects that the reader may see: those in two or more cases first, then who was noted last; found by a name or number',
  columns: {
    names: identity(Type.Array(Type.String())),
    roles: coded(Type.Array(oneOf(...suspectRoles))),
    cases: coded(Type.Integer()),
    notedOn: coded(IsoDate),
  },
  filters: {
    standing: is('standing', coded(oneOf('suspected', 'cleared'))),
    role: has('roles', coded(oneOf(...suspectRoles))),
    /** A name or a part of it in any script, a telephone number, or an account. */
    text: searched(identity(Line)),
  },
  usual: { standing: 'suspected' },
  orders: { networks: { by: { network: Type.Boolean(), notedOn: IsoDate }, descending: true } },
  /** How many are in two or more cases. */
  more: { networks: Type.Integer() },
});
