import type { Answers, Outcome, Purpose } from '../../../forms/domain/index.ts';

/** What was answered at once, and what it comes to. */
export interface GivenAnswers {
  readonly answers: Answers;
  readonly outcome: Outcome;
  readonly by: string;
  readonly recordedOn: string;
  /** Why it was amended; empty for the first. */
  readonly because: string;
}

/** A questionnaire that was answered about the child. */
export interface Answering {
  readonly id: string;
  readonly questionnaire: string;
  readonly version: string;
  readonly purpose: Purpose;
  /** The day of the interview or visit. */
  readonly on: string;
  readonly interviewed: readonly string[];
  readonly language: string | null;
  readonly interpreter: string;
  readonly now: GivenAnswers;
  /** What was said before it was amended, the latest last: nothing is overwritten. */
  readonly earlier: readonly GivenAnswers[];
}

/** Answers that are not complete yet. */
export interface Draft {
  readonly id: string;
  readonly questionnaire: string;
  readonly version: string;
  /** Null while nobody has said. */
  readonly interviewed: readonly string[] | null;
  readonly answers: Answers;
  readonly by: string;
  readonly on: string;
}

export interface AnswersSlice {
  readonly given: readonly Answering[];
  readonly drafts: readonly Draft[];
}
