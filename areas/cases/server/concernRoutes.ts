import { refuse } from '../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../platform/http/area.ts';
import { historyRoute } from '../../../platform/http/historyRoute.ts';
import { recordRoute } from '../../../platform/http/readRecord.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { allows } from '../../../platform/permissions/ability.ts';
import * as contract from '../contract/index.ts';
import { type ConcernState, caseRecord, concernRecord } from '../domain/index.ts';

export const concernRoutes: readonly AnyRoute[] = [
  historyRoute(concernRecord),
  recordRoute(contract.readConcern, concernRecord, 'concern page', (state) => state),
  route(contract.takeUpConcern, async ({ tx, actor, ability, params, body, services: { ledger } }) => {
    const { city } = actor;
    const found = await ledger.find<ConcernState>(tx, city, concernRecord.kind, params.id);
    if (!found) throw new Refused(refuse('ledger.not-found'));
    const { person, source, ward, born, name, what, status } = found.state;
    // Sent again after its answer was lost.
    if (found.state.case === body.case) return { case: body.case, version: found.version };
    if (!allows(ability, 'accept', concernRecord.kind, { ...concernRecord.facts(found.state), city }))
      throw new Refused(refuse('ledger.not-found'));
    if (status !== 'open') throw new Refused(refuse('cases.concern-settled'));
    const about = { person, source, ward, born, name, concern: what };
    const into = body.open
      ? { kind: caseRecord.kind, id: body.case, name: 'open', input: { ...about, ...body.open } }
      : { kind: caseRecord.kind, id: body.case, name: 'note', input: { text: what } };
    await ledger.runAll(tx, actor, [into]);
    const accept = { kind: concernRecord.kind, id: params.id, name: 'accept', input: { case: body.case }, commandId: body.commandId };
    const [accepted] = await ledger.runAll(tx, actor, [accept]);
    return { case: body.case, version: accepted!.ok ? accepted!.version : 0 };
  }),
];
