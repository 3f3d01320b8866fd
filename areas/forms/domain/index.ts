export { type Answering, AnswersSlice, answersPart, DomainScoreSchema, type Draft, type GivenAnswers } from './answering.ts';
export { type Answer, type AnswerFault, type Answers, yesNo } from './answers.ts';
export { faultsOfContent } from './check.ts';
export {
  type Content,
  ContentSchema,
  namePattern,
  type Purpose,
  purposes,
  type Words,
  wordsIn,
} from './content.ts';
export { type DomainScore, isRed } from './domains.ts';
export type { ContentFault } from './fault.ts';
export { type AskedQuestion, type AskedSection, type Instrument, instrumentOf, type Outcome } from './instrument.ts';
export { interviewedKinds } from './interview.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export {
  type QuestionnaireState,
  questionnaireRecord,
  shippedQuestionnaires,
  versionNamed,
  versionOn,
} from './questionnaire.ts';
