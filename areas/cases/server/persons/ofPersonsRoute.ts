import { Type } from 'typebox';
import { fields, Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';

const Text = Type.String();

export const ofPersonsRoute = route({
  method: 'POST',
  path: '/api/cases/of-persons',
  summary: 'Which of some persons have a case, and who works on it: for linking the cases of brothers and sisters, or of one household',
  may: ['read', 'cases.case'],
  body: fields({ persons: Type.Array(Id, { maxItems: 100 }) }),
  answer: Type.Object({
    rows: Type.Array(Type.Object({ person: Text, case: Text, worker: Maybe(Text), status: Text })),
  }),
  async handle({ tx, actor: { city }, body }) {
    // The open one; else the one opened last.
    const { rows } = await tx.query<{ person: string; case: string; worker: string | null; status: string }>(
      `select distinct on (person) person, id as case, worker, status from cases_case where city = $1 and person = any($2)
       order by person, status desc, opened_on desc, id`,
      [city, body.persons],
      { name: 'cases-of-persons' },
    );
    return { rows };
  },
});
