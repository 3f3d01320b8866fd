import { Type } from 'typebox';
import { fields } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import { preferredLanguage } from '../../../../platform/http/catalogues.ts';
import { makeAddress, withdrawAddress } from './address.ts';

const Moment = Type.Union([Type.String(), Type.Null()]);

export const addressRoutes: readonly AnyRoute[] = [
  route({
    method: 'GET',
    path: '/api/office/notices/calendar',
    summary: "Whether one's own days have a secret address for a calendar, when it was made, and when it was last taken",
    may: ['make', 'office.calendar'],
    answer: Type.Object({ madeAt: Moment, takenAt: Moment }),
    async handle({ tx, actor }) {
      const { rows } = await tx.query<{ made_at: Date; taken_at: Date | null }>(
        'select made_at, taken_at from calendar_address where city = $1 and user_id = $2',
        [actor.city, actor.id],
      );
      return { madeAt: rows[0]?.made_at.toISOString() ?? null, takenAt: rows[0]?.taken_at?.toISOString() ?? null };
    },
  }),
  route({
    method: 'POST',
    path: '/api/office/notices/calendar/make',
    summary: 'A new secret address for a calendar, shown this once; the one before opens nothing any more',
    may: ['make', 'office.calendar'],
    body: fields({}),
    answer: Type.Object({ path: Type.String() }),
    handle: async ({ tx, actor, services, request }) => ({
      path: `/calendar/${await makeAddress(services, tx, actor.id, preferredLanguage(request.headers['accept-language']))}.ics`,
    }),
  }),
  route({
    method: 'POST',
    path: '/api/office/notices/calendar/withdraw',
    summary: 'Withdraw the secret address: it opens nothing any more',
    may: ['make', 'office.calendar'],
    body: fields({}),
    handle: ({ tx, actor }) => withdrawAddress(tx, actor.id),
  }),
];
