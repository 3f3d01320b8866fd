export { cardOf, nameOf } from './card.ts';
export { columnsOf, type WardReader, wardForm } from './comparison.ts';
export { type LinkageState, linkageRecord } from './linkage.ts';
export { type PairState, pairRecord } from './pair.ts';
export { type Card, type Composition, essenceOf, type Member, type PersonState, personRecord } from './person.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
export { questionsOfStrays } from './stray.ts';
export { phoneForm, phoneKey, phonesIn, searchPurpose } from './telephone.ts';
