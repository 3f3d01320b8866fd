import { Type } from 'typebox';
import { Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { type GivenAnswers, mayInterviewOnFacts, traffickingOf } from '../../domain/index.ts';
import { readCase } from './readCase.ts';

const Answers = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Array(Type.String())]));
const Given = Type.Object({
  answers: Answers,
  outcome: Type.Object({
    result: Maybe(Type.String()),
    urgent: Type.Boolean(),
    positive: Type.Array(Type.String()),
    domains: Type.Array(Type.Object({ domain: Type.String(), score: Maybe(Type.Number()), red: Type.Boolean() })),
  }),
  by: Type.String(),
  recordedOn: Type.String(),
  because: Type.String(),
});

const shown = ({ answers, outcome, ...rest }: GivenAnswers) => ({
  ...rest,
  answers: answers as Record<string, string | number | string[]>,
  outcome: { ...outcome, positive: [...outcome.positive], domains: outcome.domains.map((domain) => ({ ...domain })) },
});

export const assessmentRoute = route({
  method: 'GET',
  path: '/api/cases/case/{id}/assessment',
  summary: 'Screenings, assessments and visits of a case with all that was answered, and what was begun and not completed',
  may: ['read', 'cases.case'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({
    given: Type.Array(
      Type.Object({
        id: Type.String(),
        questionnaire: Type.String(),
        version: Type.String(),
        purpose: Type.String(),
        on: Type.String(),
        interviewed: Type.Array(Type.String()),
        language: Maybe(Type.String()),
        interpreter: Type.String(),
        now: Given,
        earlier: Type.Array(Given),
      }),
    ),
    drafts: Type.Array(
      Type.Object({
        id: Type.String(),
        questionnaire: Type.String(),
        version: Type.String(),
        interviewed: Maybe(Type.Array(Type.String())),
        answers: Answers,
        by: Type.String(),
        on: Type.String(),
      }),
    ),
    /** The child is alone and has no guardian yet: it is asked of its safety only. */
    guardianFirst: Type.Boolean(),
    trafficking: Maybe(Type.String()),
  }),
  async handle(call) {
    const { state } = await readCase(call, call.params.id, 'case assessment');
    const today = await call.services.ledger.today(call.tx, call.actor.city);
    return {
      given: state.answers.given.map(({ now, earlier, interviewed, ...one }) => ({
        ...one,
        interviewed: [...interviewed],
        now: shown(now),
        earlier: earlier.map(shown),
      })),
      drafts: state.answers.drafts.map(({ answers, interviewed, ...draft }) => ({
        ...draft,
        interviewed: interviewed && [...interviewed],
        answers: answers as Record<string, string | number | string[]>,
      })),
      guardianFirst: mayInterviewOnFacts(state, today) !== undefined,
      trafficking: traffickingOf(state),
    };
  },
});
