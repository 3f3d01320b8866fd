import { Type } from 'typebox';
import { Id, Maybe } from '../../../platform/decider/index.ts';
import { route } from '../../../platform/http/area.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { type CaseState, caseRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';
import { casesOf, type SuspectState, saidOf, suspectRecord } from '../domain/index.ts';
import { Glimpse, glimpsesOf } from './glimpses.ts';

const Text = Type.String();

export const linksRoute = route({
  method: 'GET',
  path: '/api/suspects/case/{id}/links',
  summary: 'What ties a case to others: carers, cases that were linked, suspects the reader may see, and other cases of the same suspects',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    carers: Type.Array(
      Type.Object({
        id: Text,
        name: Text,
        relation: Text,
        contact: Text,
        suspect: Type.Boolean(),
        /** Whether there is a record of him among the suspects. */
        takenUp: Type.Boolean(),
      }),
    ),
    cases: Type.Array(Type.Object({ ...Glimpse, kind: Text, on: Text, by: Text, known: Maybe(Text) })),
    suspects: Type.Array(
      Type.Object({
        id: Text,
        names: Type.Array(Text),
        roles: Type.Array(Text),
        carer: Maybe(Text),
        /** Other cases in which he is suspected: children of the same recruiter. */
        others: Type.Array(Type.Object({ ...Glimpse, roles: Type.Array(Text) })),
      }),
    ),
    /** Whether the reader may note a suspect from this case. */
    mayNote: Type.Boolean(),
  }),
  async handle(call) {
    const { tx, actor, ability, services, note } = call;
    const { city } = actor;
    const { id, state } = await readCase(call, call.params.id, 'case links');
    const { cases, suspects } = state.links;
    const found = await services.ledger.findMany<SuspectState>(tx, city, suspectRecord.kind, suspects.map(({ suspect }) => suspect)); // biome-ignore format: one call
    const seen = suspects.flatMap(({ suspect, carer }) => {
      const of = found.get(suspect)?.state;
      const may = of && allows(ability, 'read', suspectRecord.kind, { ...suspectRecord.facts(of), id: suspect, city });
      // Whoever was cleared is in no picture, also a supervisor's: his page and the list of the cleared remain.
      return may && of.standing === 'suspected' ? [{ id: suspect, carer, state: of, cases: casesOf(of) }] : [];
    });
    await note(suspectRecord.kind, seen.map((one) => one.id), 'case links'); // biome-ignore format: one call
    const shown = [...cases.map((one) => one.case), ...seen.flatMap((one) => one.cases.map((other) => other.case))];
    const glimpse = await glimpsesOf(call, [...new Set(shown)].filter((one) => one !== id), 'case links'); // biome-ignore format: one call
    // What is known of a link stands in the case in which it was written, and is told to whoever may read that one.
    const elsewhere = cases.filter((one) => !one.own && glimpse(one.case).readable).map((one) => one.case);
    const others = await services.ledger.findMany<CaseState>(tx, city, caseRecord.kind, elsewhere);
    const knownThere = (other: string) => others.get(other)?.state.links.cases.find((one) => one.case === id)?.known ?? null;
    const ofThis = { standing: 'suspected', roles: [], workers: state.worker ? [state.worker] : [], id, city };
    return {
      carers: state.safeguards.carers.map(({ id: carer, name, relation, contact, suspect }) => ({
        id: carer,
        name,
        relation,
        contact,
        suspect,
        takenUp: suspects.some((one) => one.carer === carer),
      })),
      cases: cases.map(({ case: other, kind, on, by, own, known }) => ({
        ...glimpse(other),
        kind,
        on,
        by,
        known: own ? known : knownThere(other),
      })),
      suspects: seen.map((one) => ({
        id: one.id,
        names: saidOf(one.state, 'name', 'alias'),
        roles: [...(one.cases.find((other) => other.case === id)?.roles ?? [])],
        carer: one.carer,
        others: one.cases.flatMap(({ case: other, roles }) => (other === id ? [] : [{ ...glimpse(other), roles: [...roles] }])),
      })),
      mayNote: allows(ability, 'note', suspectRecord.kind, ofThis),
    };
  },
});
