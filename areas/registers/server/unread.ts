import { route } from '../../../platform/http/area.ts';
import type { Ledger } from '../../../platform/ledger/ledger.ts';
import * as contract from '../contract/index.ts';
import { type CanonicalField, type EntryState, entryRecord, profileRecord } from '../domain/index.ts';
import { wordPrint } from './views.ts';

/** Words listed at most: the most frequent. */
const most = 200;
const together = 500;

/** What could not be read: counted by keyed hashes; of each word one row is opened, to know it. */
export const unreadRoute = route(contract.readUnread, async ({ tx, actor, services, note }) => {
  const { rows } = await tx.query<{ register: contract.Unread['words'][number]['register']; print: string; rows: number; id: string }>(
    `select e.register, u.print, count(*)::int as rows, (array_agg(e.id order by e.id))[1] as id
       from registers_entry e cross join unnest(e.unread) u(print)
      where e.city = $1 and e.status = 'present' and e.unread <> '{}'
      group by e.register, u.print order by 3 desc, 1, 2`,
    [actor.city],
  );
  const shown = rows.slice(0, most);
  const ids = [...new Set(shown.map(({ id }) => id))];
  const found = await services.ledger.findMany<EntryState>(tx, actor.city, entryRecord.kind, ids);
  const words = shown.flatMap(({ register, print, rows, id }) => {
    const cells = Object.entries(found.get(id)?.state.unread ?? {}) as [CanonicalField, string][];
    const cell = cells.find(([field, word]) => wordPrint(services.sealing, actor.city, field, word) === print);
    return cell ? [{ register, field: cell[0], word: cell[1], rows }] : [];
  });
  await note(entryRecord.kind, ids, 'unread cells');
  return { words, more: rows.length - shown.length };
});

/** Every row in which a word stands is mended under the name of who said what it means; saved ways to read files of the register learn it. */
export const mendRoute = route(
  contract.mendUnread,
  async ({ actor, body: { register, field, word, value }, services }) => {
    const { ledger, sealing } = services;
    const print = wordPrint(sealing, actor.city, field, word);
    const { rows: ids } = await ledger.transaction(actor.city, (tx) =>
      tx.query<{ id: string }>(
        "select id from registers_entry where city = $1 and register = $2 and unread <> '{}' and unread @> array[$3] order by id",
        [actor.city, register, print],
      ),
    );
    for (let from = 0; from < ids.length; from += together) {
      const batch = ids.slice(from, from + together).map(({ id }) => id);
      await ledger.transaction(actor.city, async (tx) => {
        const states = await ledger.findMany<EntryState>(tx, actor.city, entryRecord.kind, batch);
        const requests = batch.flatMap((id) => {
          // As this row has it: another capital or blank is the same word.
          const cell = states.get(id)?.state.unread?.[field];
          return cell === undefined ? [] : [{ kind: entryRecord.kind, id, name: 'mend', input: { field, word: cell, value } }];
        });
        await ledger.runAll(tx, actor, requests);
      });
    }
    await teach(ledger, actor, register, { field, word, value });
    return { rows: ids.length };
  },
  { transaction: false },
);

async function teach(
  ledger: Ledger,
  actor: Parameters<Ledger['runAll']>[1],
  register: string,
  word: { field: CanonicalField; word: string; value: string },
): Promise<void> {
  await ledger.transaction(actor.city, async (tx) => {
    const { rows } = await tx.query<{ id: string }>('select id from registers_profile where city = $1 and register = $2 and not removed', [
      actor.city,
      register,
    ]);
    await ledger.runAll(
      tx,
      actor,
      rows.map(({ id }) => ({ kind: profileRecord.kind, id, name: 'learn', input: { words: [word] } })),
    );
  });
}
