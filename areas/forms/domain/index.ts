export { AnswersSlice, answersPart, DomainScoreSchema } from './answering.ts';
export { type Answer, type AnswerFault, type Answers, yesNo } from './answers.ts';
export { faultsOfContent } from './check.ts';
export {
  type Alarm,
  alarms,
  type Content,
  ContentSchema,
  namePattern,
  purposes,
  type Words,
  wordsIn,
} from './content.ts';
export { type DomainScore, isRed } from './domains.ts';
export type { ContentFault } from './fault.ts';
export { type AskedQuestion, type AskedSection, type Instrument, instrumentOf } from './instrument.ts';
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
