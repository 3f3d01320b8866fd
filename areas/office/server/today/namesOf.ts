import type { TodayCall } from '../../../../platform/http/waiting.ts';
import type { UserState } from '../../../accounts/domain/index.ts';

/** The names of users of the office. */
export async function namesOf({ services, tx }: TodayCall, ids: readonly string[]) {
  const users = await services.ledger.findMany<UserState>(tx, tx.city, 'accounts.user', [...new Set(ids)]);
  return (id: string) => users.get(id)?.state.name ?? '';
}
