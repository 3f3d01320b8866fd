import type { Tier } from '../../../platform/decider/index.ts';
import { type Answer, type AnswerFault, type Answers, answerTo, type Bounds, faultOf } from './answers.ts';
import { type Alarm, addressed, type Content, type Purpose, type Question, type Words } from './content.ts';
import { alarmsAt, alarmsIn, type DomainScore, scoreDomains } from './domains.ts';
import { type Expression, holds } from './expression.ts';
import { type IndicatorFindings, isAdult, type ScreeningResult, weighIndicators } from './indicators.ts';

/** A question as it is put: with the words of its steps. */
export interface AskedQuestion extends Bounds {
  readonly name: string;
  readonly type: Question['type'];
  readonly label: Words;
  readonly hint?: Words | undefined;
  readonly required: boolean;
  /** Asked where there is time for it. */
  readonly detail: boolean;
  readonly choices: readonly { readonly name: string; readonly label: Words }[];
  /** Words of a scale's steps; the first stands for `least`. */
  readonly steps: readonly Words[];
  /** The answers that raise an alarm; none: the question is not about safety. */
  readonly unsafe: readonly string[];
}

export interface AskedSection {
  readonly name: string;
  readonly title: Words;
  readonly lead?: Words | undefined;
  /** It may be asked of a child who is alone before a guardian is named. */
  readonly safety: boolean;
  readonly questions: readonly AskedQuestion[];
}

/** What of the answers is no secret and may be counted. */
export interface Outcome {
  readonly result: ScreeningResult | null;
  readonly referAtOnce: boolean;
  /** What must be acted on today, and what was asked and is safe. */
  readonly alarms: readonly Alarm[];
  readonly answered: readonly Alarm[];
  /** Sections that are positive dimensions. */
  readonly positive: readonly string[];
  readonly domains: readonly DomainScore[];
}

/**
 * What the case, the screen and the picture know of a questionnaire. Whatever makes one of these from a form of its own (a city's XLSForm)
 * can take the place of the questionnaires that Olle brings; nothing else asks how it is written.
 */
export interface Instrument {
  readonly questionnaire: string;
  readonly version: string;
  readonly purpose: Purpose;
  readonly title: Words;
  /** What to know before beginning; where the questions come from, and who verified them. */
  readonly lead: Words | undefined;
  readonly source: Words | undefined;
  readonly languages: readonly string[];
  /** What is said before the first question, and after the last one. */
  readonly script: { readonly begin: readonly Words[]; readonly end: readonly Words[] };
  /** The sections and questions to be put, given the answers so far. */
  asked(answers: Answers): readonly AskedSection[];
  /** The answers that count: those to questions that are put, given the others. */
  counted(answers: Answers): Answers;
  /** What is wrong with answers, by question; `whole` asks also for those that are required. */
  faults(answers: Answers, whole: boolean): readonly { readonly question: string; readonly fault: AnswerFault }[];
  /** The answers by how secret they are. */
  byTier(answers: Answers): Readonly<Record<Tier, Answers>>;
  /** The questions answered that go beyond the first ones of safety. */
  beyondSafety(answers: Answers): readonly string[];
  outcome(answers: Answers): Outcome;
  /** The alarms that the answer to one question raises: what to do is said at once, where it is answered. */
  alarmsAt(question: string, answers: Answers): readonly Alarm[];
  /** At a visit, the questions whether the child was seen, and seen alone. */
  readonly visit: Content['visit'];
  /** What is scored: a section each. */
  readonly domains: readonly { readonly domain: string; readonly section: string }[];
  /** At a visit: whether the child was seen, and seen alone; undefined where it was not asked. */
  met(answers: Answers): { readonly seen: boolean; readonly alone?: boolean } | undefined;
  /** Why a screening says what it says; undefined where the questionnaire weighs nothing. */
  findings(answers: Answers): IndicatorFindings | undefined;
  /** The answers show by a document that the person is no child: no text calls them one. */
  isAdult(answers: Answers): boolean;
  /** The question of that name, whether it is put or not. */
  question(name: string, adult?: boolean): AskedQuestion | undefined;
  /** The section's title, for whoever names a dimension or domain. */
  sectionTitle(name: string, adult?: boolean): Words | undefined;
  /** The section that a domain stands for. */
  domainTitle(domain: string): Words | undefined;
}

