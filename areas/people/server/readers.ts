export { groupOf } from './reading/group.ts';
export {
  isKnown,
  livesIn,
  mates,
  personsEverOf,
  personsOfEntries,
  personsWithNumbers,
  present,
  sexes,
  wentInto,
} from './reading/persons.ts';
export { concernedSince, type Doubt, inHouseholds, joinedInto, minorsAfter, rowsInDoubt, rowsOfHouseholds } from './reading/population.ts';
