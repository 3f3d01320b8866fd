export type {
  CaseHead,
  CasePaper,
  CasePapers,
  CaseSummary,
  ConcernSummary,
  Happened,
  RaisedFlag,
} from './answers.ts';
export { CaseFrame } from './case/CaseFrame.tsx';
export { caseChoice } from './case/caseChoice.tsx';
export { personChoice } from './case/personChoice.tsx';
export { useActs } from './case/useActs.tsx';
export { type ChosenProps, type ListedProps, type Outcome, useBulk } from './list/BulkActs.tsx';
export { usePicking } from './list/picking.tsx';
export { useNarrowedWords } from './list/words.ts';
export { Openings } from './Openings.tsx';
export { Risk } from './Risk.tsx';
