import { listColumns, usualColumns } from '../../domain/index.ts';
import type { Shown } from './answers.ts';

/**
 * What stands in the address of the list: codes, days and numbers; nothing that identifies a child or that somebody typed. `view` alone is
 * a view as it is kept, `from` one that was changed since.
 */
export type Address = Readonly<Record<string, string | number>>;

export const which = {
  open: {},
  mine: { mine: true },
  overdue: { overdue: true },
  unassigned: { unassigned: true },
  flagged: { flagged: true },
  closed: { status: 'closed' },
} as const;
export type Which = keyof typeof which;

const numbers: ReadonlySet<string> = new Set(['ageFrom', 'ageTo', 'notSeenDays']);
const direct = [
  ...['ward', 'worker', 'source', 'trafficking', 'referral', 'lack', 'late', 'task', 'phase', 'lives', 'person', 'household'],
  ...['openedFrom', 'openedUntil', 'closedFrom', 'closedUntil'],
  ...numbers,
];

/** Which of the lists is shown: of a narrowing, the first that it is. */
export const whichOf = ({ narrowing: { status, mine, overdue, unassigned, flagged } }: Pick<Shown, 'narrowing'>): Which =>
  status === 'closed' ? 'closed' : mine ? 'mine' : overdue ? 'overdue' : unassigned ? 'unassigned' : flagged ? 'flagged' : 'open';

/** What an address asks for; what is not known in it is left out. */
export function shownOf(address: Address): Shown {
  const { which: chosen, risk, consent, sort, columns } = address;
  const given = direct.flatMap((key) => {
    const value = address[key];
    return value === undefined || value === '' ? [] : [[key, numbers.has(key) ? Number(value) : String(value)] as const];
  });
  const known: readonly string[] = listColumns;
  return {
    narrowing: {
      ...(which[String(chosen) as Which] ?? {}),
      ...(risk ? { riskLevel: String(risk) } : {}),
      ...(consent ? { consent: consent === 'with' } : {}),
      ...Object.fromEntries(given),
    },
    sort: sort === 'opened' ? 'opened' : 'due',
    columns: columns
      ? String(columns)
          .split(',')
          .filter((one) => known.includes(one))
      : usualColumns,
  };
}

/** The address that asks for it. */
export function addressOf(shown: Shown): Address {
  const { narrowing, sort, columns } = shown;
  const chosen = whichOf(shown);
  const { riskLevel, consent } = narrowing;
  const given = direct.flatMap((key) => (narrowing[key] === undefined ? [] : [[key, narrowing[key] as string | number] as const]));
  return {
    ...(chosen === 'open' ? {} : { which: chosen }),
    ...(riskLevel === undefined ? {} : { risk: String(riskLevel) }),
    ...(consent === undefined ? {} : { consent: consent ? 'with' : 'without' }),
    ...Object.fromEntries(given),
    ...(sort === 'opened' ? { sort } : {}),
    ...(columns.join() === usualColumns.join() ? {} : { columns: columns.join() }),
  };
}

/** What is narrowed besides which of the lists it is. */
export const isNarrowed = ({ narrowing }: Shown): boolean => Object.keys(narrowing).some((key) => !(key in which[whichOf({ narrowing })]));
