/** Names of persons in any script: normal form, sound key, similarity. Deterministic, without state. */
export { nameTokens, normaliseName, scriptOf, type Script } from './normalise.ts';
export { romanise, searchKeys, soundKey } from './sound.ts';
export { jaroWinkler, nameSimilarity } from './similarity.ts';
