import { bases } from './acts/bases.ts';
import { care } from './acts/care.ts';
import { family } from './acts/family.ts';
import { findings } from './acts/findings.ts';
import { work } from './acts/work.ts';
import type { Hand } from './hand.ts';

/** All that may be done to a case in a life; what is not said of an act is left to chance. */
export const actsOf = (hand: Hand) => ({ ...family(hand), ...bases(hand), ...care(hand), ...findings(hand), ...work(hand) });
