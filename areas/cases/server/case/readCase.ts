import type { Contract } from '../../../../platform/contract/index.ts';
import type { AnyRoute, Call } from '../../../../platform/http/area.ts';
import { type ReadRecord, readRecord, recordRoute } from '../../../../platform/http/readRecord.ts';
import { cityOf } from '../../../../platform/ledger/city.ts';
import { type CaseState, caseRecord, isDangerTask, isShown, tasksOf } from '../../domain/index.ts';

/** A case that the caller may read; the reading is noted as of that part of the file (`case plan`), see `readRecord`. */
export const readCase = (
  call: Pick<Call<unknown, unknown, unknown>, 'tx' | 'actor' | 'ability' | 'services' | 'note'>,
  id: string,
  why: string | null,
): Promise<ReadRecord<CaseState>> => readRecord<CaseState>(call, caseRecord, id, why);

/** What a page of a case reads: `shown` gives, of its state, what the contract answers. */
export const pageRoute = <const C extends Contract>(
  contract: C,
  why: string | null,
  shown: Parameters<typeof recordRoute<C, CaseState>>[3],
): AnyRoute => recordRoute<C, CaseState>(contract, caseRecord, why, shown);

/** The day it is in the city. */
export const todayOf = ({ services, tx, actor }: Pick<Call<unknown, unknown, unknown>, 'services' | 'tx' | 'actor'>): Promise<string> =>
  services.ledger.today(tx, actor.city);

/** What waits in a case today, dangers first, without what is not to be done by that reader. */
export function tasksFor(state: CaseState, reader: string, today: string) {
  const tasks = tasksOf(state).flatMap(({ not = [], ...task }) => (isShown(task, today) && !not.includes(reader) ? [task] : []));
  return [...tasks.filter(({ kind }) => isDangerTask(kind)), ...tasks.filter(({ kind }) => !isDangerTask(kind))];
}

/** Of which country the laws are for a case: that of the city, where the case is from before it was kept. */
export const countryOf = async (
  { country }: Pick<CaseState, 'country'>,
  { tx }: Pick<Call<unknown, unknown, unknown>, 'tx'>,
): Promise<string> => country ?? (await cityOf(tx)).country;
