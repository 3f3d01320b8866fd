import { Type } from 'typebox';
import { coded, IsoDate, identity, Maybe, oneOf } from '../../../platform/decider/index.ts';
import { defineList, has, is, own, searched } from '../../../platform/lists/list.ts';
import { organisationRecord } from './organisation.ts';
import { categories, Service } from './taxonomy.ts';

const Names = Type.Array(Type.String());

/** The directory of organisations. */
export const organisationList = defineList({
  kind: organisationRecord.kind,
  path: '/api/partners/list',
  summary: 'The organisations of the directory by name: found by name in any script, by service, ward, and whether they can be reached now',
  columns: {
    name: coded(Type.String()),
    otherNames: coded(Names),
    category: coded(oneOf(...categories)),
    status: coded(oneOf('active', 'closed')),
    services: coded(Type.Array(Service)),
    wards: coded(Names),
    places: coded(Maybe(Type.Integer())),
    taken: coded(Type.Integer()),
    countedOn: coded(Maybe(IsoDate)),
    /** Whether an agreement holds today, whether it is open now, and whether it can be reached now. */
    agreed: coded(Type.Boolean()),
    open: coded(Type.Boolean()),
    reachable: coded(Type.Boolean()),
  },
  filters: {
    text: searched(identity(Type.String({ maxLength: 200 }))),
    service: has('services', coded(Service)),
    ward: own(coded(Type.String({ maxLength: 60 }))),
    category: is('category', coded(oneOf(...categories))),
    open: own(coded(Type.Boolean())),
    status: is('status', coded(oneOf('active', 'closed'))),
  },
  orders: { name: { by: { name: Type.String({ maxLength: 200 }) } } },
});
