import type { Tx } from '../../../platform/database/pool.ts';
import { route } from '../../../platform/http/area.ts';
import * as contract from '../contract/index.ts';

/** Readings that one answer looks at. The hour that they end in is left to the next answer, so that no visit is divided. */
const most = 1000;

interface Reading {
  readonly sequence: number;
  readonly at: string;
  readonly hour: string;
  readonly actor: string;
  readonly kind: string;
  readonly record: string | null;
  readonly records: number;
  readonly why: string;
}

export const readingsRoute = route(contract.listReadings, async ({ tx, actor, body }) => {
  const { before, records, from, to } = body;
  const given: unknown[] = [actor.city];
  const bound = (value: unknown) => `$${given.push(value)}`;
  // Only what is asked stands in the statement: PostgreSQL then finds the readings by an index, however many there are.
  const days = await daysOf(tx, from, to);
  const conditions = [
    before && `(r.at, r.sequence) < (${bound(before.at)}::timestamptz, ${bound(before.sequence)}::bigint)`,
    body.actor && `r.actor = ${bound(body.actor)}`,
    from && `r.at >= ${bound(days.begins)}::timestamptz`,
    to && `r.at < ${bound(days.ends)}::timestamptz`,
  ].filter((one) => typeof one === 'string');
  const some = records ? `olle_readings_of(${bound(records)}::uuid[]) f join read_log r on r.sequence = f.reading` : 'read_log r';
  const { rows } = await tx.query<Reading>(
    `select r.sequence, to_char(r.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
            to_char(r.at at time zone (select time_zone from city where number = $1), 'YYYY-MM-DD HH24') as hour, r.actor, r.kind,
            case when cardinality(r.ids) = 1 then r.ids[1] end as record, cardinality(r.ids) as records, r.why
       from ${some} where ${['r.city = $1', ...conditions].join(' and ')}
      order by r.at desc, r.sequence desc limit ${most + 1}`,
    given,
  );
  const whole = rows.length <= most ? rows.length : rows.findLastIndex(({ hour }) => hour !== rows.at(-1)!.hour) + 1;
  // Where a single hour has more of them than one answer, its visits are divided rather than left out.
  const shown = rows.slice(0, whole > 0 ? whole : most);
  const last = shown.at(-1);
  return { visits: visitsOf(shown), next: last && shown.length < rows.length ? { at: last.at, sequence: last.sequence } : null };
});

/** When a day of the city begins, and when another one ends. */
async function daysOf(tx: Tx, from: string | undefined, to: string | undefined): Promise<{ begins: string | null; ends: string | null }> {
  const { rows } = await tx.query<{ begins: string | null; ends: string | null }>(
    `select ($2::date::timestamp at time zone time_zone)::text as begins, (($3::date + 1)::timestamp at time zone time_zone)::text as ends
       from city where number = $1`,
    [tx.city, from ?? null, to ?? null],
  );
  return rows[0]!;
}

/** One user, one record (or one list of several), one hour. */
function visitsOf(readings: readonly Reading[]) {
  const groups = Map.groupBy(readings, ({ actor, hour, record, why }) => `${actor} ${hour} ${record ?? why}`);
  return [...groups.values()].map((lines) => {
    const { sequence, actor, kind, record, at } = lines[0]!;
    return {
      id: sequence,
      actor,
      kind,
      record,
      whys: [...new Set(lines.map(({ why }) => why))],
      from: lines.at(-1)!.at,
      to: at,
      lines: lines.map((line) => ({ sequence: line.sequence, at: line.at, why: line.why, records: line.records })),
    };
  });
}
