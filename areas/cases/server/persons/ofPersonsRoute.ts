import { sql } from 'kysely';
import { Type } from 'typebox';
import { fields, Id, Maybe } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import { caseRecord } from '../../domain/index.ts';
import { readable } from '../reach.ts';

const Text = Type.String();

export const ofPersonsRoute = route({
  method: 'POST',
  path: '/api/cases/of-persons',
  summary:
    'Which of some persons have a case that the reader may read, and who works on it: for linking the cases of a family or household',
  may: ['read', 'cases.case'],
  shows: 'identity',
  body: fields({ persons: Type.Array(Id, { maxItems: 100 }) }),
  answer: Type.Object({
    rows: Type.Array(Type.Object({ person: Text, case: Text, worker: Maybe(Text), status: Text })),
  }),
  async handle(call) {
    const { tx, actor, body, note } = call;
    // The open one; else the one opened last.
    const rows = await tx.run<{ person: string; case: string; worker: string | null; status: string }>(
      sql`select distinct on (c.person) c.person, c.id as case, c.worker, c.status from cases_case c
          where c.city = ${actor.city} and c.person = any(${body.persons}::uuid[]) and ${readable(call)}
          order by c.person, c.status desc, c.opened_on desc, c.id`,
    );
    await note(caseRecord.kind, rows.map((row) => row.case), 'case links'); // biome-ignore format: one call
    return { rows };
  },
});