/** The instrument that a version of a questionnaire in Olle's own format is. The content must be free of faults (`faultsOfContent`). */
export function instrumentOf(content: Content): Instrument {
  const { questionnaire, version, purpose, title, lead, source, languages, sections, scales = {}, domains = [] } = content;
  const script = content.script ?? { begin: [], end: [] };
  const put = (question: Question, adult: boolean): AskedQuestion => {
    const { name, type, required = false, detail = false, scale } = question;
    const label = addressed(question.label, adult);
    const hint = question.hint && addressed(question.hint, adult);
    const choices = (question.choices ?? []).map((choice) => ({ ...choice, label: addressed(choice.label, adult) }));
    const steps = scale === undefined ? undefined : scales[scale];
    const bounds = steps
      ? { least: steps.from, most: steps.from + steps.steps.length - 1 }
      : { least: question.least, most: question.most };
    const unsafe = (content.alarms ?? []).filter((one) => one.question === name).flatMap(({ answers }) => answers);
    return { name, type, label, hint, required, detail, choices, steps: steps?.steps ?? [], unsafe, ...bounds };
  };
  const questions = new Map(sections.flatMap((section) => section.questions.map((question) => [question.name, question] as const)));

  /** Sections with the questions put, in their order: a condition knows the answers that count before it. */
  function relevant(answers: Answers) {
    const counted = new Map<string, Answer>();
    const applies = (when: unknown) => when === undefined || holds(when as Expression, (name) => counted.get(name));
    // Section by section: whether one is put may hang on answers in the one before.
    const put = sections.flatMap((section) => {
      if (!applies(section.when)) return [];
      const questions = section.questions.filter((question) => {
        const applicable = applies(question.when);
        const answer = answerTo(answers, question.name);
        if (applicable && answer !== undefined) counted.set(question.name, answer);
        return applicable;
      });
      return questions.length > 0 ? [{ section, questions }] : [];
    });
    return { put, counted };
  }
  const counted = (answers: Answers): Answers => Object.fromEntries(relevant(answers).counted);
  const ofTier = (answers: Answers, tier: Tier): Answers =>
    Object.fromEntries(Object.entries(counted(answers)).filter(([name]) => questions.get(name)?.tier === tier));

  return {
    questionnaire,
    version,
    purpose,
    title,
    lead,
    source,
    languages,
    script,
    visit: content.visit,
    domains: domains.map(({ domain, section }) => ({ domain, section })),
    asked(answers) {
      const { put: relevantNow, counted: known } = relevant(answers);
      const adult = isAdult(content, Object.fromEntries(known));
      return relevantNow.map(({ section: { name, title, lead, safety = false }, questions }) => ({
        name,
        title: addressed(title, adult),
        lead: lead && addressed(lead, adult),
        safety,
        questions: questions.map((question) => put(question, adult)),
      }));
    },
    counted,
    faults(answers, whole) {
      const { put: asked } = relevant(answers);
      const names = new Set(asked.flatMap((section) => section.questions.map(({ name }) => name)));
      const strange = Object.keys(answers)
        .filter((name) => !names.has(name))
        .map((question) => ({ question, fault: questions.has(question) ? ('not-asked' as const) : ('no-such-question' as const) }));
      const wrong = asked.flatMap((section) =>
        section.questions.flatMap((question) => {
          const answer = answerTo(answers, question.name);
          const none = whole && question.required ? ('required' as const) : undefined;
          const fault = answer === undefined ? none : faultOf(question, answer, put(question, false));
          return fault ? [{ question: question.name, fault }] : [];
        }),
      );
      return [...strange, ...wrong];
    },
    byTier: (answers) => ({
      coded: ofTier(answers, 'coded'),
      identity: ofTier(answers, 'identity'),
      narrative: ofTier(answers, 'narrative'),
    }),
    beyondSafety(answers) {
      const given = relevant(answers);
      return given.put
        .filter(({ section }) => !section.safety)
        .flatMap((section) => section.questions.filter(({ name }) => given.counted.has(name)).map(({ name }) => name));
    },
    outcome(answers) {
      const given = counted(answers);
      const found = weighIndicators(content, given);
      const { alarms, answered } = alarmsIn(content, given);
      return {
        result: found?.result ?? null,
        referAtOnce: found?.referAtOnce ?? alarms.length > 0,
        alarms,
        answered,
        positive: found?.dimensions.filter(({ positive }) => positive === 'yes').map(({ section }) => section) ?? [],
        domains: scoreDomains(content, given),
      };
    },
    alarmsAt: (question, answers) => alarmsAt(content, question, counted(answers)),
    met(answers) {
      if (!content.visit) return undefined;
      const given = counted(answers);
      const [seen, alone] = [answerTo(given, content.visit.seen), answerTo(given, content.visit.alone)];
      return { seen: seen === 'yes', ...(alone === undefined ? {} : { alone: alone === 'yes' }) };
    },
    findings: (answers) => weighIndicators(content, counted(answers)),
    isAdult: (answers) => isAdult(content, counted(answers)),
    question(name, adult = false) {
      const found = questions.get(name);
      return found && put(found, adult);
    },
    sectionTitle(name, adult = false) {
      const found = sections.find((section) => section.name === name);
      return found && addressed(found.title, adult);
    },
    domainTitle: (domain) => {
      const section = domains.find((one) => one.domain === domain)?.section;
      return sections.find(({ name }) => name === section)?.title;
    },
  };
}
