import { Type } from 'typebox';
import { BornSchema, coded, Id, IsoDate, identity, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { defineList, is } from '../../../../platform/lists/list.ts';
import { listViews } from '../../../../platform/lists/views.ts';
import { sources } from '../choices.ts';
import { concernRecord } from '../concern.ts';

export const concernStatuses = ['open', 'accepted', 'dismissed'] as const;

/** Concerns, those that wait longest first. */
export const concernList = defineList({
  kind: concernRecord.kind,
  path: '/api/cases/concerns/list',
  summary: 'Concerns open to the reader, those that wait longest first',
  columns: {
    person: coded(Maybe(Id)),
    name: identity(Type.String()),
    status: coded(oneOf(...concernStatuses)),
    source: coded(oneOf(...sources)),
    ward: coded(Maybe(Type.String())),
    born: identity(Maybe(BornSchema)),
    raisedOn: coded(IsoDate),
    raisedBy: coded(Id),
  },
  filters: {
    status: is('status', coded(oneOf(...concernStatuses))),
    source: is('source', coded(oneOf(...sources))),
    ward: is('ward', coded(Type.String({ maxLength: 60 }))),
  },
  usual: { status: 'open' },
  orders: { waiting: { by: { raisedOn: IsoDate } } },
  counts: { shown: ['source', 'ward'] },
});

/** What stands in the list of concerns beside the child's name, in this order until a reader chooses another. */
export const concernColumns = ['source', 'ward', 'raised'] as const;

/** The views that one user keeps of the list of concerns. */
export const concernViewsRecord = listViews({
  kind: 'cases.concern-views',
  list: concernList,
  columns: concernColumns,
  roles: ['case-worker', 'supervisor', 'registrar'],
  sharers: ['supervisor'],
});
