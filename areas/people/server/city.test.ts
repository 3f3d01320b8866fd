import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { howMany } from '../../../app/sampling.ts';
import { testOlle } from '../../../app/testing.ts';
import { generateCity } from '../../../demo/generateCity.ts';
import { readTruth, scoreLinkage } from '../../../demo/score.ts';
import type { EntryState } from '../../registers/domain/index.ts';
import { registrarOf } from '../../registers/server/testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'olle-city-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A made-up city imported file by file as its registers come, linked, and scored against its truth. */
async function linkedCity(country: 'NP' | 'KR' | 'PK') {
  const city = await generateCity({ population: howMany(700, 1500), seed: 7, country, asOf: '2026-11-23', folder: join(folder, country) });
  const truth = await readTruth(city.truth);
  const olle = await testOlle({ country });
  try {
    const { importFile } = registrarOf(olle);
    for (const { register, path } of city.files) {
      const { done } = await importFile(readFileSync(path), { register, whole: true });
      assert.equal(done.status, 'finished', `${country} ${register}`);
    }
    await olle.runJobs();
    const { rows } = await olle.owner.query<{ entry: string; person: string }>('select entry, person from people_member where city = 1');
    const ids = rows.map(({ entry }) => entry);
    const states = await olle.tx((tx) => olle.services.ledger.findMany<EntryState>(tx, 1, 'registers.entry', ids));
    const persons = [...Map.groupBy(rows, ({ person }) => person).values()].map((members) =>
      members.map(({ entry }) => ({ register: states.get(entry)!.state.register, row: states.get(entry)!.state.values.source_id! })),
    );
    const asked = await olle.owner.query<{ n: number }>("select count(*)::int as n from people_pair where status = 'open'");
    return { score: scoreLinkage(truth, persons), persons, asked: asked.rows[0]!.n, people: new Set(truth.personOf.values()).size };
  } finally {
    await olle.close();
  }
}

for (const country of ['NP', 'KR', 'PK'] as const)
  test(`a made-up city of ${country}, from its files: F1 at least 0.95, few questions, no two rows of one register in a person`, async () => {
    const { score, persons, asked, people } = await linkedCity(country);
    assert.ok(score.f1 >= 0.95 && score.precision >= 0.99, JSON.stringify(score));
    assert.ok(asked <= people * 0.04, `${asked} questions for ${people} people`);
    for (const rows of persons) assert.equal(new Set(rows.map(({ register }) => register)).size, rows.length);
  });
