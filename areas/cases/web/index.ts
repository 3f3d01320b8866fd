export { caseChoice } from './case/caseChoice.tsx';
export { type CasePart, casePage, casePart } from './case/casePage.tsx';
export { languageChoice, useLanguageName } from './case/languages.ts';
export type { ChosenProps, ListedCase, ListedProps } from './list/useManyActs.tsx';
export { useNarrowedWords } from './list/words.ts';
export { Risk } from './Risk.tsx';
export { useTaskWords } from './taskWords.ts';
