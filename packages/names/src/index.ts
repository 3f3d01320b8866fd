/** Names of persons in any script: normal form, sound key, similarity. Deterministic, without state. */
export { nameTokens, normaliseName, type Script, scriptOf } from './normalise.ts';
export {
  bySpelling,
  formsOf,
  jaroWinkler,
  nameSimilarity,
  similarityOf,
  spellingShare,
  type WordForms,
  wordSimilarity,
} from './similarity.ts';
export { folded, romanise, searchKeys, soundKey, usualSpelling } from './sound.ts';
