export { CaseFrame } from './case/CaseFrame.tsx';
export { caseChoice } from './case/caseChoice.tsx';
export { useActs } from './case/useActs.tsx';
export type { ChosenProps, ListedCase, ListedProps } from './list/useManyActs.tsx';
export { useNarrowedWords } from './list/words.ts';
export { Openings } from './Openings.tsx';
export { Risk } from './Risk.tsx';
