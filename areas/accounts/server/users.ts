import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../../../platform/database/pool.ts';
import { type Actor, type Role, refuse } from '../../../platform/decider/index.ts';
import type { Services } from '../../../platform/http/area.ts';
import { systemActor, theOne } from '../../../platform/ledger/ledger.ts';
import { Refused } from '../../../platform/ledger/problems.ts';
import { type CityState, cityRecord, userRecord } from '../domain/index.ts';
import { hashPassword } from './passwords.ts';
import { loginOf } from './sessions.ts';

export interface NewUser {
  readonly userName: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** The partner organisation of a partner's user. */
  readonly organisation?: string | undefined;
}

/**
 * Takes in a user with a password, in the caller's transaction. Returns the user's id. Throws `Refused` where the user name is taken.
 * `mustChange`: the password was chosen by somebody else and opens nothing but the page to change it.
 */
export async function createUser(
  services: Services,
  tx: Tx,
  actor: Actor,
  user: NewUser,
  password: string,
  { mustChange = false }: { mustChange?: boolean } = {},
): Promise<string> {
  const id = uuidv7();
  const hash = await hashPassword(password);
  const login = loginOf(services, user.userName);
  const taken = await tx.query(
    'insert into credential (login, city, user_id, hash, changed_at, must_change) values ($1, $2, $3, $4, $5, $6) on conflict (login) do nothing',
    [login, actor.city, id, hash, services.clock(), mustChange],
  );
  if (taken.rowCount === 0) throw new Refused(refuse('accounts.user-name-taken', {}, ['/userName']));
  const { organisation, ...rest } = user;
  const input = { ...rest, roles: [...user.roles], ...(organisation ? { organisation } : {}) };
  await services.ledger.runAll(tx, actor, [{ kind: userRecord.kind, id, name: 'add', input }]);
  return id;
}

/** Founds the first city with its first administrator. Throws `Refused` where there is a city already. */
export async function foundCity(
  services: Services,
  city: Omit<CityState, 'wards'> & Partial<CityState>,
  administrator: NewUser,
  password: string,
): Promise<string> {
  try {
    return await services.ledger.transaction(1, async (tx) => {
      await tx.query('select olle_found_first_city($1, $2, $3, $4)', [uuidv7(), city.name, city.country, city.timeZone]);
      const id = services.sealing.idFor(1, cityRecord.kind, theOne);
      await services.ledger.runAll(tx, systemActor(1), [{ kind: cityRecord.kind, id, name: 'describe', input: { wards: [], ...city } }]);
      return await createUser(services, tx, systemActor(1), administrator, password);
    });
  } catch (error) {
    if ((error as { constraint?: string }).constraint === 'city_pkey') throw new Refused(refuse('accounts.already-set-up'));
    throw error;
  }
}
