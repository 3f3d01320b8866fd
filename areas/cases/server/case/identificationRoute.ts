import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { allows } from '../../../../platform/permissions/ability.ts';
import { findInstrument } from '../../../forms/server/readers.ts';
import { type CaseState, caseRecord, stands, traffickedAgain, traffickingOf } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

const Texts = Type.Array(Type.String());

export const identificationRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/identification',
  summary: 'Formal decisions whether the child is a victim of trafficking, their reviews, and what was found of the child before',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    decisions: Type.Array(
      Type.Object({
        id: Type.String(),
        status: Type.String(),
        body: Type.String(),
        bodyName: Type.String(),
        decidedBy: Maybe(Type.String()),
        on: Type.String(),
        act: Texts,
        means: Texts,
        exploitation: Texts,
        screening: Maybe(Type.String()),
        items: Texts,
        reasons: Type.String(),
        reviewUntil: Maybe(Type.String()),
        accepted: Type.Boolean(),
        again: Type.Boolean(),
        recordedBy: Type.String(),
        stands: Type.Boolean(),
        reviews: Type.Array(
          Type.Object({
            how: Type.String(),
            askedOn: Type.String(),
            because: Type.String(),
            settled: Maybe(Type.Object({ outcome: Type.String(), on: Type.String(), bodyName: Type.String(), because: Type.String() })),
          }),
        ),
      }),
    ),
    trafficking: Maybe(Type.String()),
    again: Type.Boolean(),
    /** Other cases of the child in which trafficking was found; `readable` where the reader may open them. */
    earlierCases: Type.Array(Type.Object({ id: Type.String(), openedOn: Type.String(), readable: Type.Boolean() })),
    /** Screenings on which a decision may rest, with the questions that were answered yes. */
    screenings: Type.Array(
      Type.Object({
        id: Type.String(),
        on: Type.String(),
        questionnaire: Type.String(),
        version: Type.String(),
        result: Maybe(Type.String()),
        fired: Texts,
      }),
    ),
  }),
  async handle(call) {
    const { tx, actor, ability, services } = call;
    const { state } = await readCase(call, call.params.id, 'case identification');
    const { decisions, earlierCases } = state.identification;
    const others = await services.ledger.findMany<CaseState>(tx, actor.city, caseRecord.kind, earlierCases);
    const screenings = await Promise.all(
      state.answers.given
        .filter(({ purpose }) => purpose === 'screening')
        .map(async ({ id, on, questionnaire, version, now }) => {
          const instrument = await findInstrument(services, tx, questionnaire, version);
          const found = instrument?.findings(now.answers);
          const fired = [...(found?.fired ?? []), ...(found?.dimensions.flatMap((dimension) => dimension.fired) ?? [])];
          return { id, on, questionnaire, version, result: now.outcome.result, fired };
        }),
    );
    return {
      decisions: decisions.map((decision) => ({
        ...decision,
        act: [...decision.act],
        means: [...decision.means],
        exploitation: [...decision.exploitation],
        items: [...decision.items],
        stands: stands(decision),
        reviews: decision.reviews.map(({ settled, ...review }) => ({ ...review, settled: settled && { ...settled } })),
      })),
      trafficking: traffickingOf(state),
      again: traffickedAgain(state),
      earlierCases: [...others].map(([id, { state: other }]) => ({
        id,
        openedOn: other.openedOn,
        readable: allows(ability, 'read', caseRecord.kind, { ...caseRecord.facts(other), id, city: actor.city }),
      })),
      screenings,
    };
  },
});
