import { Type } from 'typebox';
import { BornSchema, coded, Id, IsoDate, identity, Maybe, oneOf } from '../../../../platform/decider/index.ts';
import { defineList, from, is, own } from '../../../../platform/lists/list.ts';
import { childRecord } from '../child.ts';
import { ruleIds } from '../ruleset.ts';

const Age = Type.Integer({ minimum: 0, maximum: 120 });

const childStatuses = ['new', 'visit-planned', 'seen', 'case', 'not-at-risk'] as const;

/** Children with reasons: what a row says of each, and by what the list is narrowed. */
export const childList = defineList({
  kind: childRecord.kind,
  path: '/api/risks/list',
  summary: 'Children with reasons, the heaviest first. The order is where to look first, not a decision',
  columns: {
    person: coded(Id),
    name: identity(Type.String()),
    ward: coded(Maybe(Type.String())),
    born: identity(Maybe(BornSchema)),
    reasons: coded(Type.Array(Type.String())),
    score: coded(Type.Integer()),
    foundOn: coded(IsoDate),
    status: coded(Type.String()),
    worker: coded(Maybe(Id)),
    dueOn: coded(Maybe(IsoDate)),
  },
  filters: {
    ward: is('ward', coded(Type.String({ maxLength: 60 }))),
    reason: own(coded(oneOf(...ruleIds))),
    status: own(coded(oneOf(...childStatuses))),
    ageFrom: own(coded(Age)),
    ageTo: own(coded(Age)),
    since: from('foundOn', coded(IsoDate)),
    mine: own(coded(Type.Boolean())),
  },
  orders: { heaviest: { by: { rank: Type.Integer({ minimum: -100_000, maximum: 0 }), foundOn: IsoDate } } },
  file: {
    columns: {
      person: 'risks:child.person',
      name: 'risks:list.name',
      born: 'risks:list.born',
      ward: 'risks:list.ward',
      reasons: ['risks:list.reasons', 'risks:rule'],
      score: 'risks:rules.weight',
      foundOn: 'risks:list.on-list',
      status: ['risks:list.status', 'risks:status'],
      dueOn: 'risks:child.due',
    },
    action: 'export',
  },
  counted: false,
});
