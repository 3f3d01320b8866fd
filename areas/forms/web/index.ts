export { DomainsPicture } from './DomainsPicture.tsx';
export { GivenAnswersList } from './GivenAnswersList.tsx';
export { Questionnaire } from './Questionnaire.tsx';
export { ScreeningResult } from './ScreeningResult.tsx';
export { useInstrument, useQuestionnaires, useWords } from './useInstrument.ts';
