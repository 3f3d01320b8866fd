import { Type } from 'typebox';
import { giveOut } from '../../../../platform/attachments/giveOut.ts';
import { attachmentsOf } from '../../../../platform/attachments/store.ts';
import { fields, Id, Maybe, refuse } from '../../../../platform/decider/index.ts';
import { type AnyRoute, route } from '../../../../platform/http/area.ts';
import { Refused } from '../../../../platform/ledger/problems.ts';
import { allows } from '../../../../platform/permissions/ability.ts';
import { isRecipient, type Lock, locked } from '../../../../platform/sealing/age.ts';
import { casesWithIds, openCases } from '../../../cases/server/readers.ts';
import { type ExportState, exportRecord } from '../../domain/index.ts';
import { forgottenAt } from './exporting.ts';
import { importRoute } from './importRoute.ts';

const exportsRoute = route({
  method: 'GET',
  path: '/api/papers/exports',
  summary: 'Exports of cases that the reader asked for, the latest first',
  may: ['read', 'papers.export'],
  answer: Type.Object({
    exports: Type.Array(
      Type.Object({
        id: Type.String(),
        status: Type.String(),
        at: Type.String(),
        until: Type.String(),
        format: Type.String(),
        forWhom: Type.String(),
        /** Outside the office: which kind of partner, and which of the directory where one was named. */
        kind: Maybe(Type.String()),
        organisation: Maybe(Type.String()),
        /** Cases that are not in it for want of consent. */
        leftOut: Type.Integer(),
        because: Type.String(),
        rows: Maybe(Type.Integer()),
        taken: Type.Integer(),
        progress: Maybe(Type.Object({ done: Type.Integer(), total: Maybe(Type.Integer()) })),
      }),
    ),
  }),
  async handle({ tx, actor, services, ability }) {
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
  },
});

const leftOutRoute = route({
  method: 'GET',
  path: '/api/papers/exports/{id}/left-out',
  summary: 'Cases that are not in an export, because nobody agreed that they are shared with whom it is for; the first five hundred',
  may: ['read', 'papers.export'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  answer: Type.Object({ total: Type.Integer(), rows: Type.Array(Type.Object({ id: Type.String(), name: Type.String() })) }),
  async handle({ tx, actor, params: { id }, services, ability, note }) {
    const found = await services.ledger.find<ExportState>(tx, actor.city, exportRecord.kind, id);
    const facts = found && { ...exportRecord.facts(found.state), id, city: actor.city };
    if (!found || !allows(ability, 'read', exportRecord.kind, facts!)) throw new Refused(refuse('ledger.not-found'));
    const { left, leftOut } = found.state;
    const rows = await casesWithIds(tx, left);
    await note('cases.case', rows.map((row) => row.id), `left out of export ${id}`); // biome-ignore format: one call
    return { total: leftOut, rows: (await openCases(services, tx, rows)).map(({ id, name }) => ({ id, name })) };
  },
});

/** Letters a passphrase must have: a file that has left can be tried upon for ever. */
const passphraseLetters = 14;

const fileRoute = route({
  method: 'POST',
  path: '/api/papers/export/{id}/file',
  summary: 'The file of an export, locked by age to a passphrase or public keys; in clear only where that is confirmed, which is recorded',
  may: ['take', 'papers.export'],
  shows: 'identity',
  params: Type.Object({ id: Id }),
  body: fields({
    passphrase: Type.Optional(Type.String({ maxLength: 1000 })),
    recipients: Type.Optional(Type.Array(Type.String({ maxLength: 3000 }), { maxItems: 20 })),
    /** The person said twice that the file may leave in clear. */
    plain: Type.Optional(Type.Literal('I take it in clear')),
  }),
  async handle({ tx, actor, params: { id }, body, services, note, reply }) {
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
  },
});

/** What exports of cases are listed and taken by. */
export const exportRoutes: readonly AnyRoute[] = [exportsRoute, leftOutRoute, fileRoute, importRoute];
