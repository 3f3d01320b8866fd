export { mates, personsOfEntries, personsWithNumbers } from './reading.ts';
