import { type Static, Type } from 'typebox';
import {
  type Context,
  coded,
  command,
  fields,
  Id,
  IsoDate,
  identity,
  Maybe,
  narrative,
  oneOf,
  Prose,
  type Refusal,
  refuse,
  shown,
  unshown,
} from '../../../../platform/decider/index.ts';
import {
  type Answers,
  AnswersSchema,
  type Instrument,
  instrumentNow,
  namePattern,
  purposes,
  QuestionnaireName,
  questionnaireConsulted,
  VersionName,
} from '../../../forms/domain/index.ts';
import { interpreters, interviewedKinds } from '../choices.ts';
import { definePart } from '../part.ts';
import { mayInterviewOnFacts } from '../protection.ts';
import type { Answering, AnswersSlice, GivenAnswers } from '../state/answers.ts';
import type { CaseState } from '../state/case.ts';

const Name = Type.String({ pattern: namePattern });
const interview = {
  on: IsoDate,
  interviewed: Type.Array(oneOf(...interviewedKinds), { maxItems: interviewedKinds.length }),
  language: Maybe(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35, examples: ['ne', 'ur'] })),
  interpreter: oneOf(...interpreters),
};
/** What stands in the log of answers that were given: split by how secret each is. */
const given = {
  by: coded(Id),
  recordedOn: coded(IsoDate),
  result: coded(Maybe(oneOf('suspected', 'no-indication', 'not-enough'))),
  domains: coded(Type.Array(fields({ domain: Name, score: Maybe(Type.Number()), red: Type.Boolean() }))),
  // Which dimensions are positive tells what happened to the child.
  found: narrative(fields({ urgent: Type.Boolean(), positive: Type.Array(Name) })),
  codedAnswers: coded(AnswersSchema),
  identityAnswers: identity(AnswersSchema),
  narrativeAnswers: narrative(AnswersSchema),
};
/** Of a visit: whether the child was seen, and alone. */
const met = coded(Type.Optional(fields({ seen: Type.Boolean(), alone: Type.Optional(Type.Boolean()) })));
const GivenSchema = fields(given);
type Given = Static<typeof GivenSchema>;

/** The event's fields for answers that are free of faults. */
function written(instrument: Instrument, answers: Answers, { actor, today }: Context): Given {
  const { coded, identity, narrative } = instrument.byTier(answers) as Record<'coded' | 'identity' | 'narrative', Given['codedAnswers']>;
  const { result, urgent, positive, domains } = instrument.outcome(answers);
  return {
    by: actor.id,
    recordedOn: today,
    result,
    domains: domains.map((domain) => ({ ...domain })),
    found: { urgent, positive: [...positive] },
    codedAnswers: coded,
    identityAnswers: identity,
    narrativeAnswers: narrative,
  };
}

const read = ({ by, recordedOn, result, domains, found, ...tiers }: Given, because: string): GivenAnswers => ({
  answers: { ...tiers.codedAnswers, ...tiers.identityAnswers, ...tiers.narrativeAnswers },
  outcome: { result, domains, ...found },
  by,
  recordedOn,
  because,
});

/** The refusal of answers that do not fit their questions; it names them. */
function misfit(instrument: Instrument, answers: Answers, whole: boolean): Refusal | undefined {
  const faults = instrument.faults(answers, whole);
  if (faults.length === 0) return undefined;
  const names = faults.map(({ question }) => question);
  return refuse(
    'cases.answers-faulty',
    { questions: names.slice(0, 5).join(', ') },
    names.map((name) => `/answers/${name}`),
  );
}

/**
 * A child who is alone is asked who it is and whether it is safe; what happened, only beside its guardian. What others told or somebody saw
 * may be written down before.
 */
const tooEarly = (state: CaseState, instrument: Instrument, answers: Answers, interviewed: readonly string[], today: string) =>
  instrument.purpose === 'screening' && interviewed.includes('child') && instrument.beyondSafety(answers).length > 0
    ? mayInterviewOnFacts(state, today)
    : undefined;

const draftOf = (state: CaseState, id: string) => state.answers.drafts.find((draft) => draft.id === id);
const answeringOf = (state: CaseState, id: string) => state.answers.given.find((answering) => answering.id === id);
const sameAnswers = (a: Answers, b: Answers) => {
  const text = (answers: Answers) => JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
  return text(a) === text(b);
};
const withoutDraft = (slice: AnswersSlice, id: string) => slice.drafts.filter((draft) => draft.id !== id);
/** What commands that begin with a questionnaire's name consult. */
const asked = ({ questionnaire }: { questionnaire: string }) => [questionnaireConsulted(questionnaire)];

const About = { answering: Id, questionnaire: QuestionnaireName, version: VersionName, answers: AnswersSchema };
const DraftInput = fields({ ...About, interviewed: Type.Optional(interview.interviewed) });
const AnswerInput = fields({ ...About, ...interview });

