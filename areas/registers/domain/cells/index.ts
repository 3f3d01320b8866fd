// What a cell of an office's table means: the importer, the linking of files, search and forms read cells through here.
export { type AsideReason, asideReasons } from './asideReasons.ts';
export { codeOf, isCoded, valueWords } from './codes.ts';
export { type DateDoubt, type DateGuess, type DateSetting, guessDates } from './dateColumn.ts';
export { type DateOrder, dateOfSerial, readDate } from './dates.ts';
export { type NotARecord, notARecord } from './notARecord.ts';
export { isNothing } from './nothing.ts';
export { ageIn, identifierIn, numberIn } from './numbers.ts';
export { type BadCell, codeLike, readRow } from './row.ts';
export { phoneForm, phonesIn } from './telephone.ts';
export { bareText, cellText, plainCell, plainDigits } from './text.ts';
export { isUnnamed } from './unnamed.ts';
