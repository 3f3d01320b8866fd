import pg from 'pg';

/** Runs `work` on one connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 20_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A fixed number that all Olles agree on, for the lock that keeps two from preparing one server at once. */
const preparing = 7_033_110;

/**
 * Makes sure of the server's role `olle_app`, and gives the address it connects by. With a password the role signs in by itself
 * (our own cluster); without, the owner's login takes the role on (a server given by DATABASE_URL).
 * Throws, saying what to do, where the owner may not make roles.
 */
export async function ensureRoles(ownerUrl: string, appPassword: string | undefined): Promise<string> {
  await withClient(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [preparing]);
    try {
      const { rows } = await client.query("select 1 from pg_roles where rolname = 'olle_app'");
      if (rows.length === 0) await client.query('create role olle_app nologin');
      if (appPassword !== undefined) await client.query(`alter role olle_app login password ${pg.escapeLiteral(appPassword)}`);
      else {
        const member = await client.query("select pg_has_role(current_user, 'olle_app', 'member') as yes");
        if (!member.rows[0].yes) await client.query('grant olle_app to current_user');
      }
    } catch (error) {
      if ((error as { code?: string }).code !== '42501') throw error;
      throw new Error(
        'The user of DATABASE_URL may not make the role "olle_app". Let the administrator of that PostgreSQL run: CREATE ROLE olle_app NOLOGIN; GRANT olle_app TO <that user>; then start again.',
      );
    } finally {
      await client.query('select pg_advisory_unlock($1)', [preparing]);
    }
  });
  const url = new URL(ownerUrl);
  if (appPassword !== undefined) {
    url.username = 'olle_app';
    url.password = appPassword;
  } else url.searchParams.set('options', `${url.searchParams.get('options') ?? ''} -c role=olle_app`.trim());
  return url.href;
}