/** Screenings, assessments and visits: what was answered, by whose words, and what it comes to. */
export const answers = definePart({
  'answers-drafted': unshown(
    fields({
      answering: coded(Id),
      questionnaire: coded(QuestionnaireName),
      version: coded(VersionName),
      by: coded(Id),
      on: coded(IsoDate),
      interviewed: coded(Maybe(interview.interviewed)),
      answers: narrative(AnswersSchema),
    }),
  ),
  'draft-discarded': unshown(fields({ answering: coded(Id), by: coded(Id) })),
  'questionnaire-answered': fields({
    answering: coded(Id),
    questionnaire: coded(QuestionnaireName),
    version: coded(VersionName),
    purpose: coded(oneOf(...purposes), shown.word('forms:purpose')),
    on: coded(interview.on, shown.on),
    interviewed: coded(interview.interviewed),
    language: coded(interview.language),
    interpreter: coded(interview.interpreter),
    met,
    ...given,
  }),
  'answers-amended': fields({ answering: coded(Id), met, ...given, because: narrative(Prose, shown.prose) }),
})({
  slice: 'answers',
  initial: { given: [], drafts: [] } as AnswersSlice,
  evolve: {
    'answers-drafted': (slice, { type: _, answering: id, ...draft }) => ({
      ...slice,
      drafts: [...withoutDraft(slice, id), { id, ...draft }],
    }),
    'draft-discarded': (slice, { answering }) => ({ ...slice, drafts: withoutDraft(slice, answering) }),
    'questionnaire-answered': (slice, event) => {
      const { type: _, answering: id, questionnaire, version, purpose, on, interviewed, language, interpreter, met: _met, ...rest } = event;
      const about: Omit<Answering, 'now' | 'earlier'> = { id, questionnaire, version, purpose, on, interviewed, language, interpreter };
      return {
        given: [...slice.given, { ...about, now: read(rest, ''), earlier: [] }],
        drafts: withoutDraft(slice, id),
      };
    },
    'answers-amended': (slice, { type: _, answering, because, met: _met, ...rest }) => ({
      ...slice,
      given: slice.given.map((one) =>
        one.id === answering ? { ...one, now: read(rest, because), earlier: [...one.earlier, one.now] } : one,
      ),
    }),
  },
  commands: {
    'draft-answers': command({
      summary: 'Keep answers that are not complete yet, to go on from another day or device',
      in: ['open'],
      by: 'team',
      input: DraftInput,
      consults: asked,
      decide(state, input, context) {
        const { answering, questionnaire, version, answers, interviewed = null } = input;
        const instrument = instrumentNow(context, questionnaire, version);
        if (!instrument) return refuse('cases.no-such-version', {}, ['/version']);
        if (answeringOf(state, answering)) return refuse('cases.answered-already', {}, ['/answering']);
        const known = draftOf(state, answering);
        if (known && known.questionnaire !== questionnaire) return refuse('cases.another-questionnaire', {}, ['/questionnaire']);
        // As long as nobody says otherwise it is the child that is asked.
        const early = tooEarly(state, instrument, answers, interviewed ?? ['child'], context.today);
        const wrong = early ?? misfit(instrument, answers, false);
        if (wrong) return wrong;
        const same = known?.version === version && known.interviewed?.join() === interviewed?.join() && sameAnswers(known.answers, answers);
        const about = { answering, questionnaire, version, by: context.actor.id, on: context.today };
        return same ? [] : [{ type: 'answers-drafted', ...about, interviewed, answers }];
      },
    }),
    'discard-draft': command({
      summary: 'Put away answers that were begun and will not be completed',
      in: ['open'],
      by: 'team',
      input: fields({ answering: Id }),
      decide(state, { answering }, { actor }) {
        return draftOf(state, answering) ? [{ type: 'draft-discarded', answering, by: actor.id }] : [];
      },
    }),
    'answer-questionnaire': command({
      summary: 'Record the answers to a screening, an assessment or a visit',
      in: ['open'],
      by: 'team',
      input: AnswerInput,
      consults: asked,
      decide(state, { answering, questionnaire, version, answers, ...how }, context) {
        const instrument = instrumentNow(context, questionnaire, version);
        if (!instrument) return refuse('cases.no-such-version', {}, ['/version']);
        const known = answeringOf(state, answering);
        // A second click, or sent again after the answer was lost.
        if (known) return sameAnswers(known.now.answers, answers) ? [] : refuse('cases.answered-already', {}, ['/answering']);
        if (how.on > context.today) return refuse('cases.answered-in-the-future', {}, ['/on']);
        const wrong = tooEarly(state, instrument, answers, how.interviewed, context.today) ?? misfit(instrument, answers, true);
        if (wrong) return wrong;
        const { purpose } = instrument;
        const [found, met] = [written(instrument, answers, context), instrument.met(answers)];
        return [
          {
            type: 'questionnaire-answered',
            answering,
            questionnaire,
            version,
            purpose,
            ...how,
            ...(met ? { met } : {}),
            ...found,
          },
        ];
      },
    }),
    'amend-answers': command({
      summary: 'Correct answers that were recorded; what was said before is kept beside them',
      in: ['open'],
      by: 'worker',
      input: fields({ answering: Id, answers: AnswersSchema, because: Prose }),
      consults: ({ answering }: { answering: string }, state) => {
        const known = state && answeringOf(state, answering);
        return known ? [questionnaireConsulted(known.questionnaire)] : [];
      },
      decide(state, { answering, answers, because }, context) {
        const known = answeringOf(state, answering);
        if (!known) return refuse('cases.no-such-answers', {}, ['/answering']);
        const instrument = instrumentNow(context, known.questionnaire, known.version);
        if (!instrument) return refuse('cases.no-such-version', {}, ['/answering']);
        const wrong = tooEarly(state, instrument, answers, known.interviewed, context.today) ?? misfit(instrument, answers, true);
        if (wrong) return wrong;
        if (sameAnswers(known.now.answers, answers)) return [];
        const met = instrument.met(answers);
        return [{ type: 'answers-amended', answering, ...(met ? { met } : {}), ...written(instrument, answers, context), because }];
      },
    }),
  },
});
