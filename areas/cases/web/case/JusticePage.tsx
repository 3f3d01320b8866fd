import { Proceedings } from '../../../justice/web/index.ts';
import { useRead } from '../api.ts';
import { casePage } from './casePage.tsx';

const useJustice = (id: string) => useRead('/api/cases/case/{id}/justice', { id });

/** What police, prosecution and courts did for this child, and when they must be in court. */
export default casePage('justice', useJustice, Proceedings);
