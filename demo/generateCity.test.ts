import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { residentCheckDigit } from './city/city.ts';
import type { Country, Register, RegisterProfile } from './city/country.ts';
import { countries, getCountry, registerNames } from './city/country.ts';
import type { CityFiles, TrueRow, TrueSummary } from './generateCity.ts';
import { generateCity } from './generateCity.ts';
import type { TrueChild } from './reasons.ts';
import { reasonKinds } from './reasons.ts';

const asOf = '2026-11-23';
const population = 6000;
const local: Record<Country, RegExp> = { NP: /[\u0900-\u097f]/, KR: /[가-힣]/, PK: /[\u0600-\u06ff]/ };

let folder = '';
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'olle-demo-'));
});
after(() => rmSync(folder, { recursive: true, force: true }));

function readCsv(path: string, profile: RegisterProfile): Record<string, string>[] {
  const bytes = readFileSync(path);
  const text = profile.encoding === 'utf-16le' ? bytes.toString('utf16le') : bytes.toString('utf8');
  return parse(text, { bom: true, columns: true, delimiter: profile.delimiter ?? ',' });
}

function readXlsx(path: string): Record<string, string>[] {
  const parts = unzipSync(readFileSync(path));
  const xml = (name: string) => strFromU8(parts[name]!);
  const plain = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  const words = [...xml('xl/sharedStrings.xml').matchAll(/<si><t[^>]*>([^<]*)<\/t><\/si>/g)].map(([, text]) => plain(text!));
  const rows = [...xml('xl/worksheets/sheet1.xml').matchAll(/<row r="\d+">(.*?)<\/row>/gs)].map(([, cells]) => {
    const values = new Map<string, string>();
    for (const [, column, kind, shared, text] of cells!.matchAll(
      /<c r="([A-Z]+)\d+"([^>]*)>(?:<v>([^<]*)<\/v>|<is><t[^>]*>([^<]*)<\/t><\/is>)<\/c>/g,
    )) {
      values.set(column!, kind!.includes('t="s"') ? words[Number(shared)]! : text === undefined ? shared! : plain(text));
    }
    return values;
  });
  const headers = rows[0]!;
  return rows.slice(1).map((row) => Object.fromEntries([...headers].map(([column, header]) => [header, row.get(column) ?? ''])));
}

interface Made {
  readonly files: CityFiles;
  readonly rows: readonly TrueRow[];
  readonly children: readonly TrueChild[];
  readonly summary: TrueSummary;
  /** Rows of each register by canonical field. */
  readonly registers: Readonly<Record<Register, readonly Record<string, string>[]>>;
}

async function make(country: Country, size = population): Promise<Made> {
  const files = await generateCity({ population: size, seed: 7, country, asOf, folder: join(folder, `${country}-${size}`) });
  const lines = readFileSync(files.truth, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as TrueRow | TrueChild | TrueSummary);
  const { profile } = getCountry(country);
  const registers = Object.fromEntries(
    files.files.map(({ register, path }) => {
      const own = profile.registers[register];
      const table = own.kind === 'xlsx' ? readXlsx(path) : readCsv(path, own);
      return [
        register,
        table.map((row) => Object.fromEntries(own.columns.flatMap(({ header, field }) => (field ? [[field, row[header]!]] : [])))),
      ];
    }),
  ) as unknown as Made['registers'];
  return {
    files,
    rows: lines.filter((line) => line.kind === 'row'),
    children: lines.filter((line) => line.kind === 'child'),
    summary: lines.find((line) => line.kind === 'summary')!,
    registers,
  };
}

