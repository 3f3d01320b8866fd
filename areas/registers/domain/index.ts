export { type CanonicalField, canonicalFields, dateFields, headerWords, type Values } from './canonical.ts';
export {
  type AsideReason,
  asideReasons,
  codeLike,
  codeOf,
  type DateGuess,
  dateOfSerial,
  guessDates,
  harmless,
  identifierIn,
  isNothing,
  isUnnamed,
  type MendedWord,
  notARecord,
  phoneForm,
  phonesIn,
  plainCell,
  plainDigits,
  readDate,
  readRow,
  wordKey,
  wordsByKey,
} from './cells/index.ts';
export { contentInRegister, contentOf, type EntryState, entryRecord, formerOf, nameOf, type PutInput } from './entry.ts';
export {
  type Counts,
  type ImportState,
  importRecord,
  type MappedColumn,
  noCounts,
  noQuality,
  type Quality,
  type SetAsideRow,
  type StartInput,
} from './import.ts';
export { importList, profileList } from './lists.ts';
export { type Encoding, encodings, type RegisterName, registerNames } from './names.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { columnsOfProfile, headerSignature, type ProfileState, profileRecord } from './profile.ts';
export { isAnother, isSameRow, searches, traits, traitsOf, whoIs } from './recognition.ts';
