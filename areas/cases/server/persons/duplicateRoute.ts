import { nameSimilarity } from '@olle/names';
import { sql } from 'kysely';
import type { Tx } from '../../../../platform/database/pool.ts';
import type { Born } from '../../../../platform/decider/index.ts';
import { route } from '../../../../platform/http/area.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import { allowsSome } from '../../../../platform/permissions/ability.ts';
import type { Sealing } from '../../../../platform/sealing/sealing.ts';
import { present } from '../../../people/server/readers.ts';
import * as contract from '../../contract/index.ts';
import { caseTable } from '../list/caseList.ts';
import { concernTable } from '../list/concernList.ts';
import { tokensOf } from '../tokens.ts';

const yearOf = ({ first }: Born) => Number(first.slice(0, 4));

/** How alike two names must be, from 0 to 1, to be shown as perhaps one child's. */
export const alike = 0.82;
/** Years that two guesses of one child's birth may lie apart. */
const yearsApart = 2;
/** Files looked at for one name; more shown would help nobody. */
const candidates = 200;
const shownAtMost = 20;

/** Files found by a name: those that share at least two of its words; one where the name, or the file, has but one. */
async function filesNamed(tx: Tx, sealing: Sealing, city: number, name: string): Promise<string[]> {
  const tokens = tokensOf(sealing, city, name);
  if (tokens.length === 0) return [];
  const { rows } = await tx.query<{ id: string }>(
    `select t.id from cases_token t where t.city = $1 and t.token = any($2) and t.whole group by t.id
     having count(*) >= least($3, (select count(*) from cases_token o where o.city = $1 and o.id = t.id and o.whole)) order by count(*) desc, t.id limit $4`,
    [city, tokens, Math.min(2, tokens.length), candidates],
  );
  return rows.map(({ id }) => id);
}

export const duplicateRoute = route(contract.findDuplicates, async ({ tx, actor: { city }, ability, body, services, note, where }) => {
  const ids = body.name ? await filesNamed(tx, services.sealing, city, body.name) : [];
  const found = (alias: string) =>
    sql<boolean>`${sql.ref(`${alias}.city`)} = ${city} and (${sql.ref(`${alias}.person`)} = ${body.person ?? null}::uuid or ${sql.ref(`${alias}.id`)} = any(${ids}::uuid[]))`;
  const cases = await tx.run<StoredRow & { readable: boolean }>(
    sql`select c.*, ${where('read', 'cases.case', 'c')} as readable from cases_case c where ${found('c')}`,
  );
  // A concern that was taken up is known by its case.
  const concerns = await tx.run<StoredRow & { readable: boolean }>(
    sql`select k.*, ${where('read', 'cases.concern', 'k')} as readable from cases_concern k where k.status <> 'accepted' and ${found('k')}`,
  );
  const opensCases = allowsSome(ability, 'open', 'cases.case');
  const readable = new Set([...cases, ...concerns].filter((row) => row.readable).map(({ id }) => id));
  const files = [
    ...(await caseTable.open(services, tx, cases)).map((one) => ({ ...one, kind: 'case' as const })),
    ...(await concernTable.open(services, tx, concerns)).map((one) => ({ ...one, kind: 'concern' as const, openedOn: one.raisedOn })),
  ];
  // A person whose rows went to another one is told apart from nobody.
  const persons = files.flatMap(({ person }) => person ?? []);
  const known = await present(tx, persons);
  const rows = files
    .flatMap((file) => {
      if (file.id === body.except) return [];
      // Whoever may open no case makes no second one, and learns nothing of those that there are.
      if (!opensCases && !readable.has(file.id)) return [];
      const byPerson = body.person !== undefined && file.person === body.person;
      // Two persons who were told apart are two children, whatever they are called.
      if (!byPerson && body.person && file.person && known.has(file.person)) return [];
      if (!byPerson && body.born && file.born && Math.abs(yearOf(body.born) - yearOf(file.born)) > yearsApart) return [];
      const likeness = byPerson ? 1 : nameSimilarity(file.name, body.name ?? '');
      return likeness >= alike ? [{ file, likeness, why: byPerson ? ('person' as const) : ('name' as const) }] : [];
    })
    .sort((a, b) => Number(b.file.status === 'open') - Number(a.file.status === 'open') || b.likeness - a.likeness)
    .slice(0, shownAtMost)
    // That there is a file must be known to whoever would make a second; whose it is, only to its readers.
    .map(({ file, why }) => {
      const isReadable = readable.has(file.id);
      return { ...file, name: isReadable ? file.name : null, why, readable: isReadable };
    });
  for (const kind of ['case', 'concern'])
    await note(
      `cases.${kind}`,
      rows.filter((row) => row.kind === kind).map(({ id }) => id),
      'search for a file of the same child',
    );
  return { rows };
});
