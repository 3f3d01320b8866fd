import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import { sealJson } from '../../../platform/sealing/sealing.ts';
import type { ChildState, HoldState } from '../domain/index.ts';

const [childDdl, heldDdl] = readFileSync(new URL('./views.sql', import.meta.url), 'utf8').split('-- next view') as [string, string];

export const cardBinding = (city: number, id: string) => `risks_child|${city}|${id}`;

const isListed = ({ reasons, status }: ChildState) => reasons.length > 0 && status !== 'not-at-risk';
const rankOf = ({ reasons }: ChildState) => -reasons.reduce((sum, { weight }) => sum + weight, 0);

const children: View = {
  name: 'risks.children',
  ddl: childDdl,
  tables: ['risks_child', 'risks_reason'],
  recordIn: { risks_reason: 'child' },
  kinds: ['risks.child'],
  revision: 2,
  async apply(tx, changes) {
    const { city } = changes[0]!;
    const ids = changes.map(({ id }) => id);
    const states = changes.map((change) => change.state as ChildState);
    await tx.query(
      `insert into risks_child (city, id, person, ward, birth_year, reasons, rank, found_on, status, listed, worker, due_on, card)
       select $1, id, person, ward, birth_year, string_to_array(reasons, ','), rank, found_on, status, listed, worker, due_on, card
       from unnest($2::uuid[], $3::uuid[], $4::text[], $5::integer[], $6::text[], $7::integer[], $8::date[], $9::text[], $10::boolean[], $11::uuid[], $12::date[], $13::bytea[])
         c(id, person, ward, birth_year, reasons, rank, found_on, status, listed, worker, due_on, card)
       on conflict (city, id) do update set ward = excluded.ward, birth_year = excluded.birth_year, reasons = excluded.reasons, rank = excluded.rank, found_on = excluded.found_on,
         status = excluded.status, listed = excluded.listed, worker = excluded.worker, due_on = excluded.due_on, card = excluded.card`,
      [
        city,
        ids,
        states.map((s) => s.person),
        states.map((s) => s.ward),
        states.map((s) => s.birthYear),
        states.map((s) => s.reasons.map(({ rule }) => rule).join(',')),
        states.map(rankOf),
        states.map((s) => s.foundOn),
        states.map((s) => s.status),
        states.map(isListed),
        states.map((s) => s.worker),
        states.map((s) => s.dueOn),
        changes.map(({ key, id }, i) => sealJson(key, { name: states[i]!.name }, cardBinding(city, id))),
      ],
      { name: 'risks-children' },
    );
    const lines = states.flatMap((state, i) => state.reasons.map(({ rule }) => ({ child: ids[i]!, rule, state })));
    await tx.query('delete from risks_reason where city = $1 and child = any($2)', [city, ids], { name: 'risks-reasons-clear' });
    await tx.query(
      'insert into risks_reason select $1, * from unnest($2::uuid[], $3::text[], $4::boolean[], $5::integer[], $6::date[])',
      [
        city,
        lines.map(({ child }) => child),
        lines.map(({ rule }) => rule),
        lines.map(({ state }) => isListed(state)),
        lines.map(({ state }) => rankOf(state)),
        lines.map(({ state }) => state.foundOn),
      ],
      { name: 'risks-reasons' },
    );
  },
};

/** A line a reason held back and a pair that holds it. */
const held: View = {
  name: 'risks.held',
  ddl: heldDdl,
  tables: ['risks_held'],
  kinds: ['risks.hold'],
  revision: 1,
  async apply(tx, changes) {
    const states = changes.map((change) => change.state as HoldState);
    const { city } = changes[0]!;
    await tx.query('delete from risks_held where city = $1 and person = any($2)', [city, states.map(({ person }) => person)], {
      name: 'risks-held-clear',
    });
    const lines = states.flatMap(({ person, held: reasons }) =>
      reasons.flatMap(({ rule, pairs }) => pairs.map((pair) => ({ person, rule, pair }))),
    );
    await tx.query(
      'insert into risks_held (city, person, rule, pair) select $1, * from unnest($2::uuid[], $3::text[], $4::uuid[])',
      [city, lines.map(({ person }) => person), lines.map(({ rule }) => rule), lines.map(({ pair }) => pair)],
      { name: 'risks-held' },
    );
  },
};

export const views: readonly View[] = [children, held];
