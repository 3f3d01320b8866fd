import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import { preferredLanguage } from '../../../../platform/http/catalogues.ts';
import * as contract from '../../contract/index.ts';
import { makeAddress, withdrawAddress } from './address.ts';

export const addressRoutes: readonly AnyRoute[] = [
  route(contract.readAddress, async ({ tx, actor }) => {
    const { rows } = await tx.query<{ made_at: Date; taken_at: Date | null }>(
      'select made_at, taken_at from calendar_address where city = $1 and user_id = $2',
      [actor.city, actor.id],
    );
    return { madeAt: rows[0]?.made_at.toISOString() ?? null, takenAt: rows[0]?.taken_at?.toISOString() ?? null };
  }),
  route(contract.makeAddress, async ({ tx, actor, services, request }) => ({
    path: `/calendar/${await makeAddress(services, tx, actor.id, preferredLanguage(request.headers['accept-language']))}.ics`,
  })),
  route(contract.withdrawAddress, ({ tx, actor }) => withdrawAddress(tx, actor.id)),
];
