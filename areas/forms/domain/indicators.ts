import { type Answers, answerTo } from './answers.ts';
import type { Content, Question } from './content.ts';

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

export type ScreeningResult = 'suspected' | 'no-indication' | 'not-enough';

/** What a screening says, and why. Never a verdict: whether a child is a victim is decided by those whom the law names. */
export interface IndicatorFindings {
  readonly result: ScreeningResult;
  /** A red flag of sexual exploitation: refer at once. */
  readonly urgent: boolean;
  readonly act: Known;
  readonly means: Known;
  /** Exploitation, or that it was intended. */
  readonly purpose: Known;
  /** False for a child, and while the age is in doubt. */
  readonly meansNeeded: boolean;
  readonly dimensions: readonly DimensionFinding[];
  /** Red flags and questions of act and intention that were answered yes. */
  readonly fired: readonly string[];
}

const or = (values: readonly Known[]): Known => (values.includes('yes') ? 'yes' : values.includes('open') ? 'open' : 'no');
const and = (values: readonly Known[]): Known => (values.includes('no') ? 'no' : values.includes('open') ? 'open' : 'yes');

const weigh = (questions: readonly Question[]): Weights => {
  const of = (strength: Question['strength']) => questions.filter((question) => question.strength === strength).length;
  return { strong: of('strong'), medium: of('medium'), weak: of('weak') };
};

/**
 * Weighs the answers of a screening by act, means and purpose (Palermo Protocol, article 3). For anybody under 18, and while that is in
 * doubt, means are not needed and consent changes nothing; recruiting or moving a child for exploitation that has not begun counts.
 */
export function weighIndicators(content: Content, answers: Answers): IndicatorFindings | undefined {
  const { indicators, sections } = content;
  if (!indicators) return undefined;
  const { recruitment, exploitation, means: ways, act: acts, intended, redFlags, adult } = indicators;
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
  const purpose = or([...any(exploitation), ...intended.map(said)]);
  const means = or(any(ways));
  const meansNeeded = adult !== undefined && answerTo(answers, adult.question) === adult.choice;
  const elements = and([act, purpose, ...(meansNeeded ? [means] : [])]);
  const positive = dimensions.some((dimension) => dimension.positive === 'yes');
  const result =
    elements === 'yes' || flagged === 'yes'
      ? 'suspected'
      : elements === 'no' && flagged === 'no' && !positive
        ? 'no-indication'
        : 'not-enough';
  const fired = [...flags, ...acts, ...intended].filter((name) => said(name) === 'yes');
  return { result, urgent: flagged === 'yes', act, means, purpose, meansNeeded, dimensions, fired };
}
