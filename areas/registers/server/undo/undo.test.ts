import assert from 'node:assert/strict';
import { test } from 'node:test';
import { areas } from '../../../../app/areas.ts';
import { howMany, seeded } from '../../../../app/sampling.ts';
import { done, openCase, refused, testOffice, todayOf } from '../../../../app/testing.ts';
import { progressOf } from '../../../../platform/jobs/progress.ts';
import { rebuild } from '../../../../platform/ledger/rebuild.ts';
import type { UndoPreview } from '../../contract/index.ts';
import { registerNames } from '../../domain/index.ts';
import { registrarOf } from '../testing.ts';
import { undoJobName } from './undoing.ts';

const olle = testOffice();
const office = registrarOf(olle);
const because = 'The file was last year’s.';
const undo = (id: string) => office.registrar.command('registers.import', id, 'undo', { because });
const preview = (id: string) => done(office.registrar.get<UndoPreview>(`/api/registers/imports/${id}/undo`));

/** Each import begins later than the one before. */
const bring = async (text: string, register: string, whole = false) => {
  olle.now = new Date(olle.now.getTime() + 60_000);
  const { id, done: ended } = await office.importFile(text, { register, whole });
  assert.equal(ended.status, 'finished', JSON.stringify(ended));
  return id;
};

/** All that the registers show of rows; a record’s version tells how often it was written. */
async function rowsNow(register: string): Promise<string> {
  const { rows } = await olle.owner.query<{ row: string }>(
    "select (to_jsonb(e) - 'version')::text as row from registers_entry e where register = $1 order by id",
    [register],
  );
  return rows.map(({ row }) => row).join('\n');
}

class Killed extends Error {}
const job = areas.flatMap(({ jobs = [] }) => jobs).find(({ name }) => name === undoJobName)!;
/** Runs the job; each report of its progress is a chance to die. */
const runUndo = (id: string, dies: () => boolean) =>
  job.run({ city: 1, import: id }, olle.services, (of) => ({
    async report(...figures) {
      await progressOf(olle.services, 1, job.name, of).report(...figures);
      if (dies()) throw new Killed();
    },
  }));
async function runDying(id: string, dies: () => boolean): Promise<number> {
  for (let deaths = 0; ; deaths++) {
    try {
      await runUndo(id, dies);
      return deaths;
    } catch (error) {
      assert.ok(error instanceof Killed, String(error));
    }
  }
}

const given = ['Asha', 'Usha', 'Mina', 'Bina', 'Hari', 'Ram', 'Rita', 'Sita'];

test('an import and its undoing leave a register as it was, whatever was in the files and wherever the server was killed', async () => {
  const chance = seeded(20261201);
  const below = (n: number) => Math.floor(chance() * n);
  const child = (i: number) =>
    [`K${i}`, `${given[i % 8]} ${i}`, ['f', 'm', '??', ''][below(4)], `201${below(10)}-0${1 + below(9)}-1${below(9)}`, 1 + below(9)].join();
  const fileOf = (numbered: boolean, rows: readonly string[]) =>
    ['id,name,sex,dob,ward', ...rows].map((row) => (numbered ? row : row.slice(row.indexOf(',') + 1))).join('\n');
  let deaths = 0;
  for (let round = 0; round < howMany(6, 60); round++) {
    const register = registerNames[round % registerNames.length]!;
    const numbered = chance() < 0.7;
    const whole = chance() < 0.7;
    const large = round === 0 ? 2300 : 30;
    const first = Array.from({ length: large }, (_, i) => child(round * 10_000 + i));
    await bring(fileOf(numbered, first), register, whole);
    // Some leave, some change, some are new; one in a while comes back.
    const second = first.flatMap((row, i) => {
      const lot = below(10);
      return lot === 0 ? [] : lot === 1 ? [child(round * 10_000 + i)] : [row];
    });
    second.push(...Array.from({ length: below(large) }, (_, i) => child(round * 10_000 + 5000 + i)));
    if (chance() < 0.5) await bring(fileOf(numbered, second), register, whole);
    const before = await rowsNow(register);
    const id = await bring(
      fileOf(numbered, [...first.slice(0, below(large)), ...second.slice(below(large)), child(round * 10_000 + 9000)]),
      register,
      whole,
    );
    assert.notEqual(await rowsNow(register), before);
    await done(undo(id));
    deaths += await runDying(id, () => chance() < 0.4);
    assert.equal(await rowsNow(register), before, `round ${round}`);
    // Asked or done again, nothing is.
    await done(undo(id));
    await runUndo(id, () => false);
    await office.runImports();
    assert.equal(await rowsNow(register), before);
    assert.equal((await office.find(id)).status, 'undone');
  }
  assert.ok(deaths > 0);
  const before = await Promise.all(registerNames.map(rowsNow));
  const { parts } = olle.services.ledger;
  await rebuild(parts, olle.owner, parts.views, () => undefined);
  assert.deepEqual(await Promise.all(registerNames.map(rowsNow)), before, 'a rebuild gives the same');
});

