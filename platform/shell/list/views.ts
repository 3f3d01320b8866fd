import type { Answer } from '../../contract/index.ts';
import type { viewsContract } from '../../lists/contract.ts';

/** The views of a list as the server tells of them. */
export type Views = Answer<ReturnType<typeof viewsContract>>;
/** A way to look at a list that is kept under a name; `record` and `by` where a colleague shares it. */
export type View = Views['views'][number] & Partial<Pick<Views['shared'][number], 'record' | 'by'>>;
