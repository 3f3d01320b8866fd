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
  notARecord,
  phoneForm,
  phonesIn,
  plainCell,
  plainDigits,
  readDate,
  readRow,
} from './cells/index.ts';
export {
  type CanonicalField,
  canonicalFields,
  contentOf,
  dateFields,
  type EntryState,
  entryRecord,
  headerWords,
  nameOf,
  type PutInput,
  type Values,
} from './entry.ts';
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
export { isAnother, isSameRow, searches, traits, traitsOf } from './recognition.ts';
