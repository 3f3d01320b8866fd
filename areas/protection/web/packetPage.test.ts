import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packetPage } from './packetPage.ts';

const words: Readonly<Record<string, string>> = { 'registers:field.given_name': '이름', 'suspects:suspect.born': '출생' };
const t = (keys: string | readonly string[], more?: string | { defaultValue: string }) =>
  [keys].flat().flatMap((key) => words[key] ?? [])[0] ?? (typeof more === 'string' ? more : more?.defaultValue) ?? String(keys);
const record = (kind: string, state: Record<string, unknown>) => ({ kind, id: '1', status: 'present', state, history: [] });

test('a field of a packet is called as its area calls it, and spelled out where no catalogue has it', () => {
  const page = packetPage(
    {
      madeAt: '2026-11-24T03:00:00Z',
      city: 'Made-up City',
      person: '1',
      name: 'Asha <b>',
      records: [
        record('registers.entry', { values: { given_name: 'Asha', carerAbsent: 'father' } }),
        record('suspects.suspect', { born: '1984', into: null }),
      ],
      readings: [],
    },
    { t: t as never, moment: String, nameOf: String, sentence: () => '', language: 'ko' },
  );
  for (const said of ['<dt>이름</dt>', '<dt>carer absent</dt>', '<dt>출생</dt>', 'Asha &lt;b&gt;']) assert.ok(page.includes(said), said);
  assert.ok(!page.includes('<dt>into</dt>'));
});
