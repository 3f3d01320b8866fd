export { birthOf, cardOf, nameOf } from './card.ts';
export { columnsOf, phoneForm, wardForm } from './comparison.ts';
export { linkageRecord } from './linkage.ts';
export { type PairState, pairRecord } from './pair.ts';
export { type Card, type Composition, type Member, type PersonState, personRecord } from './person.ts';
export { policy } from './policy.ts';
export { problems } from './problems.ts';
