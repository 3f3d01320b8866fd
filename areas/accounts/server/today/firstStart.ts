import type { Tx } from '../../../../platform/database/pool.ts';
import type { AnyRoute } from '../../../../platform/http/area.ts';
import { historyRoute } from '../../../../platform/http/historyRoute.ts';
import { singleRoute } from '../../../../platform/http/readRecord.ts';
import * as contract from '../../contract/index.ts';
import { type FirstStartState, type FirstStep, firstStartRecord, firstSteps } from '../../domain/index.ts';
import { activeUsers, wardsListed } from '../reading.ts';

/** Whether the city has brought a register, from the areas above. */
export type HasRegister = (tx: Tx) => Promise<boolean>;

/** Which steps of the first start are done: those that leave a trace by what is there, the others as somebody said. */
export async function firstStartOf(tx: Tx, state: FirstStartState | undefined, hasRegister: HasRegister, today: string) {
  const users = await activeUsers(tx, today);
  const { rows } = await tx.query<{ required: number; own: boolean }>(
    `select coalesce((select cardinality(second_factor) from accounts_city where city = $1), 0) as required,
       exists (select 1 from accounts_user where city = $1 and active and second_factor and 'administrator' = any(roles)) as own`,
    [tx.city],
  );
  const has = (role: string) => users.some(({ roles }) => roles.some((one) => one === role));
  const isDone: Readonly<Record<FirstStep, boolean>> = {
    'key-file': state?.confirmed.some(({ step }) => step === 'key-file') ?? false,
    wards: (await wardsListed(tx)).length > 0,
    users: has('supervisor') && has('case-worker') && has('data-protection-officer'),
    'second-factor': rows[0]!.required > 0 || rows[0]!.own,
    register: await hasRegister(tx),
    areas: state?.confirmed.some(({ step }) => step === 'areas') ?? false,
  };
  return firstSteps.map((step) => ({ step, done: isDone[step] }));
}

export const firstStartRoutesWith = (hasRegister: HasRegister): readonly AnyRoute[] => [
  historyRoute(firstStartRecord),
  singleRoute(contract.readFirstStart, firstStartRecord, async (state, { tx, services, actor }) => ({
    steps: await firstStartOf(tx, state, hasRegister, await services.ledger.today(tx, actor.city)),
  })),
];