const numbered = (letter: string, from: number, to: number) =>
  Array.from(
    { length: to - from },
    (_, i) => `${letter}${from + i},${namesOf[letter]},f,${2008 + i}-0${(letter.charCodeAt(0) % 9) + 1}-1${i % 9},${1 + (i % 9)}`,
  );
/** No child of one register is like one of another. */
const namesOf: Readonly<Record<string, string>> = {
  LA: 'Asha Rai',
  NA: 'Gopal Thapa',
  RA: 'Kiran Lama',
  CA: 'Pemba Sherpa',
  WA: 'Sunita Magar',
  AG: 'Laxmi Gurung',
};
const list = (rows: readonly string[]) => ['id,name,sex,dob,ward', ...rows].join('\n');

test('an undoing is refused while a later import stands, and possible again when that one was undone', async () => {
  const first = await bring(list(numbered('LA', 0, 5)), 'clinic');
  const second = await bring(list(numbered('LA', 0, 6)), 'clinic');
  assert.equal((await preview(first)).laterImport, second);
  await refused(undo(first), 409, 'registers.later-import');
  await done(undo(second));
  // Meanwhile no import of this register begins.
  const { id: late } = await office.upload(list(numbered('LA', 0, 7))).then(({ body }) => body);
  const plan = office.planOf(await office.propose(late), { register: 'clinic' });
  const begin = () => office.registrar.command('registers.import', late, 'start', { upload: late, fileName: 'later.csv', ...plan });
  await refused(begin(), 409, 'registers.undo-runs');
  await office.runImports();
  assert.equal((await preview(first)).laterImport, null);
  await done(undo(first));
  await office.runImports();
  await refused(office.registrar.command('registers.import', first, 'undo', { because: '' }), 400, 'http.invalid-input');
});

test('an import that wrote nothing has nothing to undo; one without a reason or by somebody who may not import is refused', async () => {
  const rows = list(numbered('NA', 0, 3));
  const first = await bring(rows, 'social');
  const again = await bring(rows, 'social');
  await refused(undo(again), 409, 'registers.nothing-to-undo');
  await refused(office.registrar.command('registers.import', first, 'undo', {}), 400, 'http.invalid-input');
  const other = await olle.as('case-worker').command('registers.import', first, 'undo', { because });
  assert.ok(other.status === 403 || other.status === 404, JSON.stringify(other.body));
});

test('what people did on the ground of its rows keeps an import from being undone, and is named to whom may know of it', async () => {
  const id = await bring(list(numbered('RA', 0, 4)), 'birth');
  await olle.runJobs();
  const { rows } = await olle.owner.query<{ person: string }>(
    'select m.person from people_member m join registers_entry e on e.id = m.entry where e.import = $1 order by e.row',
    [id],
  );
  const worker = olle.as('case-worker');
  const opened = await openCase(worker, { person: rows[0]!.person });
  await refused(undo(id), 409, 'registers.undo-rests');
  const asSupervisor = await done(olle.as('supervisor').get<UndoPreview>(`/api/registers/imports/${id}/undo`));
  assert.deepEqual(asSupervisor.resting, [{ kind: 'cases.case', records: 1, first: opened }]);
  // A registrar learns only that there is something.
  const asRegistrar = await preview(id);
  assert.deepEqual([asRegistrar.resting, asRegistrar.others], [[], true]);
});

