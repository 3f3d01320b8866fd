import { Type } from 'typebox';
import { route } from '../../../platform/http/area.ts';
import { type LinkageState, linkageRecord } from '../domain/index.ts';
import { linkageIdOf } from './linking.ts';

const Figures = Type.Object({
  rows: Type.Integer(),
  persons: Type.Integer(),
  links: Type.Integer(),
  doubtful: Type.Integer(),
  compared: Type.Integer(),
  at: Type.String(),
});

export const linkageRoute = route({
  method: 'GET',
  path: '/api/people/linkage',
  summary: 'What the last linkage of the registers found, and how far one is that has not ended yet',
  may: ['read', 'people.linkage'],
  answer: Type.Object({
    last: Type.Union([Figures, Type.Null()]),
    running: Type.Union([
      Type.Object({ stage: Type.String(), done: Type.Integer(), total: Type.Union([Type.Integer(), Type.Null()]) }),
      Type.Null(),
    ]),
  }),
  async handle({ tx, actor: { city }, services }) {
    const id = linkageIdOf(services.sealing, city);
    const found = await services.ledger.find<LinkageState>(tx, city, linkageRecord.kind, id);
    const { rows } = await tx.query<{ stage: string; done: number; total: number | null }>(
      "select stage, done::int, total::int from job_progress where city = $1 and id = $2 and stage <> 'done'",
      [city, id],
    );
    const state = found?.state;
    return {
      last: state
        ? { rows: state.rows, persons: state.persons, links: state.links, doubtful: state.doubtful, compared: state.compared, at: state.at }
        : null,
      running: rows[0] ?? null,
    };
  },
});
