import type { Tx } from '../../../platform/database/pool.ts';
import type { GrantChange, Role } from '../../../platform/decider/index.ts';
import { heldOn, type RolesHeld, type Ward } from '../domain/index.ts';

/** The city's own list of wards; empty where it has none. */
export async function wardsListed(tx: Tx): Promise<readonly Ward[]> {
  const { rows } = await tx.query<{ wards: Ward[] }>('select wards from accounts_city where city = $1', [tx.city]);
  return rows[0]?.wards ?? [];
}

/** The city's list of wards as one short text. */
export async function wardsFingerprint(tx: Tx): Promise<string> {
  const { rows } = await tx.query<{ fingerprint: string }>(
    'select coalesce(bit_xor(hashtextextended(wards::text, 0)), 0)::text as fingerprint from accounts_city where city = $1',
    [tx.city],
  );
  return rows[0]!.fingerprint;
}

export interface Workplace {
  readonly id: string;
  readonly languages: readonly string[];
  readonly wards: readonly string[];
}
/** Who takes cases on a day, and where and in which languages: users with the role of a case worker. */
export async function caseWorkers(tx: Tx, day: string): Promise<readonly Workplace[]> {
  const { rows } = await tx.query<Workplace & RolesHeld>(
    'select id, roles, terms, languages, wards from accounts_user where city = $1 and active order by id',
    [tx.city],
  );
  return rows
    .filter(({ terms = [], roles }) => heldOn({ roles, terms }, day).roles.includes('case-worker'))
    .map(({ id, languages, wards }) => ({ id, languages, wards }));
}

interface ActiveUser {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly grantChanges: readonly GrantChange[];
}

/** Users who may sign in, with the roles they hold on a day and what the city changed in who may do what; one of them, where they are named. */
export async function activeUsers(tx: Tx, day: string, id: string | null = null): Promise<readonly ActiveUser[]> {
  const { rows } = await tx.query<ActiveUser & RolesHeld>(
    `select id, roles, terms, (select grant_changes from city where number = $1) as "grantChanges"
     from accounts_user where city = $1 and active and ($2::uuid is null or id = $2)`,
    [tx.city, id],
  );
  return rows.map(({ terms = [], ...user }) => ({ ...user, roles: heldOn({ ...user, terms }, day).roles }));
}
