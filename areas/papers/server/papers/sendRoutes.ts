import type { IncomingMessage } from 'node:http';
import { arrivedOf, receive } from '../../../../platform/attachments/store.ts';
import { type Tx, withTransaction } from '../../../../platform/database/pool.ts';
import { type Actor, refuse } from '../../../../platform/decider/index.ts';
import { route, type Services } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { type Ability, allows } from '../../../../platform/permissions/ability.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';
import * as contract from '../../contract/index.ts';
import { tidyPaperJob } from './tidyPaper.ts';

/** A file that was sent and of which nobody said what it is, is forgotten after a day. */
const forgottenAfterHours = 24;

/** The key that seals a case, where the caller may send it papers now. */
async function openFor(services: Services, tx: Tx, actor: Actor, ability: Ability, id: string): Promise<{ subject: string }> {
  const found = await services.ledger.find<CaseState>(tx, actor.city, caseRecord.kind, id);
  const facts = found && { ...caseRecord.facts(found.state), id, city: actor.city };
  if (!found || !allows(ability, 'attach-paper', caseRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
  if (found.state.status === 'closed') throw new Refused(refuse('cases.closed'));
  return { subject: found.state.sealedFor ?? id };
}

export const arrivedRoute = route(contract.readArrived, async ({ tx, actor, ability, params, services }) => {
  await openFor(services, tx, actor, ability, params.id);
  return (await arrivedOf(tx, actor.city, params.paper, params.id)) ?? { arrived: 0, whole: false };
});

const wholeNumber = (header: unknown): number | undefined => (/^\d{1,12}$/.test(String(header)) ? Number(header) : undefined);
function nameOf(header: unknown): string {
  try {
    return decodeURIComponent(String(header ?? '')).slice(0, 200);
  } catch {
    return '';
  }
}

/**
 * Lets go of a body that is not wanted. A sender who is cut off at once never sees why: a little is still taken and thrown away, then the
 * line is cut.
 */
function letGo(body: IncomingMessage): void {
  let thrownAway = 0;
  const cut = setTimeout(() => body.destroy(), 2000);
  cut.unref();
  body.on('data', (chunk: Buffer) => {
    thrownAway += chunk.length;
    if (thrownAway > 4 * 1024 ** 2) body.destroy();
  });
  body.on('close', () => clearTimeout(cut));
  body.resume();
}

export const sendRoute = route(
  contract.sendContent,
  async ({ actor, ability, params: { id, paper }, services, request }) => {
    const { city } = actor;
    const { headers } = request;
    const from = wholeNumber(headers['x-file-from']) ?? 0;
    try {
      const { subject } = await withTransaction(services.pool, city, (tx) => openFor(services, tx, actor, ability, id));
      const notBefore = new Date(services.clock().getTime() + forgottenAfterHours * 3_600_000).toISOString();
      const { arrived, description } = await receive(
        services,
        {
          city,
          id: paper,
          record: id,
          subject,
          by: actor.id,
          name: nameOf(headers['x-file-name']),
          expected: wholeNumber(headers['x-file-bytes']) ?? from + (wholeNumber(headers['content-length']) ?? 0),
          from,
          forget: { job: tidyPaperJob.name, payload: { case: id, paper }, notBefore },
        },
        request.raw,
      );
      return { arrived, whole: description !== undefined };
    } catch (error) {
      letGo(request.raw);
      throw error;
    }
  },
  { transaction: false },
);
