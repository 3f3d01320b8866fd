import type { Call } from '../../../../platform/http/area.ts';
import { type ReadRecord, readRecord } from '../../../../platform/http/readRecord.ts';
import { type CaseState, caseRecord } from '../../domain/index.ts';

/** A case that the caller may read; the reading is noted as of that part of the file (`case plan`), see `readRecord`. */
export const readCase = (
  call: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services' | 'note'>,
  id: string,
  why: string | null,
): Promise<ReadRecord<CaseState>> => readRecord<CaseState>(call, caseRecord, id, why);
