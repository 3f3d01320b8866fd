import { type Static, Type } from 'typebox';
import { type Frozen, fields, oneOf } from '../../../platform/decider/index.ts';

/** Names of questions, sections and choices: those of XLSForm, without a leading underscore. */
export const namePattern = '^[A-Za-z][A-Za-z0-9_.-]{0,63}$';
const Name = Type.String({ pattern: namePattern });
export const QuestionnaireName = Type.String({ pattern: '^[a-z][a-z0-9-]{0,39}$', examples: ['screening', 'assessment', 'visit'] });
export const VersionName = Type.String({ pattern: '^[a-z0-9][a-z0-9.-]{0,39}$', examples: ['olle-2', '2027-01'] });
export const purposes = ['screening', 'assessment', 'visit'] as const;
export type Purpose = (typeof purposes)[number];

/** A text by language (BCP 47). */
const Words = Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), Type.String({ minLength: 1, maxLength: 1000 }), {
  additionalProperties: false,
});
export type Words = Readonly<Record<string, string>>;

/** What somebody must act on the same day, in the order in which it is acted on. Coded and kept in clear, so that tasks and lists can use it. */
export const alarms = ['danger-now', 'self-harm', 'needs-doctor', 'harmed', 'no-safe-place', 'refer-at-once', 'grave'] as const;
export type Alarm = (typeof alarms)[number];

const QuestionSchema = fields({
  name: Name,
  type: oneOf('yes-no', 'one', 'several', 'number', 'date', 'text', 'scale'),
  tier: oneOf('coded', 'identity', 'narrative'),
  label: Words,
  hint: Type.Optional(Words),
  required: Type.Optional(Type.Boolean()),
  /** Asked where there is time for it: folded below the question before it. */
  detail: Type.Optional(Type.Boolean()),
  /** Asked only where this holds: an expression, see `expression.ts`. */
  when: Type.Optional(Type.Unknown()),
  choices: Type.Optional(Type.Array(fields({ name: Name, label: Words }), { minItems: 1, maxItems: 200 })),
  /** For `scale`: one of the questionnaire's scales. */
  scale: Type.Optional(Name),
  least: Type.Optional(Type.Number()),
  most: Type.Optional(Type.Number()),
  /** For `yes-no` in a dimension of indicators. */
  strength: Type.Optional(oneOf('strong', 'medium', 'weak')),
});

const SectionSchema = fields({
  name: Name,
  title: Words,
  lead: Type.Optional(Words),
  when: Type.Optional(Type.Unknown()),
  /** First questions of safety and age, which need no guardian beside an unaccompanied child. */
  safety: Type.Optional(Type.Boolean()),
  questions: Type.Array(QuestionSchema, { minItems: 1, maxItems: 100 }),
});

const Names = Type.Array(Name, { maxItems: 100 });

/** A version of a questionnaire as a city writes it into a file. */
export const ContentSchema = fields({
  format: oneOf('olle-questionnaire/1'),
  questionnaire: QuestionnaireName,
  version: VersionName,
  purpose: oneOf(...purposes),
  /** The first is used where a text is missing in the reader's language. */
  languages: Type.Array(Type.String({ minLength: 2, maxLength: 35 }), { minItems: 1, maxItems: 30 }),
  title: Words,
  lead: Type.Optional(Words),
  /** Where it comes from, and who verified it. */
  source: Type.Optional(Words),
  /** Steps with a word each; the first stands for the number `from`. */
  scales: Type.Optional(
    Type.Record(
      Type.String({ pattern: namePattern }),
      fields({ from: Type.Integer({ minimum: 0, maximum: 1 }), steps: Type.Array(Words, { minItems: 2, maxItems: 11 }) }),
      { additionalProperties: false },
    ),
  ),
  /** What the interviewer says before the first question and after the last one, a step each. */
  script: Type.Optional(fields({ begin: Type.Array(Words, { maxItems: 20 }), end: Type.Array(Words, { maxItems: 20 }) })),
  sections: Type.Array(SectionSchema, { minItems: 1, maxItems: 60 }),
  /**
   * Answers that somebody must act on the same day. A domain that is judged as grave raises `grave`, and a red flag `refer-at-once`, without
   * being named here.
   */
  alarms: Type.Optional(
    Type.Array(fields({ question: Name, answers: Type.Array(Name, { minItems: 1, maxItems: 20 }), alarm: oneOf(...alarms) }), {
      maxItems: 50,
    }),
  ),
  /** What a screening weighs; sections are its dimensions. */
  indicators: Type.Optional(
    fields({
      /** Dimensions that are an act, that are exploitation, that are means; one may be several of these. */
      recruitment: Names,
      exploitation: Names,
      means: Names,
      /** Questions that tell of an act (recruited, moved, taken in), and of exploitation that was intended. */
      act: Names,
      intended: Names,
      /** Questions of which one yes tells of exploitation, without a weight. */
      exploited: Type.Optional(Names),
      /** Questions of which one yes is a sign of trafficking, and no more than that. */
      signs: Type.Optional(Names),
      /** The section of which one yes means: refer at once. It is a sign, not a finding of trafficking. */
      redFlags: Type.Optional(Name),
      /** The question and choice that say that the person is certainly no child: only then means are needed. */
      adult: Type.Optional(fields({ question: Name, choice: Name })),
    }),
  ),
  /** What an assessment or visit scores: a section each, and the question whose choices in `grave` make it red. */
  domains: Type.Optional(
    Type.Array(fields({ domain: Name, section: Name, risk: Type.Optional(Name), grave: Type.Optional(Names) }), { maxItems: 30 }),
  ),
  /** At a visit, the questions whether the child was seen, and seen alone. */
  visit: Type.Optional(fields({ seen: Name, alone: Name })),
});

export type Content = Frozen<Static<typeof ContentSchema>>;
export type Section = Content['sections'][number];
export type Question = Section['questions'][number];

/** The text in the reader's language, or in that language without its region, or in the first language of the questionnaire. */
export const wordsIn = (words: Words, language: string, languages: readonly string[]): string =>
  [language, language.split('-')[0]!, ...languages].map((one) => (Object.hasOwn(words, one) ? words[one] : undefined)).find(Boolean) ?? '';

/**
 * A text as it is said of a child, or of somebody who is shown by a document to be an adult: `[the child|the person]` is written where the
 * two differ.
 */
export const addressed = (words: Words, adult: boolean): Words =>
  Object.fromEntries(
    Object.entries(words).map(([language, text]) => [language, text.replace(/\[([^|\]]*)\|([^\]]*)\]/g, adult ? '$2' : '$1')]),
  );
