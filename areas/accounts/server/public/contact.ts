import type { Services } from '../../../../platform/http/area.ts';
import type { View } from '../../../../platform/ledger/view.ts';
import type { ContactState } from '../../domain/index.ts';

export const contacts: View = {
  name: 'accounts.contacts',
  ddl: `create table accounts_contact (city integer not null, id uuid not null, address text not null, contact jsonb not null, primary key (city, id));
create unique index accounts_contact_address on accounts_contact (address);
create unique index accounts_contact_one on accounts_contact (city);`,
  tables: ['accounts_contact'],
  kinds: ['accounts.contact'],
  refusals: { accounts_contact_address: 'accounts.address-taken' },
  revision: 1,
  async apply(tx, changes) {
    for (const { city, id, state } of changes) {
      const contact = state as ContactState;
      await tx.query(
        'insert into accounts_contact values ($1, $2, $3, $4) on conflict (city, id) do update set address = excluded.address, contact = excluded.contact',
        [city, id, contact.address, JSON.stringify(contact)],
      );
    }
  },
};

/** What the city at an address tells the public; undefined where no city has the address, or its page is closed. */
export async function publicContact(services: Services, address: string): Promise<({ readonly city: string } & ContactState) | undefined> {
  const cities = await services.pool.query<{ number: number; name: string }>('select number, name from city order by number');
  for (const { number, name } of cities.rows) {
    const [row] = await services.ledger.transaction(
      number,
      async (tx) =>
        (
          await tx.query<{ contact: ContactState }>('select contact from accounts_contact where city = $1 and address = $2', [
            number,
            address,
          ])
        ).rows,
    );
    if (row) return row.contact.open ? { city: name, ...row.contact } : undefined;
  }
  return undefined;
}
