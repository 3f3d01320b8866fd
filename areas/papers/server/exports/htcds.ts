import type { Tx } from '../../../../platform/database/pool.ts';
import type { Services } from '../../../../platform/http/area.ts';
import { decode, type EventRow } from '../../../../platform/ledger/codec.ts';
import type { StoredRow } from '../../../../platform/lists/server/table.ts';
import type { UserState } from '../../../accounts/domain/index.ts';
import { type CaseState, caseRecord } from '../../../cases/domain/index.ts';

import type { OrganisationState } from '../../../partners/domain/index.ts';
import { sexes } from '../../../people/server/readers.ts';
import { htcds } from '../../domain/index.ts';
import type { Shape } from './shape.ts';

/** What the standard asks of a case's history. */
const told = ['case-opened', 'noted', 'case-closed'];

/** A file in the words of the Human Trafficking Case Data Standard, version 2. */
export function htcdsShape(services: Services, city: number, today: string): Shape {
  let first = true;
  let name: { name: string; country: string } | undefined;
  const { ledger } = services;
  return {
    async write(tx: Tx, rows: readonly StoredRow[], resting: ReadonlyMap<string, string>) {
      const ids = rows.map(({ id }) => id);
      name ??= (await tx.query<{ name: string; country: string }>('select name, country from city where number = $1', [city])).rows[0]!;
      const cases = await ledger.findMany<CaseState>(tx, city, caseRecord.kind, ids);
      const states = [...cases.values()].map(({ state }) => state);
      const events = await tx.query<EventRow>(
        'select * from event where city = $1 and id = any($2) and type = any($3) order by id, version',
        [city, ids, told],
      );
      const users = await ledger.findMany<UserState>(tx, city, 'accounts.user', [...new Set(states.flatMap(({ worker }) => worker ?? []))]);
      const partners = await ledger.findMany<OrganisationState>(tx, city, 'partners.organisation', [
        ...new Set(states.flatMap(({ referrals }) => referrals.map(({ organisation }) => organisation))),
      ]);
      const sexOf = await sexes(
        tx,
        states.flatMap(({ person }) => person ?? []),
      );
      const written = [...cases].map(([id, { state, key }]) => {
        const own = events.rows.filter((row) => row.id === id).map((row) => decode(row, key).fields);
        const textOf = (type: string, field: string) => own.filter((one) => one.type === type).map((one) => String(one[field] ?? ''));
        const written = htcds.toHtcds(state, {
          city: name!,
          today,
          worker: state.worker ? (users.get(state.worker)?.state.name ?? null) : null,
          sex: state.person ? (sexOf.get(state.person) ?? null) : null,
          concern: textOf('case-opened', 'concern')[0] ?? '',
          notes: textOf('noted', 'text'),
          closing: textOf('case-closed', 'summary').at(-1) ?? null,
          organisationOf: (one) => partners.get(one)?.state.name ?? '',
        });
        // On what it rests that the case leaves the office: the standard has no field for it.
        const restsOn = resting.get(id);
        return restsOn ? { ...written, restsOn } : written;
      });
      const head = first ? `{"about":${JSON.stringify(htcds.about)},"notHeld":${JSON.stringify(htcds.fieldsNotHeld)},"cases":[\n` : '';
      const text = written.map((one) => JSON.stringify(one)).join(',\n');
      const bytes = Buffer.from(`${head}${!first && text ? ',\n' : ''}${text}`, 'utf8');
      first = false;
      return { bytes, ids: [...cases.keys()] };
    },
    end: () => Buffer.from('\n]}\n', 'utf8'),
  };
}
