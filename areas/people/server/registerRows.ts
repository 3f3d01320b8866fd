import { pagesOf } from '../../../platform/database/pages.ts';
import type { Tx } from '../../../platform/database/pool.ts';
import type { Services } from '../../../platform/http/area.ts';
import { wardOf } from '../../accounts/domain/index.ts';
import { wardsListed } from '../../accounts/server/readers.ts';
import { type EntryState, entryRecord, nameOf } from '../../registers/domain/index.ts';
import { presentAfter } from '../../registers/server/readers.ts';
import { type Member, type WardReader, wardForm } from '../domain/index.ts';

export interface Entry {
  readonly id: string;
  readonly state: EntryState;
}

const page = 2000;

/** All rows present in the registers, opened, in order of id. */
export async function presentEntries({ ledger }: Services, city: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  const pages = pagesOf((after) =>
    ledger.transaction(city, async (tx) => {
      const ids = await presentAfter(tx, after, page);
      const states = await ledger.findMany<EntryState>(tx, city, entryRecord.kind, ids);
      return ids.map((id) => ({ id, state: states.get(id)?.state }));
    }),
  );
  for await (const found of pages) for (const { id, state } of found) if (state) entries.push({ id, state });
  return entries;
}

/** How wards are read in a city: by its own list, where it has one; a spelling that the list does not know says nothing then. */
export async function wardReaders(tx: Tx): Promise<{ compared: WardReader; shown: WardReader }> {
  const wards = await wardsListed(tx);
  const shown = (text: string) => wardOf({ wards }, text);
  return { shown, compared: wards.length > 0 ? shown : wardForm };
}

/** What a row says, without its telephone number. */
export function withoutPhone<Shown extends { readonly values: Record<string, string> }>(row: Shown): Shown {
  const { phone: _, ...values } = row.values;
  return { ...row, values };
}

export const shownRow = (entry: string, row: EntryState, why: Pick<Member, 'weight' | 'fields'> = { weight: 0, fields: [] }) => ({
  entry,
  register: row.register,
  importId: row.importId,
  row: row.row,
  name: nameOf(row.values),
  weight: why.weight,
  fields: why.fields,
  values: row.values as Record<string, string>,
  lastChanged: row.lastChanged,
});
