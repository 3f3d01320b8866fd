import { fieldOf, fields, notHeld, valueSaid } from './standard.ts';

/** A case as a file of the standard tells it, in the words of the commands that open it here. */
export interface ReadCase {
  readonly name: string;
  /** ISO date, or a part of one. */
  readonly born: string | null;
  readonly concern: string;
  /** The file's own comments, and what it says for which a case has no field: nothing of it is lost. */
  readonly notes: readonly string[];
  /** What the sender says of a victim, found or possible: it decides nothing here, and must not be overlooked. Null where they say nothing, or no. */
  readonly victim: string | null;
  /** Fields that became a note. */
  readonly noted: readonly string[];
  /** Columns that are none of the standard's. */
  readonly unknown: readonly string[];
  readonly faults: readonly ('no-name' | 'no-such-date')[];
}

const isDate = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
/** Fields that have a place of their own when a case is opened. */
const placed = new Set([
  'prs_FirstName',
  'prs_MiddleName',
  'prs_SecondName',
  'prs_Birthdate',
  'cas_IncomingReferralDetails',
  'cco_CaseComment',
]);
/** Said of the sender alone, or by every file: no note for each case. */
const passedOver = new Set(['org_ShippingCity', 'org_ShippingCountry', 'org_Type', 'cas_Status']);
const text = (value: unknown): string =>
  Array.isArray(value) ? value.join(', ') : value === true ? 'yes' : value === false ? 'no' : String(value ?? '');
const longest = 9000;

/**
 * A row of the standard: an object of its fields (as its form names them too), or a case of a file that Olle wrote. What other
 * organisations decided or were allowed is noted and decides nothing here: consent and identification are recorded anew.
 */
export function fromHtcds(row: Readonly<Record<string, unknown>>): ReadCase {
  const nested = row['fields'];
  const single = (typeof nested === 'object' && nested !== null ? nested : row) as Readonly<Record<string, unknown>>;
  const told = new Map<string, string>();
  const unknown: string[] = [];
  for (const [column, raw] of Object.entries(single)) {
    const field = fieldOf(column);
    if (!field) {
      if (!/^(start|end|__version__|_.*|meta(\/.*)?|formhub\/uuid|comments|supportPlans|events)$/.test(column) && text(raw).trim() !== '')
        unknown.push(column);
      continue;
    }
    const value = valueSaid(field, raw);
    if (value !== undefined) told.set(field, text(value));
  }
  const listOf = (key: string) => (Array.isArray(row[key]) ? (row[key] as Readonly<Record<string, unknown>>[]) : []);
  const comments = [...listOf('comments').map((one) => text(one['cco_CaseComment'])), told.get('cco_CaseComment') ?? ''].filter(
    (one) => one.trim() !== '',
  );
  const plans = [...listOf('supportPlans'), ...listOf('events')].map((plan) =>
    Object.entries(plan)
      .map(([field, value]) => `${fields.get(field)?.label ?? field}: ${text(value)}`)
      .join('\n'),
  );
  const name = ['prs_FirstName', 'prs_MiddleName', 'prs_SecondName']
    .flatMap((field) => told.get(field) ?? [])
    .join(' ')
    .trim();
  const birth = told.get('prs_Birthdate') ?? null;
  const born = birth !== null && isDate.test(birth) ? birth : null;
  const noted = [...told.keys()].filter((field) => !placed.has(field) && !passedOver.has(field));
  const rest = noted.map((field) => `${fields.get(field)!.label} (${field}): ${told.get(field)}`);
  // On what it rests that the case was sent: a file that Olle wrote says so beside the fields.
  const restsOn = text(row['restsOn']);
  if (restsOn !== '') rest.push(`Rests on: ${restsOn}`);
  const said = (field: string) => told.get(field) ?? [];
  const status = told.get('vic_TraffickingStatus');
  const isVictim = status !== undefined && status !== 'NotAVictimOfTrafficking';
  return {
    name: name.slice(0, 200),
    born,
    concern: (told.get('cas_IncomingReferralDetails') ?? '').slice(0, longest),
    notes: [...comments, ...plans, ...(rest.length > 0 ? [rest.join('\n')] : [])].map((one) => one.slice(0, longest)),
    victim: isVictim ? [status, said('vic_TraffickingStatusDecisionMakingOrg'), said('vic_TypeOfExploitation')].flat().join(' · ') : null,
    noted,
    unknown,
    faults: [...(name === '' ? (['no-name'] as const) : []), ...(birth !== null && born === null ? (['no-such-date'] as const) : [])],
  };
}

/** Every field that is not held, for who asks before sending a file. */
export const fieldsNotHeld: readonly string[] = Object.values(notHeld).flat();
