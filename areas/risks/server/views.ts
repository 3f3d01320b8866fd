import { readFileSync } from 'node:fs';
import type { View } from '../../../platform/ledger/view.ts';
import type { HoldState } from '../domain/index.ts';
import { childView } from './childList.ts';

/** A line a reason held back and a pair that holds it. */
const held: View = {
  name: 'risks.held',
  ddl: readFileSync(new URL('./views.sql', import.meta.url), 'utf8'),
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

export const views: readonly View[] = [childView, held];