test('a case that was open before keeps nobody from undoing what came later, and rows that are not at fault stay untouched', async () => {
  const before = await bring(list(numbered('CA', 0, 3)), 'household');
  await olle.runJobs();
  const { rows } = await olle.owner.query<{ person: string; entry: string }>(
    'select m.person, m.entry from people_member m join registers_entry e on e.id = m.entry where e.import = $1 order by e.row',
    [before],
  );
  await openCase(olle.as('case-worker'), { person: rows[0]!.person });
  const known = await rowsNow('household');
  const wrong = await bring(list(numbered('CA', 0, 3).map((row) => row.replace('Pemba', 'Pembo'))), 'household');
  await olle.runJobs();
  const nameOf = async () =>
    (await done(olle.as('supervisor').get<{ names: { text: string }[] }>(`/api/people/person/${rows[0]!.person}`))).names;
  const misnamed = JSON.stringify(await nameOf());
  assert.match(misnamed, /Pembo/);
  await done(undo(wrong));
  await olle.runJobs();
  assert.equal(await rowsNow('household'), known);
  assert.doesNotMatch(JSON.stringify(await nameOf()), /Pembo/);
  const { rows: members } = await olle.owner.query('select person, entry from people_member where entry = any($1) order by entry', [
    rows.map(({ entry }) => entry),
  ]);
  assert.deepEqual(
    members,
    [...rows].sort((a, b) => (a.entry < b.entry ? -1 : 1)),
  );
});

test('rows on which work begins while the import is undone are left, and the import says so', async () => {
  const id = await bring(list(numbered('WA', 0, 4)), 'school');
  await olle.runJobs();
  const { rows } = await olle.owner.query<{ person: string; entry: string }>(
    'select m.person, m.entry from people_member m join registers_entry e on e.id = m.entry where e.import = $1 order by e.row',
    [id],
  );
  await done(undo(id));
  await openCase(olle.as('case-worker'), { person: rows[2]!.person });
  await olle.runJobs();
  const { rows: left } = await olle.owner.query('select id from registers_entry where import = $1', [id]);
  assert.deepEqual(left, [{ id: rows[2]!.entry }]);
  const read = await done(
    office.registrar.get<{ status: string; undo: { removed: number; kept: number; because: string } }>(`/api/registers/import/${id}`),
  );
  assert.deepEqual([read.status, read.undo.removed, read.undo.kept, read.undo.because], ['undone', 3, 1, because]);
  const counter = await done(olle.as('monitoring-officer').get<typeof read>(`/api/registers/import/${id}`));
  assert.equal(counter.undo.because, '');
  assert.ok((await todayOf(office.registrar)).lines.some(({ to }) => to === `/registers/imports/${id}`));
  assert.deepEqual(
    (await office.registrar.history('registers.import', id)).map(({ event }) => event),
    ['import-undone', 'undo-asked', 'import-finished', 'import-started'],
  );
});

test('a row that never was is read no more, and the same file again brings it anew', async () => {
  const text = list(numbered('AG', 0, 2));
  const id = await bring(text, 'clinic');
  const now = await rowsNow('clinic');
  const { rows } = await olle.owner.query<{ id: string }>('select id from registers_entry where import = $1', [id]);
  await done(undo(id));
  await office.runImports();
  const entry = await done(office.registrar.get<{ status: string; values: object }>(`/api/registers/entry/${rows[0]!.id}`));
  assert.deepEqual([entry.status, entry.values], ['undone', {}]);
  await bring(text, 'clinic');
  const again = await rowsNow('clinic');
  const figures = (text: string) => text.split('\n').map((row) => (({ import: _, ...rest }) => rest)(JSON.parse(row)));
  assert.deepEqual(figures(again), figures(now));
});
