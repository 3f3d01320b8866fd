/** Names of persons in any script: normal form, sound key, similarity. Deterministic, without state. */
export { nameTokens, normaliseName, type Script, scriptOf } from './normalise.ts';
export { jaroWinkler, nameSimilarity } from './similarity.ts';
export { romanise, searchKeys, soundKey } from './sound.ts';
