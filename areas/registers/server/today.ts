import { daysBetween } from '../../../platform/decider/index.ts';
import { type PlainLine, plainPart, type TodayCall } from '../../../platform/http/waiting.ts';
import type { ImportState } from '../domain/index.ts';

/** Days after which a register is asked for anew: children are born, move and leave school meanwhile. */
const freshDays = 180;

interface Last {
  readonly id: string;
  readonly register: string;
  readonly status: ImportState['status'];
  readonly day: string;
  readonly counts: ImportState['counts'];
}

/** Days for which is said that an import was undone, unless another file of the register is brought before. */
const undoneDays = 14;

/** Imports that were undone lately, where they were the last of their register. */
async function lastUndone(tx: TodayCall['tx'], today: string): Promise<readonly Pick<Last, 'id' | 'register'>[]> {
  const { rows } = await tx.query<Pick<Last, 'id' | 'register' | 'status'> & { until: string | null }>(
    `select distinct on (register) id, register, status, (undone_at::timestamptz::date + $2::integer)::text as until from registers_import
     where city = $1 order by register, started_at desc, id desc`,
    [tx.city, undoneDays],
  );
  return rows.filter(({ status, until }) => status === 'undone' && until !== null && until >= today);
}

/** The last import of each register, where it runs, failed, left rows to correct, or is old. */
export async function registersToday({ tx, today, say, may }: TodayCall) {
  if (!may('read', 'registers.import')) return undefined;
  const { rows } = await tx.query<Last>(
    `select distinct on (register) id, register, status, started_at::date::text as day, counts from registers_import
     where city = $1 and status <> 'undone' order by register, started_at desc, id desc`,
    [tx.city],
  );
  const mayImport = may('start', 'registers.import');
  const undone = mayImport ? await lastUndone(tx, today) : [];
  const toBring = undone.map(({ id, register }): PlainLine => {
    const line = { id: `registers.undone.${register}`, kind: 'import', who: say(`registers:register.${register}`), due: null };
    return {
      ...{ ...line, band: 'today', rank: 5, what: say('registers:today.undone') },
      ...{ act: say('registers:today.act.look'), to: `/registers/imports/${id}` },
    };
  });
  if (rows.length === 0) {
    if (!mayImport) return undefined;
    const line = { who: say('registers:nav'), what: say('registers:today.none'), act: say('registers:today.act.import') };
    return plainPart([
      ...toBring,
      { id: 'registers.none', kind: 'import', band: 'now', rank: 5, due: null, to: '/registers/import', ...line },
    ]);
  }
  const unread = may('mend', 'registers.entry')
    ? await tx.query<{ register: string; n: number }>(
        "select register, count(*)::int as n from registers_entry where city = $1 and status = 'present' and unread <> '{}' group by register",
        [tx.city],
      )
    : { rows: [] };
  const toMend = unread.rows.map(
    ({ register, n }): PlainLine => ({
      ...{
        id: `registers.unread.${register}`,
        kind: 'import',
        who: say(`registers:register.${register}`),
        due: null,
        band: 'week',
        rank: 5,
      },
      ...{ what: say('registers:today.unread', { count: n, n }), act: say('registers:today.act.look'), to: '/registers/unread' },
    }),
  );
  return plainPart([
    ...toBring,
    ...toMend,
    ...rows.flatMap((row): PlainLine[] => {
      const { id, register, status, day, counts } = row;
      const line = { id: `registers.${register}`, kind: 'import', who: say(`registers:register.${register}`), due: null };
      const of = (what: string, count: number, act: string, rank: number): PlainLine => ({
        ...{ ...line, band: 'today', rank, what: say(`registers:today.${what}`, { count, n: count }) },
        ...{ act: say(`registers:today.act.${act}`), to: `/registers/imports/${id}` },
      });
      if (status === 'undoing') return [of('undoing', 0, 'look', 5)];
      if (status === 'running' || status === 'stopping') return [of('running', 0, 'look', 5)];
      if (mayImport && status === 'failed') return [of('failed', 0, 'look', 3)];
      if (mayImport && counts.setAside > 0) return [of('aside', counts.setAside, 'correct', 5)];
      const months = Math.floor(daysBetween(day, today) / 30);
      return daysBetween(day, today) > freshDays ? [{ ...of('old', months, mayImport ? 'import' : 'look', 6), band: 'week' }] : [];
    }),
  ]);
}
