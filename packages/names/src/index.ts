/** Names of persons in any script: normal form, sound key, similarity. Deterministic, without state. */
export { nameTokens, normaliseName, type Script, scriptOf } from './normalise.ts';
export { formsOf, jaroWinkler, nameSimilarity, similarityOf, type WordForms, wordSimilarity } from './similarity.ts';
export { folded, romanise, searchKeys, soundKey, usualSpelling } from './sound.ts';
