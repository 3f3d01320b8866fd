import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import {
  addDays,
  byOf,
  type Consulted,
  type Context,
  consultedKey,
  evolveAll,
  isRefusal,
  offeredIn,
  policyOf,
  roles,
  statusOf,
} from '../platform/decider/index.ts';
import { httpProblems } from '../platform/http/problem.ts';
import { ledgerProblems } from '../platform/ledger/problems.ts';
import type { AnyRecord } from '../platform/ledger/registry.ts';
import { listProblems } from '../platform/lists/problems.ts';
import { areas } from './areas.ts';
import stories from './deciders.stories.json' with { type: 'json' };
import { howMany } from './sampling.ts';

/** Laws of every record: what `decide` gives depends on what it was given alone, and `evolve` takes whatever `decide` gave. */

const ids = ['0199aaaa-0000-7000-8000-000000000001', '0199aaaa-0000-7000-8000-000000000002'];
const dates = ['1999-12-31', '2024-02-29', '2026-11-23', '2026-12-31', '2027-01-01'];
/** At least so many walks a record and round, and so many for each of its commands. */
const runs = 200;
const runsACommand = 50;
/** So often every record is walked anew at least, and at most where a command was never accepted or an event never written. */
const leastRounds = howMany(1, 3);
const mostRounds = 4;
const daysWalked = 30;

/** A state that a walk came to where it was the first to do something, and at which step. Later walks begin there: so they come to what lies deep. */
interface Reached {
  readonly state: unknown;
  readonly step: number;
}
/** Kind → what was reached: what commands of other records consult. */
const reachedOf = new Map<string, Reached[]>();

interface Shape {
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  /** Values that chance would not hit. */
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly TSchema[];
  readonly type?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: TSchema;
  readonly properties?: Readonly<Record<string, TSchema>>;
  readonly required?: readonly string[];
  readonly patternProperties?: Readonly<Record<string, TSchema>>;
}

/** Values that a schema accepts; ids and dates from few, so that commands meet what earlier ones left. */
function valuesOf(schema: TSchema): fc.Arbitrary<unknown> {
  const shape = schema as Shape;
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.examples) return fc.constantFrom(...shape.examples);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map(valuesOf));
  switch (shape.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -3000, max: shape.maximum ?? 3000 });
    case 'number':
      return fc.double({ min: shape.minimum ?? -100, max: shape.maximum ?? 100, noNaN: true });
    case 'string': {
      if (!shape.pattern) return fc.string({ minLength: shape.minLength ?? 0, maxLength: Math.min(shape.maxLength ?? 12, 12) });
      const pattern = new RegExp(shape.pattern, 'u');
      const known = [...ids, ...dates].filter((text) => pattern.test(text));
      return known.length > 0 ? fc.constantFrom(...known) : fc.stringMatching(pattern);
    }
    case 'array':
      return fc.array(valuesOf(shape.items!), { minLength: shape.minItems ?? 0, maxLength: Math.min(shape.maxItems ?? 4, 4) });
    case 'object':
      return shape.patternProperties
        ? fc.dictionary(fc.constantFrom('a', 'b', 'given_name'), valuesOf(Object.values(shape.patternProperties)[0]!))
        : fc.record(Object.fromEntries(Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, valuesOf(inner)])), {
            requiredKeys: [...(shape.required ?? [])],
          });
    default:
      return fc.constant({});
  }
}

/** The input with one of the two ids in it replaced by one that stands in the state, and one of the dates by the day: commands then speak of what is there. */
function aimed(given: unknown, state: unknown, today: string, chance: number): unknown {
  const input = JSON.parse(JSON.stringify(given).replaceAll('2024-02-29', today)) as unknown;
  const there = JSON.stringify(state ?? null).match(/"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"/g) ?? [];
  if (there.length === 0 || chance % 3 === 0) return input;
  return JSON.parse(JSON.stringify(input).replaceAll(`"${ids[1]}"`, there[chance % there.length]!));
}

const forbidden = (what: string) => () => {
  throw new Error(`A decision asked for ${what}.`);
};