for (const country of countries) {
  describe(`a made-up city in ${country}`, () => {
    let city: Made;
    before(async () => {
      city = await make(country);
    });

    it('has a row of truth for each row of each file, and no other', () => {
      for (const register of registerNames) {
        const inFile = city.registers[register].map((row) => row.source_id!);
        const inTruth = city.rows.filter((row) => row.register === register).map((row) => row.row);
        assert.equal(new Set(inFile).size, inFile.length, `${register}: source ids are unique`);
        assert.deepEqual(inFile.toSorted(), inTruth.toSorted());
        assert.equal(city.files.files.find((file) => file.register === register)!.rows, inFile.length);
      }
    });

    it('has as many people, children and rows as such a city has', () => {
      const { people, children, rows } = city.summary;
      assert.ok(people >= population && people < population + 60, String(people));
      const share = children / people;
      const [least, most] = { NP: [0.29, 0.4], KR: [0.14, 0.25], PK: [0.34, 0.46] }[country] as [number, number];
      assert.ok(share > least && share < most, `children ${share}`);
      assert.ok(rows.household > people * 0.95 && rows.household < people * 1.02, `household ${rows.household}`);
      assert.ok(rows.birth > children * (country === 'PK' ? 0.45 : 0.8) && rows.birth < children * 1.05, `birth ${rows.birth}`);
      assert.ok(rows.school > children * 0.45 && rows.school < children * 0.95, `school ${rows.school}`);
      assert.ok(rows.clinic > children * 0.2 && rows.clinic < children * 0.6, `clinic ${rows.clinic}`);
      assert.ok(rows.social > 0);
    });

    it('shows every reason except a sibling with a case, which no city starts with', () => {
      const known = new Set(city.children.flatMap((child) => child.reasons.map(({ reason }) => reason)));
      const world = new Set(city.children.flatMap((child) => child.world.map(({ reason }) => reason)));
      for (const reason of reasonKinds) {
        assert.equal(known.has(reason), reason !== 'sibling-with-case', `known ${reason}`);
        assert.equal(world.has(reason), reason !== 'sibling-with-case', `world ${reason}`);
      }
    });

    it('has children in no register, children who died or moved, and siblings of exploited children', () => {
      const hidden = city.children.filter(
        (child) => child.state === 'living-here' && child.registers.length === 0 && child.world.some(({ reason }) => reason === 'unseen'),
      );
      assert.ok(hidden.length > 0);
      assert.ok(hidden.every((child) => child.reasons.length === 0));
      // So few children die in the Korean city that a town of this size may have none.
      if (country !== 'KR') assert.ok(city.children.some((child) => child.state === 'died'));
      assert.ok(city.children.some((child) => child.state === 'moved-out'));
      assert.ok(city.children.some((child) => child.siblingExploited));
    });

    it('tells reasons that the rows bear out', () => {
      const good = city.rows.filter((row) => row.bad === undefined);
      const inRegister = (register: Register) => new Set(good.filter((row) => row.register === register).map((row) => row.person));
      const [birth, school, clinic] = [inRegister('birth'), inRegister('school'), inRegister('clinic')];
      for (const child of city.children) {
        const reasons = new Set(child.reasons.map(({ reason }) => reason));
        if (reasons.has('birth-not-registered')) assert.ok(!birth.has(child.person));
        if (reasons.has('not-in-school')) assert.ok(!school.has(child.person));
        if (reasons.has('dropped-out')) assert.ok(school.has(child.person));
        if (reasons.has('immunisation-missed')) assert.ok(clinic.has(child.person));
      }
    });

    it('writes names in the local script and in Latin letters', () => {
      const names = (register: Register, field: string) =>
        city.registers[register].map((row) => row[field] ?? '').filter((name) => name !== '');
      const field = getCountry(country).profile.registers.birth.columns.some((column) => column.field === 'given_name')
        ? 'given_name'
        : 'full_name';
      assert.ok(names('birth', field).every((name) => local[country].test(name)));
      assert.ok(names('birth', 'other_name').every((name) => /^[\p{Script=Latin}\p{P} ]+$/u.test(name)));
      const clinic = country === 'KR' ? 'given_name' : 'full_name';
      assert.ok(names('clinic', clinic).every((name) => /^[\p{Script=Latin}\p{P} ]+$/u.test(name)));
      if (country === 'NP')
        assert.ok(
          names('school', 'full_name').some((name) => local.NP.test(name)) &&
            names('school', 'full_name').some((name) => /^\p{Script=Latin}/u.test(name)),
        );
    });

    it('writes no ward that is not among its names', () => {
      const known = new Set(city.files.city.wards.flatMap((ward) => ward.aliases));
      for (const register of registerNames)
        assert.deepEqual(
          [...new Set(city.registers[register].map((row) => row.ward!))].filter((ward) => !known.has(ward)),
          [],
          register,
        );
    });

    it('marks bad rows and duplicates, as many as the summary says', () => {
      for (const register of registerNames) {
        const own = city.rows.filter((row) => row.register === register);
        assert.equal(own.filter((row) => row.bad).length, city.summary.bad[register]);
        assert.equal(own.filter((row) => row.duplicateOf).length, city.summary.duplicates[register]);
      }
      for (const row of city.rows.filter((each) => each.bad === 'empty-name')) {
        const cells = city.registers[row.register].find((each) => each.source_id === row.row)!;
        assert.equal(`${cells.full_name ?? ''}${cells.given_name ?? ''}${cells.family_name ?? ''}`, '');
      }
      for (const row of city.rows.filter((each) => each.duplicateOf))
        assert.equal(row.person, city.rows.find((each) => each.register === row.register && each.row === row.duplicateOf)!.person);
      assert.ok(city.rows.some((row) => row.bad === 'impossible-date'));
    });

    it('slips about as often as the country says', () => {
      const { errors } = getCountry(country).facts;
      for (const register of registerNames) {
        const own = city.rows.filter((row) => row.register === register);
        for (const kind of ['january', 'yearOnly', 'yearOff'] as const) {
          const slips = own.filter((row) => row.slips?.some((slip) => slip === `${kind}:birth_date`)).length;
          const expected = own.length * errors[register][kind];
          assert.ok(
            Math.abs(slips - expected) <= 5 * Math.sqrt(expected + 1),
            `${register} ${kind}: ${slips}, expected ${expected.toFixed(1)}`,
          );
        }
        const typos = own.filter((row) => row.slips?.some((slip) => slip.startsWith('typo:full_name'))).length;
        const expected = own.length * errors[register].typo;
        assert.ok(Math.abs(typos - expected) <= 6 * Math.sqrt(expected + 1), `${register} typo: ${typos}, expected ${expected.toFixed(1)}`);
      }
    });
  });
}

