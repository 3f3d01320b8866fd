import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';
import { type LinkageState, linkageRecord } from '../domain/index.ts';
import { linkageIdOf } from './linking.ts';

export const linkageRoute = route(contract.readLinkage, async ({ tx, actor: { city }, services }) => {
  const id = linkageIdOf(services.sealing, city);
  const found = await services.ledger.find<LinkageState>(tx, city, linkageRecord.kind, id);
  const { rows } = await tx.query<{ stage: string; done: number; total: number | null }>(
    "select stage, done::int, total::int from job_progress where city = $1 and id = $2 and stage <> 'done'",
    [city, id],
  );
  return { last: found?.state ?? null, running: rows[0] ?? null };
});