/** Does `work` in a world without clock and chance; dates that are written out still work. */
function withoutClockAndChance<T>(work: () => T): T {
  const was = { Date: globalThis.Date, random: Math.random, crypto: globalThis.crypto, performance: globalThis.performance };
  const StillDate = new Proxy(was.Date, {
    apply: forbidden('the time'),
    construct: (target, args, made) => (args.length === 0 ? forbidden('the time')() : Reflect.construct(target, args, made)),
    get: (target, name, made) => (name === 'now' ? forbidden('the time') : Reflect.get(target, name, made)),
  });
  const nothing = (what: string) => ({ get: forbidden(what), configurable: true });
  globalThis.Date = StillDate;
  Math.random = forbidden('chance');
  Object.defineProperty(globalThis, 'crypto', nothing('chance'));
  Object.defineProperty(globalThis, 'performance', nothing('the time'));
  try {
    return work();
  } finally {
    globalThis.Date = was.Date;
    Math.random = was.random;
    Object.defineProperty(globalThis, 'crypto', { value: was.crypto, configurable: true, writable: true });
    Object.defineProperty(globalThis, 'performance', { value: was.performance, configurable: true, writable: true });
  }
}

/** What `decide` and `evolve` were given may be read, never written. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) frozen(inner);
  }
  return value;
}

function contextOf(step: number, consulted: readonly Consulted[]): Context {
  let given = 0;
  // The further a consulted record has come the better: what is new is seldom what a decision needs.
  const states = consulted.flatMap((one): [string, unknown][] => {
    const known = reachedOf.get(one.kind);
    return known?.length ? [[consultedKey(one), known[known.length - 1 - (step % known.length)]!.state]] : [];
  });
  // Time goes on, and comes round again before the dates that commands name have all passed.
  const today = addDays('2026-11-23', step % daysWalked);
  return {
    now: `${today}T04:00:00.000Z`,
    today,
    // Now one person, now another, and now and then one who may do more.
    actor: { id: ids[step % 2]!, city: 1, roles: [step % 3 === 0 ? 'supervisor' : 'case-worker'] },
    consulted: new Map(states),
    grants: areas.flatMap(({ policy }) => policy.grants),
    newId: () => `0199bbbb-0000-7000-8000-${String(step * 1000 + given++).padStart(12, '0')}`,
  };
}

const problems = new Set(
  Object.keys({ ...httpProblems, ...ledgerProblems, ...listProblems, ...Object.assign({}, ...areas.map((area) => area.problems)) }),
);

function lawsOf(record: AnyRecord): void {
  const schemas = new Map(Object.entries(record.events).map(([type, schema]) => [type, Compile(schema)]));
  const accepted = new Set<string>();
  const written = new Set<string>();
  const command = fc.oneof(
    ...Object.entries(record.commands).map(([name, { input }]) => fc.record({ name: fc.constant(name), input: valuesOf(input) })),
  );
  const reached: Reached[] = [];
  reachedOf.set(record.kind, reached);
  // What was never tried proves nothing.
  const left = (names: string[], tried: ReadonlySet<string>) => names.filter((name) => !tried.has(name));
  const isLeft = () => left(Object.keys(record.commands), accepted).length + left(Object.keys(record.events), written).length > 0;
  for (let round = 0; round < leastRounds || (round < mostRounds && isLeft()); round++)
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25, size: 'max' }), fc.nat(), (commands, from) => {
        const start = reached[from % (reached.length + 1)];
        let state = start?.state;
        commands.forEach(({ name, input: drawn }, i) => {
          const step = (start?.step ?? 0) + i;
          const input = frozen(aimed(drawn, state, contextOf(step, []).today, from + i));
          const { consults, decide: rule } = record.commands[name]!;
          const context = contextOf(step, consults?.(input as never, state) ?? []);
          const offered = state !== undefined && offeredIn(record, state, context.actor).includes(name);
          const decide = () => withoutClockAndChance(() => rule(state, input, { ...context, newId: contextOf(step, []).newId }));
          const outcome = decide();
          assert.deepEqual(decide(), outcome, `${name} decided differently the second time`);
          if (isRefusal(outcome)) {
            assert.ok(problems.has(outcome.refused), `${outcome.refused} is in no table of problems`);
            if (offered)
              assert.notEqual(
                outcome.refused,
                record.refusals?.[statusOf(record, state)],
                `${name} was offered in a status that refuses it`,
              );
            return;
          }
          const news = outcome.length > 0 && (!accepted.has(name) || outcome.some(({ type }) => !written.has(type)));
          accepted.add(name);
          for (const { type, ...fields } of outcome) {
            written.add(type);
            assert.ok(schemas.get(type)?.Check(fields), `${name} wrote a ${type} that its schema refuses: ${JSON.stringify(fields)}`);
          }
          // As the log gives them back: a value that JSON does not keep must not matter.
          const kept = frozen(JSON.parse(JSON.stringify(outcome)) as typeof outcome);
          state = withoutClockAndChance(() => frozen(evolveAll(record, state, kept)));
          if (state === undefined) return;
          if (news) reached.push({ state, step: step + 1 });
          for (const [fact, value] of Object.entries(withoutClockAndChance(() => record.facts(state))))
            assert.ok(
              value === null || ['string', 'number', 'boolean'].includes(typeof value) || Array.isArray(value),
              `the fact ${fact} is ${value}`,
            );
          if (kept[0] && record.subject) withoutClockAndChance(() => record.subject!(kept[0]!));
        });
      }),
      {
        seed: 20261124 + round,
        numRuns: Math.max(runs, runsACommand * Object.keys(record.commands).length),
        // What needs much to be in place is not come upon by chance: a story leads there, and walks go on from it.
        examples:
          (stories as Readonly<Record<string, { name: string; input: unknown }[][]>>)[record.kind]?.map((story) => [story, 0]) ?? [],
      },
    );
  assert.deepEqual(left(Object.keys(record.commands), accepted), [], 'commands that were never accepted');
  assert.deepEqual(left(Object.keys(record.events), written), [], 'events that were never written');
}

// What consults no other record is walked first: what its walks reach is there for those that do.
const consulting = ({ commands }: AnyRecord) => Object.values(commands).some(({ consults }) => consults);
const records = areas.flatMap((area) => area.records);
for (const record of [...records.filter((one) => !consulting(one)), ...records.filter(consulting)])
  test(`${record.kind}: decisions need no clock and no chance, change nothing they were given, and every event fits`, () => lawsOf(record));

test('whatever a command or act names in `by` is a grant, and whatever a refusal of a status names is a problem', () => {
  for (const { kind, acts = {}, commands, grants, refusals = {} } of records) {
    const named = [
      ...Object.values(acts).map(byOf),
      ...Object.values(commands).map(({ by }) => by),
      ...Object.values(grants).map((one) => one.includes ?? []),
    ];
    const unknown = named.flat().filter((name) => name !== 'system' && !(name in grants));
    assert.deepEqual(unknown, [], `${kind} has no such grants`);
    assert.deepEqual(Object.values(refusals).filter((code) => !problems.has(code)), [], `${kind} refuses with codes of no table`); // biome-ignore format: one claim
  }
});

test('policies allow on records what `by` says, and nothing else', () => {
  const kinds = new Set<string>(records.map(({ kind }) => kind));
  for (const role of roles) {
    const actor = { id: ids[0]!, city: 1, roles: [role], organisation: ids[1]! };
    const told = ['2026-11-23', '2026-11-23T04:00:00.000Z'] as const;
    const onRecords = areas
      .flatMap(({ policy }) => policy(actor, ...told))
      .filter(({ subject }) => [subject].flat().some((one) => kinds.has(one)));
    const stated = policyOf(...records)(actor, ...told);
    const inOrder = (rules: readonly unknown[]) => rules.map((rule) => JSON.stringify(rule)).sort();
    assert.deepEqual(inOrder(onRecords), inOrder(stated), role);
  }
});

test('the world without clock and chance refuses both, and is gone afterwards', () => {
  const questions: (() => unknown)[] = [
    () => Date.now(),
    () => new Date(),
    () => Date(),
    () => Math.random(),
    () => crypto.randomUUID(),
    () => performance.now(),
  ];
  for (const ask of questions) assert.throws(() => withoutClockAndChance(ask), /asked for (the time|chance)/);
  assert.equal(
    withoutClockAndChance(() => new Date(0).toISOString()),
    '1970-01-01T00:00:00.000Z',
  );
  assert.ok(Date.now() > 0 && Math.random() >= 0 && crypto.randomUUID() && performance.now() > 0);
});
