import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import type { ChildState } from '../domain/index.ts';

export const cardBinding = (city: number, id: string) => `risks_child|${city}|${id}`;

const children: View = {
  name: 'risks.children',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
  tables: ['risks_child'],
  kinds: ['risks.child'],
  revision: 1,
  async apply(tx, changes) {
    const { city } = changes[0]!;
    const states = changes.map((change) => change.state as ChildState);
    await tx.query(
      `insert into risks_child (city, id, person, ward, birth_year, reasons, score, found_on, status, worker, due_on, card)
       select $1, id, person, ward, birth_year, string_to_array(reasons, ','), score, found_on, status, worker, due_on, card
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::text[], $7::integer[], $8::date[], $9::text[], $10::uuid[], $11::date[], $12::bytea[])
         c(id, person, ward, birth_year, reasons, score, found_on, status, worker, due_on, card)
       on conflict (city, id) do update set ward = excluded.ward, birth_year = excluded.birth_year, reasons = excluded.reasons, score = excluded.score, found_on = excluded.found_on,
         status = excluded.status, worker = excluded.worker, due_on = excluded.due_on, card = excluded.card`,
      [
        city,
        changes.map(({ id }) => id),
        states.map((s) => s.person),
        states.map((s) => s.ward),
        states.map((s) => s.birthYear),
        states.map((s) => s.reasons.map(({ rule }) => rule).join(',')),
        states.map((s) => s.reasons.reduce((sum, { weight }) => sum + weight, 0)),
        states.map((s) => s.foundOn),
        states.map((s) => s.status),
        states.map((s) => s.worker),
        states.map((s) => s.dueOn),
        changes.map(({ key, id }, i) => sealJson(key, { name: states[i]!.name }, cardBinding(city, id))),
      ],
      { name: 'risks-children' },
    );
  },
};

export const views: readonly View[] = [children];
