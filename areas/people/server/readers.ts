export { groupOf } from './group.ts';
export { concernedSince, type Doubt, inHouseholds, joinedInto, minorsAfter, rowsInDoubt, rowsOfHouseholds } from './population.ts';
export { isKnown, livesIn, mates, personsOfEntries, personsWithNumbers, present, sexes, wentInto } from './reading.ts';