describe('the generator', () => {
  const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

  it('gives the same bytes for the same order, other bytes for another seed', async () => {
    const order = { population: 800, country: 'NP' as const, asOf };
    const one = await generateCity({ ...order, seed: 3, folder: join(folder, 'one') });
    const same = await generateCity({ ...order, seed: 3, folder: join(folder, 'same') });
    const other = await generateCity({ ...order, seed: 4, folder: join(folder, 'other') });
    for (const [index, { path, register }] of one.files.entries()) {
      assert.equal(digest(same.files[index]!.path), digest(path), register);
      assert.notEqual(digest(other.files[index]!.path), digest(path), register);
    }
    assert.equal(digest(same.truth), digest(one.truth));
  });

  it('writes files as they say: byte order marks, UTF-16, semicolons', async () => {
    const { files } = await generateCity({ population: 300, seed: 1, country: 'NP', asOf, folder: join(folder, 'formats') });
    const start = (register: Register) =>
      readFileSync(files.find((file) => file.register === register)!.path)
        .subarray(0, 4)
        .toString('hex');
    assert.equal(start('birth').slice(0, 6), 'efbbbf');
    assert.equal(start('clinic').slice(0, 4), 'fffe');
    assert.equal(start('school'), '504b0304');
    assert.ok(!start('social').startsWith('efbbbf'));
  });

  it('gives Korean numbers whose check digit is wrong, and telephone numbers nobody has', async () => {
    const city = await make('KR', 1500);
    const numbers = city.registers.birth.flatMap((row) => row.national_id || []);
    assert.ok(numbers.length > 50);
    for (const number of numbers) {
      assert.match(number, /^\d{6}-[1-4]\d{6}$/);
      const digits = number.replace('-', '');
      assert.notEqual(residentCheckDigit(digits.slice(0, 12)), Number(digits[12]));
    }
    assert.ok(city.registers.household.every((row) => row.phone === '' || /^010-0\d{3}-\d{4}$/.test(row.phone!)));
  });

  it('refuses an order that makes no sense', async () => {
    const order = { population: 100, seed: 1, country: 'NP' as const, asOf, folder };
    await assert.rejects(generateCity({ ...order, population: 0 }), /Population: expected/);
    await assert.rejects(generateCity({ ...order, asOf: '2026-02-30' }), /Expected a date/);
    await assert.rejects(generateCity({ ...order, country: 'XX' as 'NP' }), /knows NP, KR, PK; got "XX"/);
  });
});
