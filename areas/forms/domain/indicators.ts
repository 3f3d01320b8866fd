import { type Answers, answerTo } from './answers.ts';
import type { Content, Question } from './content.ts';
import { alarmsIn } from './domains.ts';

/** Known to be so, known not to be so, or not known. */
export type Known = 'yes' | 'no' | 'open';

export interface Weights {
  readonly strong: number;
  readonly medium: number;
  readonly weak: number;
}

/**
 * Whether a dimension is positive: two strong indicators; or one strong and one medium or weak; or three medium; or two medium and one
 * weak. (ILO and European Commission, Operational indicators of trafficking in human beings, 2009, the Delphi method.)
 */
export const isPositive = ({ strong, medium, weak }: Weights): boolean =>
  strong >= 2 || (strong >= 1 && medium + weak >= 1) || medium >= 3 || (medium >= 2 && weak >= 1);

/** What the answers say of one dimension. */
export interface DimensionFinding {
  readonly section: string;
  /** `open` where what is not known yet could still make it positive. */
  readonly positive: Known;
  /** Questions answered yes. */
  readonly fired: readonly string[];
  /** How many questions are answered neither yes nor no. */
  readonly unknown: number;
}

/**
 * `presumed`: an act and exploitation are said (for a proven adult also means), so the person is treated as a victim until it is decided.
 * `signs`: there is a sign of trafficking, and not all of that. `not-enough`: what is not known could still be a sign, or the child is not
 * safe. `no-indication`: everything that could be a sign or a danger was asked and answered no.
 */
export const screeningResults = ['presumed', 'signs', 'not-enough', 'no-indication'] as const;
export type ScreeningResult = (typeof screeningResults)[number];

/** What a screening says, and why. Never a verdict: whether a child is a victim is decided by those whom the law names. */
export interface IndicatorFindings {
  readonly result: ScreeningResult;
  /** A red flag of sexual exploitation, or an alarm: refer at once. It says nothing about trafficking. */
  readonly referAtOnce: boolean;
  readonly act: Known;
  readonly means: Known;
  /** Exploitation, or that it was intended. */
  readonly purpose: Known;
  /** Shown by a document to be an adult: means are needed. False for a child, and while the age is in doubt. */
  readonly adult: boolean;
  readonly dimensions: readonly DimensionFinding[];
  /** Red flags, signs, and questions of act, intention and exploitation that were answered yes. */
  readonly fired: readonly string[];
}

const or = (values: readonly Known[]): Known => (values.includes('yes') ? 'yes' : values.includes('open') ? 'open' : 'no');
const and = (values: readonly Known[]): Known => (values.includes('no') ? 'no' : values.includes('open') ? 'open' : 'yes');

const weigh = (questions: readonly Question[]): Weights => {
  const of = (strength: Question['strength']) => questions.filter((question) => question.strength === strength).length;
  return { strong: of('strong'), medium: of('medium'), weak: of('weak') };
};

/** Whether the answers show by a document that the person is no child. */
export const isAdult = ({ indicators }: Content, answers: Answers): boolean =>
  indicators?.adult !== undefined && answerTo(answers, indicators.adult.question) === indicators.adult.choice;

/**
 * Weighs the answers of a screening by act, means and purpose (Palermo Protocol, article 3). For anybody under 18, and while that is in
 * doubt, means are not needed and consent changes nothing; recruiting or moving a child for exploitation that has not begun counts.
 */
export function weighIndicators(content: Content, answers: Answers): IndicatorFindings | undefined {
  const { indicators, sections } = content;
  if (!indicators) return undefined;
  const { recruitment, exploitation, means: ways, act: acts, intended, exploited = [], signs = [], redFlags } = indicators;
  const said = (name: string): Known => {
    const answer = answerTo(answers, name);
    return answer === 'yes' || answer === 'no' ? answer : 'open';
  };
  const weighed = new Set([...recruitment, ...exploitation, ...ways]);
  const dimensions = sections
    .filter(({ name }) => weighed.has(name))
    .map(({ name, questions }): DimensionFinding => {
      const items = questions.filter(({ strength }) => strength !== undefined);
      const fired = items.filter((question) => said(question.name) === 'yes');
      const open = items.filter((question) => said(question.name) === 'open');
      const positive = isPositive(weigh(fired)) ? 'yes' : isPositive(weigh([...fired, ...open])) ? 'open' : 'no';
      return { section: name, positive, fired: fired.map((question) => question.name), unknown: open.length };
    });
  const any = (names: readonly string[]): Known[] =>
    dimensions.filter(({ section }) => names.includes(section)).map(({ positive }) => positive);
  const flags = sections.find(({ name }) => name === redFlags)?.questions.map(({ name }) => name) ?? [];
  const flagged = or(flags.map(said));
  // Being recruited by deceit, force or abuse is an act; being coerced where one works is being exploited.
  const act = or([...acts.map(said), ...any(recruitment)]);
  const purpose = or([...any(exploitation), ...[...intended, ...exploited].map(said)]);
  const means = or(any(ways));
  const adult = isAdult(content, answers);
  const elements = and([act, purpose, ...(adult ? [means] : [])]);
  const strong = sections
    .filter(({ name }) => weighed.has(name))
    .flatMap(({ questions }) => questions.filter(({ strength }) => strength === 'strong').map(({ name }) => said(name)));
  const sign = or([
    purpose,
    flagged,
    ...strong,
    ...dimensions.map(({ positive }) => positive),
    ...signs.filter((name) => said(name) === 'yes').map(said),
  ]);
  const { alarms, open } = alarmsIn(content, answers);
  const safe = alarms.length === 0 && !open;
  const result = elements === 'yes' ? 'presumed' : sign === 'yes' ? 'signs' : sign === 'no' && safe ? 'no-indication' : 'not-enough';
  const fired = [...new Set([...flags, ...acts, ...intended, ...exploited, ...signs])].filter((name) => said(name) === 'yes');
  return { result, referAtOnce: alarms.length > 0, act, means, purpose, adult, dimensions, fired };
}
