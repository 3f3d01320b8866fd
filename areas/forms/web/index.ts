export { Questionnaire } from './answering/Questionnaire.tsx';
export { type Answering, useAnswers } from './answering/useAnswers.ts';
export { DomainsPicture } from './DomainsPicture.tsx';
export { GivenAnswersList } from './GivenAnswersList.tsx';
export { ScreeningResult } from './ScreeningResult.tsx';
export { useInstrument, useQuestionnaires, useWords } from './useInstrument.ts';
