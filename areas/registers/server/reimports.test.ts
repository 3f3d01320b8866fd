import assert from 'node:assert/strict';
import { test } from 'node:test';
import { v7 as uuidv7 } from 'uuid';
import { howMany, seeded } from '../../../app/sampling.ts';
import { testOffice } from '../../../app/testing.ts';
import { type CanonicalField, registerNames } from '../domain/index.ts';
import { registrarOf } from './testing.ts';

const olle = testOffice();
const office = registrarOf(olle);

let chance = seeded(0);
const below = (n: number) => Math.floor(chance() * n);
const oneOf = <T>(some: readonly T[]): T => some[below(some.length)]!;
const often = (share: number) => chance() < share;

/** A child as they are; what a register says of them may be wrong. */
interface Child {
  readonly key: number;
  number: string;
  name: string;
  birth: string;
  readonly sex: string;
  readonly mother: string;
  readonly father: string;
  address: string;
  phone: string;
}

// Names of which many are alike, as those of brothers and sisters are.
const given = [
  'Asha',
  'Usha',
  'Isha',
  'Nisha',
  'Asma',
  'Sita',
  'Rita',
  'Gita',
  'Mina',
  'Bina',
  'Nima',
  'Bim',
  'Hari',
  'Hira',
  'Ram',
  'Rama',
];
const family = ['Rai', 'Lama', 'Thapa'];
const day = () => `${2010 + below(8)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
let keys = 0;

/** The children of one home: alone, of several years, or twins. */
function home(): Child[] {
  const name = oneOf(family);
  const [mother, father] = [
    `${oneOf(['Devi', 'Kamala', 'Laxmi', 'Parvati', 'Sarita'])} ${name}`,
    `${oneOf(['Bishnu', 'Dorje', 'Gopal', 'Krishna'])} ${name}`,
  ];
  const [address, phone] = [`House ${below(500)}`, `98${String(10_000_000 + below(80_000_000))}`];
  const born = day();
  const twins = often(0.3);
  const names = new Set(Array.from({ length: 1 + below(3) }, () => oneOf(given)));
  return [...names].map((one) => ({
    key: ++keys,
    number: '',
    name: `${one} ${name}`,
    birth: twins ? born : day(),
    sex: oneOf(['F', 'M']),
    mother,
    father,
    address,
    phone,
  }));
}

/** A slip of the pen, or what changed in the child's life. */
function change(child: Child): void {
  const slips: (() => void)[] = [
    () => (child.address = `House ${below(500)}`),
    () => (child.phone = `98${String(10_000_000 + below(80_000_000))}`),
    () => (child.name = child.name.replace(/i(?=\w)/, 'ee')),
    () => (child.name = child.name.replace(/ /, ' Kumar ')),
    () => (child.birth = child.birth.replace(/..$/, (of) => String((Number(of) % 28) + 1).padStart(2, '0'))),
  ];
  oneOf(slips)();
}

function shuffled<T>(some: readonly T[]): T[] {
  return some
    .map((one) => [chance(), one] as const)
    .sort(([a], [b]) => a - b)
    .map(([, one]) => one);
}

/** What an office does to its list from one year to the next. */
function nextYear(roll: Child[], prefix: string, counts: boolean): Child[] {
  let list = roll.filter(() => !often(0.06));
  if (often(0.6)) list.push(...home());
  if (list.length === 0) list = home();
  for (const child of list) if (often(0.05)) change(child);
  const order = below(4);
  if (order === 0) list = shuffled(list);
  if (order === 1) list.sort((a, b) => (a.name < b.name ? -1 : 1));
  let highest = Math.max(0, ...roll.map(({ number }) => Number(number.slice(prefix.length)) || 0));
  for (const child of list) if (child.number === '') child.number = `${prefix}${++highest}`;
  const anew = below(counts ? 2 : 6);
  // Numbers that are places; numbers given anew by the order of the list or by lot; two that changed places.
  if (counts || anew === 0) for (const [i, child] of list.entries()) child.number = `${prefix}${i + 1}`;
  else if (anew === 1) {
    const numbers = shuffled(list.map(({ number }) => number));
    for (const [i, child] of list.entries()) child.number = numbers[i]!;
  } else if (anew === 2 && list.length > 1) {
    const [a, b] = [list[0]!, list[1 + below(list.length - 1)]!];
    [a.number, b.number] = [b.number, a.number];
  }
  return list;
}

const columns = ['number', 'name', 'sex', 'birth', 'mother', 'father', 'address', 'phone'] as const;
const fields = [
  'source_id',
  'full_name',
  'sex',
  'birth_date',
  'mother_name',
  'father_name',
  'address',
  'phone',
] as const satisfies readonly CanonicalField[];
const planOf = (register: string, numbered: boolean, whole: boolean) => ({
  register,
  mapping: fields.flatMap((field, column) => (field === 'source_id' && !numbered ? [] : [{ column, field }])),
  dateOrder: 'day-first',
  calendar: 'gregorian',
  whole,
});

interface Year {
  readonly numbered: boolean;
  readonly whole: boolean;
}
/** Imports a list; where its numbers were given anew, without them, as the refusal says. Gives the import and whether it was so. */
async function bring(register: string, list: readonly Child[], { numbered, whole }: Year): Promise<{ id: string; anew: boolean }> {
  const { body: sent } = await office.upload(
    `${columns.join(',')}\n${list.map((child) => columns.map((column) => child[column]).join(',')).join('\n')}\n`,
  );
  const dry = await office.registrar.post<{ code?: string }>(
    `/api/registers/uploads/${sent.id}/dry-run`,
    planOf(register, numbered, whole),
  );
  const anew = dry.body.code === 'registers.numbers-given-anew';
  if (!anew) assert.equal(dry.status, 200, JSON.stringify(dry.body));
  const id = uuidv7();
  const plan = planOf(register, numbered && !anew, whole);
  const started = await office.registrar.command('registers.import', id, 'start', { upload: sent.id, fileName: 'list.csv', ...plan });
  assert.equal(started.status, 200, JSON.stringify(started.body));
  await office.runImports();
  assert.equal((await office.find(id)).status, 'finished');
  return { id, anew };
}

const runs = 4;
for (let run = 1; run <= runs; run++)
  test(`whatever an office does to its list, a record of a register is never another child’s (${run})`, async () => {
    chance = seeded(20261130 + run);
    const rounds = howMany(8, 500);
    const yearsOf = 10;
    /** Whose record it is: for all time. */
    const childOf = new Map<string, { readonly key: number; readonly said: string }>();
    let anews = 0;
    let kept = 0;
    for (let round = 0; round < rounds; round += yearsOf) {
      const register = oneOf(registerNames);
      const counts = often(0.2);
      const numbered = often(0.8);
      let roll = Array.from({ length: 6 }, home).flat();
      // Each list has numbers of its own.
      const prefix = `L${run}.${round}-`;
      for (const [i, child] of roll.entries()) child.number = `${prefix}${i + 1}`;
      for (let year = 0; year < yearsOf && round + year < rounds; year++) {
        if (year > 0) roll = nextYear(roll, prefix, counts);
        const { id, anew } = await bring(register, roll, { numbered, whole: often(0.7) });
        if (anew) anews++;
        const { rows } = await olle.owner.query<{ id: string; row: number }>(
          "select id, row from registers_entry where import = $1 and status = 'present'",
          [id],
        );
        for (const entry of rows) {
          // The heading is row 1.
          const child = roll[entry.row - 2]!;
          const before = childOf.get(entry.id);
          if (before) kept++;
          const said = JSON.stringify(child);
          const where = `round ${round}, year ${year}, ${anew || !numbered ? 'without numbers' : 'numbered'}`;
          assert.equal(before?.key ?? child.key, child.key, `${where}: ${said} took the record of ${before?.said}`);
          childOf.set(entry.id, { key: child.key, said });
        }
      }
    }
    assert.ok(anews > 0 || rounds < 100, 'numbers were given anew');
    assert.ok(kept > 0, 'children kept their records when something of them changed');
  });
