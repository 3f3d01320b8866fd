import { Type } from 'typebox';
import { isPartialDate, Prose } from '../../../platform/decider/index.ts';
import { namePattern, type Question } from './content.ts';

export const yesNo = ['yes', 'no', 'unknown'] as const;

/** An answer: a text, a number, or the names of what was chosen. A question that was not answered has none. */
export type Answer = string | number | readonly string[];
export type Answers = Readonly<Record<string, Answer>>;

/** Examples of answers to the first questions of a visit, where nothing is wrong. */
const unharmed = { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', harmed: 'no' };

export const AnswersSchema = Type.Record(
  Type.String({ pattern: namePattern }),
  Type.Union([Prose, Type.Number(), Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: 200 })]),
  {
    additionalProperties: false,
    maxProperties: 1000,
    examples: [
      { where: 'home', seen: 'yes', 'seen-alone': 'yes', ...unharmed },
      { where: 'school', seen: 'yes', 'seen-alone': 'no', 'safety-now': 2, ...unharmed },
      { where: 'office', seen: 'yes', 'seen-alone': 'yes', grave: ['health'], ...unharmed, 'danger-now': 'yes' },
      { 'danger-now': 'no', 'needs-doctor': 'no', 'safe-tonight': 'yes', 'self-harm': 'no', age: 'under-18' },
    ],
  },
);

/** The answer to a question; never what every object has by nature (`constructor`). */
export const answerTo = (answers: Answers, name: string): Answer | undefined => (Object.hasOwn(answers, name) ? answers[name] : undefined);

/** What is wrong with an answer to a question; its sentence is `answer-fault.<fault>`. */
export type AnswerFault = 'required' | 'no-such-question' | 'not-asked' | 'wrong-kind' | 'no-such-choice' | 'no-such-date' | 'out-of-range';

/** The lowest and highest number of a question's answer, where it has one. */
export interface Bounds {
  readonly least?: number | undefined;
  readonly most?: number | undefined;
}

/** Why an answer does not fit its question; undefined where it does. */
export function faultOf({ type, choices }: Question, answer: Answer, { least, most }: Bounds): AnswerFault | undefined {
  const known = (name: string) => choices?.some((choice) => choice.name === name) ?? false;
  switch (type) {
    case 'yes-no':
      return typeof answer === 'string' && (yesNo as readonly string[]).includes(answer) ? undefined : 'wrong-kind';
    case 'one':
      if (typeof answer !== 'string') return 'wrong-kind';
      return known(answer) ? undefined : 'no-such-choice';
    case 'several':
      if (typeof answer === 'string' || typeof answer === 'number' || new Set(answer).size !== answer.length) return 'wrong-kind';
      return answer.every(known) ? undefined : 'no-such-choice';
    case 'date':
      if (typeof answer !== 'string') return 'wrong-kind';
      return isPartialDate(answer) ? undefined : 'no-such-date';
    case 'text':
      return typeof answer === 'string' ? undefined : 'wrong-kind';
    case 'number':
    case 'scale':
      if (typeof answer !== 'number' || (type === 'scale' && !Number.isInteger(answer))) return 'wrong-kind';
      return (least !== undefined && answer < least) || (most !== undefined && answer > most) ? 'out-of-range' : undefined;
  }
}
