import type { Static, TSchema } from 'typebox';
import type { Tx } from '../../database/pool.ts';
import type { Change, View } from '../../ledger/view.ts';
import type { Sealing } from '../../sealing/sealing.ts';
import { columnOf, ddlOf, placed, quoted, sent, sqlTypeOf } from './table.ts';

type Schemas = Readonly<Record<string, TSchema>>;

/** A table that has some rows of each record, made from its state alone. */
interface SideTable<State, C extends Schemas> {
  /** Besides the record's id; all in clear. */
  readonly columns: C;
  /** What a row is found by within the city, as written in brackets: `case_id, id`. */
  readonly key: string;
  /** Each as written in brackets; or a whole statement that begins with `create`. */
  readonly indexes?: Readonly<Record<string, string>>;
  rows(change: Change<State>, sealing: Sealing): readonly { readonly [K in keyof C]: Static<C[K]> }[];
}

type Columns = readonly (readonly [column: string, type: string])[];

/** What one table adds to the statement that writes all of them; its first parameter has the number `from`. */
function written(name: string, of: string, keys: readonly string[], columns: Columns, from: number): string {
  const names = columns.map(([column]) => quoted(column)).join(', ');
  const given = columns.map(([, type], i) => `$${from + i}::${placed(type)}[]`).join(', ');
  const typed = columns.map(([column, type]) => `${quoted(column)}::${type}`).join(', ');
  const others = columns.map(([column]) => quoted(column)).filter((column) => !keys.includes(column));
  const list = (prefix: string) => others.map((column) => prefix + column).join(', ');
  // What did not change is not written again.
  const update = `do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${list(`${name}.`)}) is distinct from (${list('excluded.')})`;
  return `${name}_now (${names}) as (select ${typed} from unnest(${given}) n(${names})),
    ${name}_gone as (delete from ${name} old using unnest($2::uuid[]) record(id) where old.city = $1 and old.${quoted(of)} = record.id
      and not exists (select 1 from ${name}_now n where ${keys.map((one) => `n.${one} = old.${one}`).join(' and ')})),
    ${name}_put as (insert into ${name} (city, ${names}) select $1, n.* from ${name}_now n
      on conflict (city, ${keys.join(', ')}) ${others.length > 0 ? update : 'do nothing'})`;
}

/** Tables beside that of a list, each row with the id of its record in the column `of`; one statement writes all of them. */
export const sideTables =
  <State>() =>
  <const Tables extends Readonly<Record<string, Schemas>>>(
    of: string,
    tables: { readonly [Name in keyof Tables]: SideTable<State, Tables[Name]> },
  ): Pick<View, 'ddl' | 'tables' | 'recordIn'> & { apply(tx: Tx, changes: readonly Change<State>[], sealing: Sealing): Promise<void> } => {
    const all = Object.entries<SideTable<State, Schemas>>(tables).map(([name, table]) => ({
      name,
      ...table,
      keys: table.key.split(', ').map(quoted),
      fields: Object.entries(table.columns).map(([field, schema]) => ({ field, column: columnOf(field), ...sqlTypeOf(schema) })),
    }));
    const ddl = all.map(({ name, fields, keys, indexes }) =>
      ddlOf(name, [{ column: of, type: 'uuid', nullable: false }, ...fields], keys.join(', '), indexes),
    );
    const parts: string[] = [];
    let from = 3;
    for (const { name, keys, fields } of all) {
      const columns = [[of, 'uuid'] as const, ...fields.map(({ column, type }) => [column, type] as const)];
      parts.push(written(name, of, keys, columns, from));
      from += columns.length;
    }
    const names = all.map(({ name }) => name);
    return {
      ddl: ddl.join('\n'),
      tables: names,
      recordIn: Object.fromEntries(names.map((name) => [name, of])),
      async apply(tx, changes, sealing) {
        const values = all.flatMap(({ fields, rows }) => {
          const found = changes.flatMap((change) => rows(change, sealing).map((row) => [change.id, row] as const));
          return [found.map(([id]) => id), ...fields.map(({ field, type }) => found.map(([, row]) => sent(type, row[field])))];
        });
        await tx.query(`with ${parts.join(',\n')} select 1`, [tx.city, changes.map(({ id }) => id), ...values], {
          name: `${names[0]}-beside`,
        });
      },
    };
  };
