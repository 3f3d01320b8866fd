import { giveOut } from '../../../../platform/attachments/giveOut.ts';
import { attachmentsOf } from '../../../../platform/attachments/store.ts';
import { refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { allows } from '../../../../platform/permissions/ability.ts';
import { isRecipient, type Lock, locked } from '../../../../platform/sealing/age.ts';
import { casesWithIds, caseTable } from '../../../cases/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { type ExportState, exportRecord } from '../../domain/index.ts';
import { forgottenAt } from './exporting.ts';
import { importRoute } from './importRoute.ts';

const exportsRoute = route(contract.listExports, async ({ tx, actor, services, ability }) => {
  const { rows } = await tx.query<{ id: string; done: number | null; total: number | null }>(
    `select r.id, p.done, p.total from record r left join job_progress p on p.city = r.city and p.id = r.id
       where r.city = $1 and r.kind = $2 order by r.id desc limit 200`,
    [actor.city, exportRecord.kind],
  );
  const found = await services.ledger.findMany<ExportState>(
    tx,
    actor.city,
    exportRecord.kind,
    rows.map(({ id }) => id),
  );
  return {
    exports: rows.flatMap(({ id, done, total }) => {
      const state = found.get(id)?.state;
      if (!state || !allows(ability, 'read', exportRecord.kind, { ...exportRecord.facts(state), id, city: actor.city })) return [];
      const { status, at, format, to, because, taken, leftOut } = state;
      const progress = status === 'running' && done !== null ? { done, total } : null;
      const about = { id, status, at, until: forgottenAt(at), format, because, rows: state.rows, taken: taken.length };
      return [{ ...about, ...to, leftOut, progress }];
    }),
  };
});

const leftOutRoute = route(contract.listLeftOut, async ({ tx, actor, params: { id }, services, ability, note }) => {
  const found = await services.ledger.find<ExportState>(tx, actor.city, exportRecord.kind, id);
  const facts = found && { ...exportRecord.facts(found.state), id, city: actor.city };
  if (!found || !allows(ability, 'read', exportRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
  const { left, leftOut } = found.state;
  const rows = await casesWithIds(tx, left);
  await note(
    'cases.case',
    rows.map((row) => row.id),
    `left out of export ${id}`,
  );
  return { total: leftOut, rows: (await caseTable.open(services, tx, rows)).map(({ id, name }) => ({ id, name })) };
});

/** Letters a passphrase must have: a file that has left can be tried upon for ever. */
const passphraseLetters = 14;

const fileRoute = route(contract.takeFile, async ({ tx, actor, params: { id }, body, services, note, reply }) => {
  const { passphrase, recipients = [], plain } = body;
  let lock: Lock | undefined;
  if (passphrase !== undefined) {
    if ([...passphrase.trim()].length < passphraseLetters)
      throw new Refused(refuse('papers.passphrase-short', { letters: passphraseLetters }, ['/passphrase']));
    lock = { passphrase };
  } else if (recipients.length > 0) {
    for (const one of recipients)
      if (!(await isRecipient(one.trim()))) throw new Refused(refuse('papers.no-public-key', {}, ['/recipients']));
    lock = { recipients: recipients.map((one) => one.trim()) };
  } else if (plain === undefined) throw new Refused(refuse('papers.lock-needed'));
  const as = lock ? ('passphrase' in lock ? 'passphrase' : 'recipients') : 'plain';
  // Recorded before the first byte leaves; what is refused here leaves nothing.
  await services.ledger.runAll(tx, actor, [{ kind: exportRecord.kind, id, name: 'take', input: { lock: as } }]);
  const file = (await attachmentsOf(services, tx, actor.city, id)).get(id);
  if (!file) throw new Refused(refuse('papers.export-gone'));
  await note(exportRecord.kind, [id], 'export taken');
  const content = giveOut(reply, file, 'cases');
  const name = `cases-${id.slice(-8)}.${file.ending}${lock ? '.age' : ''}`;
  reply.header('content-disposition', `attachment; filename="${name}"`);
  if (!lock) return content;
  reply.removeHeader('content-length').header('content-type', 'application/octet-stream');
  return await locked(content, lock);
});

/** What exports of cases are listed and taken by. */
export const exportRoutes: readonly AnyRoute[] = [exportsRoute, leftOutRoute, fileRoute, importRoute];
