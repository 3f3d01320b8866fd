/** Names of persons in any script: normal form, sound key, similarity. Deterministic, without state. */
export { plainDigits } from './digits.ts';
export { bestMatch } from './matching.ts';
export { nameTokens, normaliseName, type Script, scriptOf } from './normalise.ts';
export {
  bySpelling,
  comparedWords,
  formsOf,
  jaroWinkler,
  nameSimilarity,
  similarityOf,
  spellingShare,
  type WordForms,
  wordSimilarity,
} from './similarity.ts';
export { askedKeys, folded, joinedKeys, partKeys, romanise, searchKeys, soundKey, usualSpelling } from './sound.ts';
