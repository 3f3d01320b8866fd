// What a cell of an office's table means: the importer, the linking of files, search and forms read cells through here.

export { phoneForm, phonesIn } from '../../../../platform/cells/telephone.ts';
export { harmless, plainCell, plainDigits } from '../../../../platform/cells/text.ts';
export { type AsideReason, asideReasons } from './asideReasons.ts';
export { codeOf } from './codes.ts';
export { type DateGuess, guessDates } from './dateColumn.ts';
export { dateOfSerial } from './dates.ts';
export { notARecord } from './notARecord.ts';
export { isNothing } from './nothing.ts';
export { identifierIn } from './numbers.ts';
export { codeLike, readRow } from './row.ts';
export { readDate } from './severalDates.ts';
export { isUnnamed } from './unnamed.ts';
export { type MendedWord, wordKey, wordsByKey } from './words.ts';
