import { existsSync } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { fields, Id, IsoDate, oneOf } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import type { JobDefinition } from '../../../platform/jobs/job.ts';
import { beginErasing, erase } from '../../../platform/ledger/erase.ts';
import { systemActor } from '../../../platform/ledger/ledger.ts';
import { erasureRecord, grounds } from '../domain/index.ts';

const Line = fields({
  city: Type.Integer({ minimum: 1 }),
  erasure: Id,
  person: Id,
  ground: oneOf(...grounds),
  on: IsoDate,
  subjects: Type.Array(Id),
});
const line = Compile(Line);
/** An erasure as the list keeps it: ids alone, which tell nobody anything without the database. */
export type Erased = Type.Static<typeof Line>;

/** Reads a list of erasures. Throws, naming the line, where it is not one, and where there is no such file; nothing is taken of it then. */
export async function readErasedList(file: string): Promise<Erased[]> {
  if (!existsSync(file)) throw new Error(`There is no file ${file}. The list is called erased.jsonl and lies in the data folder.`);
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((text, i) => {
    if (text.trim() === '') return [];
    let read: unknown;
    try {
      read = JSON.parse(text);
    } catch {
      read = undefined;
    }
    if (!line.Check(read)) throw new Error(`Line ${i + 1} of ${file} is not an erasure as Olle writes it. Take a whole copy of the list.`);
    return [read as Erased];
  });
}

/** Adds to the list what the database has and the list has not; what the list has stays, whatever the database says. */
async function keepList(services: Services, city: number): Promise<void> {
  const file = services.erasedList;
  if (!file) return;
  const known = new Set(existsSync(file) ? (await readErasedList(file)).map(({ erasure }) => erasure) : []);
  const { rows } = await services.ledger.transaction(city, (tx) =>
    tx.query<Erased>(
      `select city, id as erasure, person, ground, settled_on::text as on, subjects from protection_erasure where city = $1 and status = 'erased' order by id`,
      [city],
    ),
  );
  const missing = rows.filter(({ erasure }) => !known.has(erasure));
  if (missing.length === 0) return;
  const handle = await open(file, 'a', 0o600);
  try {
    await handle.write(missing.map((row) => `${JSON.stringify(row)}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Queued with each erasure: the list must outlive the database. */
export const keepListJob: JobDefinition = {
  name: 'protection.keep-list',
  run: ({ city }, services) => keepList(services, city),
};

/**
 * Makes erasures again that the database does not know of: after a restore from a copy older than they are. Safe to repeat. Returns how many
 * were made, and how many records became unreadable.
 */
export async function eraseAgain(services: Services, list: readonly Erased[]): Promise<{ made: number; records: number }> {
  const { ledger, clock } = services;
  let [made, records] = [0, 0];
  for (const { city, erasure: id, person, ground, on, subjects } of list) {
    const gone = await ledger.transaction(city, async (tx) => {
      await beginErasing(tx);
      // A copy older than the city itself holds nobody of it.
      const { rows } = await tx.query(
        `select 1 from city where number = $1
         and not exists (select 1 from protection_erasure where city = $1 and id = $2 and status = 'erased')`,
        [city, id],
      );
      if (rows.length === 0) return undefined;
      const erased = await erase(tx, ledger, subjects, clock().toISOString());
      const input = { person, ground, erasedOn: on, subjects, records: erased };
      await ledger.runAll(tx, systemActor(city), [{ kind: erasureRecord.kind, id, name: 'repeat', input }]);
      return erased;
    });
    if (gone === undefined) continue;
    made += 1;
    records += gone;
  }
  return { made, records };
}

/** At start, before anybody is served: what the list beside the database has is erased there too. */
export async function followErasedList(services: Services): Promise<void> {
  if (!services.erasedList || !existsSync(services.erasedList)) return;
  const { made, records } = await eraseAgain(services, await readErasedList(services.erasedList));
  if (made > 0) services.log('erased again', { erasures: made, records });
}
