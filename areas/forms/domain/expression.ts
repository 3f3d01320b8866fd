import { earliest, isPartialDate, latest } from '../../../platform/decider/index.ts';
import { type Answer, yesNo } from './answers.ts';
import type { Question } from './content.ts';
import type { ContentFault } from './fault.ts';

type Scalar = string | number;

/**
 * A condition as JSON, with one key: `{ "eq": ["question", "yes"] }`, and so `ne`, `gt`, `ge`, `lt`, `le`; `{ "in": ["question", ["a", "b"]] }`;
 * `{ "answered": "question" }`; `{ "and": [ … ] }`, `{ "or": [ … ] }`, `{ "not": … }`. Of a question without an answer only `not` holds.
 */
export type Expression =
  | { readonly [K in 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le']?: readonly [string, Scalar] }
  | { readonly in: readonly [string, readonly Scalar[]] }
  | { readonly answered: string }
  | { readonly [K in 'and' | 'or']?: readonly Expression[] }
  | { readonly not: Expression };

const comparisons = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
type Comparison = (typeof comparisons)[number];

/** One answer before, with or after a value; dates known in part are before or after only where they are so whichever day they mean. */
function compared(answer: Answer, value: Scalar): -1 | 0 | 1 | undefined {
  if (typeof answer === 'number' && typeof value === 'number') return answer < value ? -1 : answer > value ? 1 : 0;
  if (typeof answer !== 'string' || typeof value !== 'string' || !isPartialDate(answer) || !isPartialDate(value)) return undefined;
  if (latest(answer) < earliest(value)) return -1;
  if (earliest(answer) > latest(value)) return 1;
  return answer === value ? 0 : undefined;
}

const equals = (answer: Answer, value: Scalar) => (typeof answer === 'object' ? answer.includes(String(value)) : answer === value);

const tests: Readonly<Record<Comparison, (answer: Answer, value: Scalar) => boolean>> = {
  eq: equals,
  ne: (answer, value) => !equals(answer, value),
  gt: (answer, value) => compared(answer, value) === 1,
  ge: (answer, value) => [0, 1].includes(compared(answer, value) ?? -1),
  lt: (answer, value) => compared(answer, value) === -1,
  le: (answer, value) => [0, -1].includes(compared(answer, value) ?? 1),
};

/** Whether a condition holds of the answers given so far. A question where several may be chosen equals each that was chosen. */
export function holds(expression: Expression, answerOf: (name: string) => Answer | undefined): boolean {
  const [[operator, given]] = Object.entries(expression) as [[string, never]];
  if (operator === 'and') return (given as readonly Expression[]).every((one) => holds(one, answerOf));
  if (operator === 'or') return (given as readonly Expression[]).some((one) => holds(one, answerOf));
  if (operator === 'not') return !holds(given, answerOf);
  if (operator === 'answered') return answerOf(given) !== undefined;
  const [name, value] = given as readonly [string, Scalar | readonly Scalar[]];
  const answer = answerOf(name);
  if (answer === undefined) return false;
  if (operator === 'in') return (value as readonly Scalar[]).some((one) => equals(answer, one));
  return tests[operator as Comparison](answer, value as Scalar);
}

const isScalar = (value: unknown): value is Scalar => typeof value === 'string' || typeof value === 'number';
const deepest = 12;

/** What is wrong with a condition; `earlier` are the questions that stand before it, `all` those of the whole questionnaire. */
export function faultsOfExpression(
  json: unknown,
  earlier: ReadonlyMap<string, Question>,
  all: ReadonlyMap<string, Question>,
  path: string,
  depth = 0,
): ContentFault[] {
  const wrong: ContentFault[] = [{ path, fault: 'condition' }];
  if (typeof json !== 'object' || json === null || Array.isArray(json) || depth > deepest) return wrong;
  const [entry, ...more] = Object.entries(json);
  if (!entry || more.length > 0) return wrong;
  const [operator, given] = entry as [string, unknown];
  const inner = (one: unknown, at: string) => faultsOfExpression(one, earlier, all, at, depth + 1);
  if (operator === 'and' || operator === 'or')
    return Array.isArray(given) && given.length > 0 ? given.flatMap((one, i) => inner(one, `${path}/${operator}/${i}`)) : wrong;
  if (operator === 'not') return inner(given, `${path}/not`);
  const asks = (name: unknown, values: readonly unknown[], at: string): ContentFault[] => {
    if (typeof name !== 'string') return [{ path: at, fault: 'condition' }];
    const question = earlier.get(name);
    if (!question) return [{ path: at, fault: all.has(name) ? 'condition-later' : 'no-such-question' }];
    if (!values.every(isScalar)) return [{ path: at, fault: 'condition' }];
    const names = question.type === 'yes-no' ? yesNo : question.choices?.map((choice) => choice.name);
    return names && !values.every((value) => (names as readonly unknown[]).includes(value)) ? [{ path: at, fault: 'no-such-choice' }] : [];
  };
  if (operator === 'answered') return asks(given, [], `${path}/answered`);
  if (!Array.isArray(given) || given.length !== 2) return wrong;
  if (operator === 'in') return Array.isArray(given[1]) ? asks(given[0], given[1], `${path}/in`) : wrong;
  return (comparisons as readonly string[]).includes(operator) ? asks(given[0], [given[1]], `${path}/${operator}`) : wrong;
}
