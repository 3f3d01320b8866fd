import type { Tx } from '../../../../platform/database/pool.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { phonesIn } from '../../../registers/domain/index.ts';
import { type CaseState, mayCall, type SafeNumber, safeNumbers } from '../../domain/index.ts';
import { doNotCall, doNotCallNumbers } from '../persons/doNotCall.ts';

/** What of a case's numbers may be shown. */
export interface Callable {
  /** Whether a carer may be called. */
  mayCall(carer: CaseState['safeguards']['carers'][number]): boolean;
  /** The numbers on which the child may be called. */
  readonly numbers: readonly SafeNumber[];
}

/**
 * Of the numbers in a case, those that may be shown: not one that another case, or a register, gives to somebody who must not be called.
 * What this case says is safe is taken to be, unless another case forbids it.
 */
export async function callable({ sealing }: Services, tx: Tx, id: string, state: CaseState): Promise<Callable> {
  const safe = safeNumbers(state);
  const own = new Set(safe.flatMap(({ number }) => phonesIn(number)));
  const contacts = state.safeguards.carers.flatMap(({ contact }) => phonesIn(contact)).filter((number) => !own.has(number));
  const excluded = new Set([
    ...(await doNotCall({ sealing }, tx, { numbers: contacts })).numbers,
    ...(await doNotCallNumbers(sealing, tx, [...own], id)),
  ]);
  const speaks = (text: string) => !phonesIn(text).some((number) => excluded.has(number));
  return {
    mayCall: (carer) => mayCall(state, carer) && speaks(carer.contact),
    numbers: safe.filter(({ number }) => speaks(number)),
  };
}
