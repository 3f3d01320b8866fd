import { type Static, Type } from 'typebox';
import {
  type Command,
  type Context,
  changed,
  coded,
  command,
  type Data,
  type EventOf,
  fields,
  has,
  Id,
  IsoDate,
  identity,
  Maybe,
  narrative,
  oneOf,
  type Part,
  PastDay,
  Prose,
  type Refusal,
  refuse,
  shown,
  unshown,
} from '../../../platform/decider/index.ts';
import { type Answers, AnswersSchema, answerTo } from './answers.ts';
import { alarms, namePattern, purposes, QuestionnaireName, VersionName } from './content.ts';
import { screeningResults } from './indicators.ts';
import type { Instrument } from './instrument.ts';
import { interpreters, interviewedKinds } from './interview.ts';
import { instrumentNow, questionnaireConsulted } from './questionnaire.ts';

const Name = Type.String({ pattern: namePattern });
const Alarms = Type.Array(oneOf(...alarms), { maxItems: alarms.length });

const Interviewed = Type.Array(oneOf(...interviewedKinds), { maxItems: interviewedKinds.length });
const about = { answering: coded(Id), questionnaire: coded(QuestionnaireName), version: coded(VersionName) };
/** What is said of an interview besides its answers. */
const interview = {
  on: coded(PastDay, shown.on),
  interviewed: coded(Interviewed),
  language: coded(Maybe(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$', maxLength: 35, examples: ['ne', 'ur'] }))),
  interpreter: coded(oneOf(...interpreters)),
};

export const DomainScoreSchema = Type.Object({ domain: Type.String(), score: Maybe(Type.Number()), red: Type.Boolean() });

/** What was answered at once, and what it comes to. */
const GivenAnswers = Type.Object({
  answers: AnswersSchema,
  outcome: Type.Object({
    result: Maybe(oneOf(...screeningResults)),
    referAtOnce: Type.Boolean(),
    alarms: Alarms,
    answered: Alarms,
    positive: Type.Array(Type.String()),
    domains: Type.Array(DomainScoreSchema),
  }),
  by: Type.String(),
  recordedOn: Type.String(),
  /** Why it was amended; empty for the first. */
  because: Type.String(),
});
export type GivenAnswers = Data<typeof GivenAnswers>;

const Named = { id: Type.String(), questionnaire: Type.String(), version: Type.String() };
/** A questionnaire that was answered about the child. */
const Answering = Type.Object({
  ...Named,
  purpose: oneOf(...purposes),
  /** The day of the interview or visit. */
  on: Type.String(),
  interviewed: Type.Array(Type.String()),
  language: Maybe(Type.String()),
  interpreter: Type.String(),
  now: GivenAnswers,
  /** What was said before it was amended, the latest last: nothing is overwritten. */
  earlier: Type.Array(GivenAnswers),
});
export type Answering = Data<typeof Answering>;

/** Answers that are not complete yet; `interviewed` is null while nobody has said. What they say endangers the child counts at once. */
const Draft = Type.Object({
  ...Named,
  purpose: oneOf(...purposes),
  alarms: Alarms,
  interviewed: Maybe(Type.Array(Type.String())),
  answers: AnswersSchema,
  by: Type.String(),
  on: Type.String(),
});
export type Draft = Data<typeof Draft>;

/** What a case keeps of questionnaires that were answered about its child. */
export const AnswersSlice = Type.Object({ given: Type.Array(Answering), drafts: Type.Array(Draft) });
export type AnswersSlice = Data<typeof AnswersSlice>;

/** What stands in the log of answers that were given: split by how secret each is. */
const given = {
  by: coded(Id),
  recordedOn: coded(IsoDate),
  result: coded(Maybe(oneOf(...screeningResults))),
  /** What must be acted on today, and what was asked and is safe; no story. */
  alarms: coded(Alarms, shown.word('forms:alarm')),
  answered: coded(Alarms),
  domains: coded(Type.Array(fields({ domain: Name, score: Maybe(Type.Number()), red: Type.Boolean() }))),
  // Which dimensions are positive tells what happened to the child.
  found: narrative(fields({ referAtOnce: Type.Boolean(), positive: Type.Array(Name) })),
  codedAnswers: coded(AnswersSchema),
  identityAnswers: identity(AnswersSchema),
  narrativeAnswers: narrative(AnswersSchema),
  /** Of a visit: whether the child was seen, and alone. */
  met: coded(Type.Optional(fields({ seen: Type.Boolean(), alone: Type.Optional(Type.Boolean()) }))),
};
const GivenSchema = fields(given);
type Given = Static<typeof GivenSchema>;

/** The event's fields for answers that are free of faults. */
function written(instrument: Instrument, answers: Answers, { actor, today }: Context): Given {
  const { coded, identity, narrative } = instrument.byTier(answers) as Record<'coded' | 'identity' | 'narrative', Given['codedAnswers']>;
  const { result, referAtOnce, positive, domains, ...safety } = instrument.outcome(answers);
  const met = instrument.met(answers);
  const tiers = { codedAnswers: coded, identityAnswers: identity, narrativeAnswers: narrative };
  return {
    by: actor.id,
    recordedOn: today,
    result,
    domains: [...domains],
    alarms: [...safety.alarms],
    answered: [...safety.answered],
    found: { referAtOnce, positive: [...positive] },
    ...tiers,
    ...(met ? { met } : {}),
  };
}

const read = ({ by, recordedOn, result, domains, alarms, answered, found, ...tiers }: Given, because: string): GivenAnswers => ({
  answers: { ...tiers.codedAnswers, ...tiers.identityAnswers, ...tiers.narrativeAnswers },
  outcome: { result, domains, alarms, answered, ...found },
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
    'forms.answers-faulty',
    { questions: names.slice(0, 5).join(', ') },
    names.map((name) => `/answers/${name}`),
  );
}

const sameAnswers = (a: Answers, b: Answers) => {
  const text = (answers: Answers) => JSON.stringify(Object.entries(answers).sort(([one], [other]) => (one < other ? -1 : 1)));
  return text(a) === text(b);
};
const withoutDraft = (slice: AnswersSlice, id: string) => slice.drafts.filter((draft) => draft.id !== id);
/** What commands that begin with a questionnaire's name consult. */
const asked = ({ questionnaire }: { questionnaire: string }) => [questionnaireConsulted(questionnaire)];

const events = {
  'answers-drafted': unshown(
    fields({
      ...about,
      purpose: coded(oneOf(...purposes)),
      by: coded(Id),
      on: coded(IsoDate),
      interviewed: coded(Maybe(Interviewed)),
      alarms: coded(Alarms),
      /** It raises an alarm that the draft before did not. */
      alarm: coded(Type.Boolean()),
      answers: narrative(AnswersSchema),
    }),
  ),
  'draft-discarded': unshown(fields({ answering: coded(Id), by: coded(Id) })),
  'questionnaire-answered': fields({
    ...about,
    purpose: coded(oneOf(...purposes), shown.word('forms:purpose')),
    ...interview,
    ...given,
    /** Where its draft raised alarms: it raises another one. */
    alarm: coded(Type.Optional(Type.Boolean())),
  }),
  'answers-amended': fields({
    answering: coded(Id),
    ...given,
    because: narrative(Prose, shown.prose),
    /** It raises an alarm that what was said before did not. */
    alarm: coded(Type.Boolean()),
  }),
};
type AnswersEvent = EventOf<typeof events>;

const evolve: Part<{ readonly answers: AnswersSlice }, 'answers', typeof events, never>['evolve'] = {
  'answers-drafted': (slice, { type: _, answering: id, alarm: __, ...draft }) => ({
    ...slice,
    drafts: [...withoutDraft(slice, id), { id, ...draft }],
  }),
  'draft-discarded': (slice, { answering }) => ({ ...slice, drafts: withoutDraft(slice, answering) }),
  'questionnaire-answered': (slice, event) => {
    const { answering: id, questionnaire, version, purpose, on, interviewed, language, interpreter } = event;
    const asked = { id, questionnaire, version, purpose, on, interviewed, language, interpreter };
    return { given: [...slice.given, { ...asked, now: read(event, ''), earlier: [] }], drafts: withoutDraft(slice, id) };
  },
  'answers-amended': (slice, event) => ({
    ...slice,
    given: changed(slice.given, event.answering, ({ now, earlier }) => ({ now: read(event, event.because), earlier: [...earlier, now] })),
  }),
};

/** As much of a record as its answers need to know. */
interface Answered {
  readonly status: 'open' | 'closed';
  readonly answers: AnswersSlice;
}

/**
 * Screenings, assessments and visits, as a part of the record of a child: what was answered, by whose words, and what it comes to. `notYet`
 * says why the child may not be asked what happened: one who is alone, only beside their guardian.
 */
export function answersPart<State extends Answered>(notYet: (state: State, today: string) => Refusal | undefined) {
  /**
   * A child is asked who they are and whether they are safe at any time. What others told or somebody saw may be written down, too. An interview
   * of an earlier day needs what was already so on that day, and still is. To correct what was answered is to ask nothing.
   */
  const tooEarly = (
    state: Answered,
    instrument: Instrument,
    answers: Answers,
    interviewed: readonly string[],
    { days, before = {} }: { readonly days: readonly string[]; readonly before?: Answers },
  ) => {
    const asked = instrument.beyondSafety(answers).filter((name) => answerTo(before, name) === undefined);
    return instrument.purpose === 'screening' && interviewed.includes('child') && asked.length > 0
      ? days.map((day) => notYet(state as State, day)).find((refusal) => refusal)
      : undefined;
  };

  const commands = {
    'draft-answers': command({
      summary: 'Keep answers that are not complete yet, to go on from another day or device',
      in: ['open'],
      by: 'team',
      input: fields({ ...about, answers: AnswersSchema, interviewed: Type.Optional(Interviewed) }),
      consults: asked,
      decide(state, { interviewed = null, ...input }, context) {
        const { given, drafts } = state.answers;
        const { answering, questionnaire, version, answers } = input;
        const instrument = instrumentNow(context, questionnaire, version);
        if (!instrument) return refuse('forms.no-such-version', {}, ['/version']);
        if (has(given, answering)) return refuse('forms.answered-already', {}, ['/answering']);
        const known = drafts.find(({ id }) => id === answering);
        if (known && known.questionnaire !== questionnaire) return refuse('forms.another-questionnaire', {}, ['/questionnaire']);
        // As long as nobody says otherwise it is the child that is asked.
        const early = tooEarly(state, instrument, answers, interviewed ?? ['child'], { days: [context.today] });
        const wrong = early ?? misfit(instrument, answers, false);
        if (wrong) return wrong;
        const same = known?.version === version && known.interviewed?.join() === interviewed?.join() && sameAnswers(known.answers, answers);
        if (same) return [];
        const alarms = [...instrument.outcome(answers).alarms];
        const alarm = alarms.some((one) => !known?.alarms.includes(one));
        const { purpose } = instrument;
        return [{ type: 'answers-drafted', ...input, purpose, interviewed, alarms, alarm, by: context.actor.id, on: context.today }];
      },
    }),
    'discard-draft': command({
      summary: 'Put away answers that were begun and will not be completed',
      in: ['open'],
      by: 'team',
      input: fields({ answering: Id }),
      decide(state, { answering }, { actor }) {
        const draft = state.answers.drafts.find(({ id }) => id === answering);
        if (!draft) return [];
        // A danger is not put away with the paper that it stands on.
        if (draft.alarms.length > 0) return refuse('forms.draft-of-danger');
        return [{ type: 'draft-discarded', answering, by: actor.id }];
      },
    }),
    'answer-questionnaire': command({
      summary: 'Record the answers to a screening, an assessment or a visit',
      in: ['open'],
      by: 'team',
      input: fields({ ...about, ...interview, answers: AnswersSchema }),
      consults: asked,
      decide(state, { answers, ...how }, context) {
        const instrument = instrumentNow(context, how.questionnaire, how.version);
        if (!instrument) return refuse('forms.no-such-version', {}, ['/version']);
        const known = state.answers.given.find(({ id }) => id === how.answering);
        // A second click, or sent again after the answer was lost.
        if (known) return sameAnswers(known.now.answers, answers) ? [] : refuse('forms.answered-already', {}, ['/answering']);
        const wrong =
          tooEarly(state, instrument, answers, how.interviewed, { days: [context.today, how.on] }) ?? misfit(instrument, answers, true);
        if (wrong) return wrong;
        const told = written(instrument, answers, context);
        const drafted = state.answers.drafts.find(({ id }) => id === how.answering)?.alarms ?? [];
        const alarm = drafted.length > 0 ? { alarm: told.alarms.some((one) => !drafted.includes(one)) } : {};
        return [{ type: 'questionnaire-answered', ...how, purpose: instrument.purpose, ...told, ...alarm }];
      },
    }),
    'amend-answers': command({
      summary: 'Correct answers that were recorded; what was said before is kept beside them',
      in: ['open'],
      by: 'worker',
      input: fields({ answering: Id, answers: AnswersSchema, because: Prose }),
      consults: ({ answering }: { answering: string }, state) =>
        (state?.answers.given ?? []).filter(({ id }) => id === answering).flatMap(asked),
      about: 'answering',
      among: ({ answers: { given } }) => given,
      decide(state, { answering, answers, because }, context, known) {
        const instrument = instrumentNow(context, known.questionnaire, known.version);
        if (!instrument) return refuse('forms.no-such-version', {}, ['/answering']);
        const wrong =
          tooEarly(state, instrument, answers, known.interviewed, { days: [context.today], before: known.now.answers }) ??
          misfit(instrument, answers, true);
        if (wrong) return wrong;
        if (sameAnswers(known.now.answers, answers)) return [];
        const before = [...known.earlier, known.now].flatMap(({ outcome }) => outcome.alarms);
        const told = written(instrument, answers, context);
        return [{ type: 'answers-amended', answering, ...told, because, alarm: told.alarms.some((one) => !before.includes(one)) }];
      },
    }),
  } satisfies Readonly<Record<string, Command<Answered, AnswersEvent>>>;

  return { slice: 'answers' as const, initial: { given: [], drafts: [] } as AnswersSlice, events, evolve, commands };
}
