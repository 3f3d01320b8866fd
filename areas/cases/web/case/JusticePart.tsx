import { Proceedings } from '../../../justice/web/index.ts';
import { useRead } from '../api.ts';
import { casePart } from './casePage.tsx';

const useJustice = (id: string) => useRead('/api/cases/case/{id}/justice', { id });

/** What police, prosecution and courts did for this child, and when they must be in court. */
export const JusticePart = casePart('justice', useJustice, Proceedings);
