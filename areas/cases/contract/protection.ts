import { Type } from 'typebox';
import type { Answer } from '../../../platform/contract/index.ts';
import { Maybe } from '../../../platform/decider/index.ts';
import { Basis, BestInterests, Carer, Consent, Emergency, Place, Placements, Safeguards, Stay } from '../domain/index.ts';
import { pageContract } from './page.ts';

export const readProtection = pageContract({
  path: '/api/cases/case/{id}/protection',
  summary: 'Whether the child is safe where they are, who may be called and when, what consent there is, what is forbidden',
  answer: {
    ...Type.Omit(Safeguards, ['guardianDue']).properties,
    safety: Type.String(),
    stay: Maybe(Type.Pick(Stay, ['kind', 'name', 'from', 'emergencyUntil'])),
    forbids: Type.Array(Type.String()),
    /** The refusal that stands in the way of asking what happened. */
    interview: Maybe(Type.String()),
    lacksGuardian: Type.Boolean(),
    guardian: Maybe(Type.Object({ carer: Type.String(), name: Type.String(), since: Type.String(), basis: Type.String() })),
    carers: Type.Array(
      Type.Object({ ...Type.Omit(Carer, ['suspectedAt']).properties, mayCall: Type.Boolean(), mayConsent: Type.Boolean() }),
    ),
    child: Type.Boolean(),
    /** Of each purpose but sharing, which is asked for each partner, whether there is consent today. */
    purposes: Type.Array(Type.Object({ purpose: Type.String(), status: Type.String(), of: Maybe(Type.String()) })),
    /** `name`: who gave it, empty for the child. */
    consents: Type.Array(Type.Object({ ...Type.Omit(Consent, ['at']).properties, name: Type.String(), standing: Type.String() })),
    /** Papers of the case that are of a consent. */
    papers: Type.Array(Type.Object({ id: Type.String(), title: Maybe(Type.String()), on: Type.String() })),
    emergencies: Type.Array(Emergency),
    /** Duties by law and orders of a court; `by`: the law or the court. */
    bases: Type.Array(
      Type.Object({
        ...Type.Omit(Basis, ['law', 'authority', 'newFacts', 'newFactsOn']).properties,
        by: Maybe(Type.String()),
        recordedBy: Type.String(),
        mark: Maybe(Type.String()),
        stands: Type.Boolean(),
      }),
    ),
    /** The duties by law of the country, which a basis may name. */
    duties: Type.Array(
      Type.Object({
        ...{ id: Type.String(), duty: Type.String(), law: Type.String(), source: Type.String(), mark: Type.String() },
        ...{ to: Maybe(Type.String()), within: Maybe(Type.Number()), atMost: Maybe(Type.Number()) },
      }),
    ),
  },
});
export type Protection = Answer<typeof readProtection>;
export type CarerEntry = Protection['carers'][number];
export type ConsentEntry = Protection['consents'][number];
export type BasisEntry = Protection['bases'][number];
export type EmergencyEntry = Protection['emergencies'][number];

export const readCare = pageContract({
  path: '/api/cases/case/{id}/care',
  summary: 'Where the child lives and lived, what was found to be best for them, which places are safe, and how far reunification has come',
  answer: {
    ...BestInterests.properties,
    ...Placements.properties,
    safety: Type.String(),
    now: Maybe(Type.String()),
    /** Since which day what was determined must be considered again, for new facts. */
    reconsider: Maybe(Type.String()),
    /** A guardian must be on the panel. */
    needsGuardian: Type.Boolean(),
    /** `assessed`: null where a child was placed in emergency and nobody has looked yet. */
    places: Type.Array(
      Type.Object({
        ...Type.Pick(Place, ['id', 'name', 'country', 'carer']).properties,
        kind: Type.String(),
        safety: Type.String(),
        assessed: Maybe(Type.Omit(Place.properties.assessment, ['id', 'result'])),
      }),
    ),
    carers: Type.Array(Type.Pick(Carer, ['id', 'name', 'suspect'])),
  },
});
export type Care = Answer<typeof readCare>;
export type PlaceEntry = Care['places'][number];
export type TracingEntry = Care['tracings'][number];
