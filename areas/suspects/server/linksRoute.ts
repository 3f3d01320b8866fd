import { route } from '../../../platform/http/area.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import { type CaseState, caseRecord } from '../../cases/domain/index.ts';
import { readCase } from '../../cases/server/readers.ts';
import { readCaseLinks } from '../contract/index.ts';
import { casesOf, type SuspectState, saidOf, suspectRecord } from '../domain/index.ts';
import { glimpsesOf } from './glimpses.ts';

export const linksRoute = route(readCaseLinks, async (call) => {
  const { tx, actor, ability, services, note } = call;
  const { city } = actor;
  const { id, state } = await readCase(call, call.params.id, 'case links');
  const { cases, suspects } = state.links;
  const ids = suspects.map(({ suspect }) => suspect);
  const found = await services.ledger.findMany<SuspectState>(tx, city, suspectRecord.kind, ids);
  const seen = suspects.flatMap(({ suspect, carer }) => {
    const of = found.get(suspect)?.state;
    const may = of && allows(ability, 'read', suspectRecord.kind, { ...suspectRecord.facts(of), id: suspect, city });
    // Whoever was cleared is in no picture, also a supervisor's: their page and the list of the cleared remain.
    return may && of.standing === 'suspected' ? [{ id: suspect, carer, state: of, cases: casesOf(of) }] : [];
  });
  const seenIds = seen.map((one) => one.id);
  await note(suspectRecord.kind, seenIds, 'case links');
  const shown = new Set([...cases, ...seen.flatMap((one) => one.cases)].map((one) => one.case));
  shown.delete(id);
  const glimpse = await glimpsesOf(call, [...shown], 'case links');
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
      roles: one.cases.find((other) => other.case === id)?.roles ?? [],
      carer: one.carer,
      others: one.cases.flatMap(({ case: other, roles }) => (other === id ? [] : [{ ...glimpse(other), roles }])),
    })),
    mayNote: allows(ability, 'note', suspectRecord.kind, ofThis),
  };
});
