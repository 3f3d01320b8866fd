import { Type } from 'typebox';
import { route } from '../../../platform/http/area.ts';

/** Only how many: nobody's rows are opened for a figure on the first screen. */
export const waitingRoute = route({
  method: 'GET',
  path: '/api/people/review/waiting',
  summary: 'How many pairs of rows wait to be judged',
  may: ['judge', 'people.pair'],
  answer: Type.Object({ waiting: Type.Integer() }),
  async handle({ tx, actor }) {
    const { rows } = await tx.query<{ waiting: number }>(
      "select count(*)::int as waiting from people_pair where city = $1 and status in ('open', 'later')",
      [actor.city],
    );
    return { waiting: rows[0]!.waiting };
  },
});
