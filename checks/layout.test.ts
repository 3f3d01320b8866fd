import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { languages } from '../platform/decider/index.ts';
import { areaNaming } from './areas.ts';
import { areaCircles } from './boundaries/areaOrder.ts';
import { unusedExports } from './boundaries/exports.ts';
import { foreignTables } from './boundaries/tables.ts';
import { staleCards } from './cards.ts';
import { castInputs, mirroredAnswers, routesWithoutContract } from './contracts.ts';
import { brokenLinks, settingsDescribed } from './documents.ts';
import type { Fault } from './fault.ts';
import { preselected } from './judgements.ts';
import { copyOfCheckout, type Planted } from './planted.ts';
import { idsByHand, impureDomain } from './purity.ts';
import { unknownPages, unknownPermissions, unknownRoutes } from './routesAndPages.ts';
import { strayText, unknownKeys, unknownKeysOfDocuments, unloadedCatalogues, unusedKeys } from './screens.ts';
import { sizes } from './sizes.ts';
import { foreignClasses, unscopedStyles } from './styles/scopes.ts';
import { languagesAgree, otherTerms, problemsSpeak, sharedWords } from './words/catalogues.ts';
import { eventsSpeak } from './words/events.ts';
import { pluralsByRule } from './words/plurals.ts';
import { tasksSpeak } from './words/tasks.ts';

const copy = copyOfCheckout();
after(() => copy[Symbol.dispose]());
const bin = (name: string) => join(copy.root, 'node_modules', '.bin', name);
const run = (command: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: copy.root, encoding: 'utf8' });
  return { status, says: stdout + stderr };
};
const text = ({ file, says }: Fault) => `${file}: ${says}`;

/** What each check says of the copy with nothing planted: it is put back after each test. */
const saidBefore = new Map<(root: string) => Fault[], ReadonlySet<string>>();

/** What a check says of planted files that it does not say without them. */
function found(check: (root: string) => Fault[], files: Planted): string[] {
  const before = saidBefore.get(check) ?? new Set(check(copy.root).map(text));
  saidBefore.set(check, before);
  return copy.plant(files, () => check(copy.root).map(text).filter((fault) => !before.has(fault))); // biome-ignore format: one thought
}

const catches = (says: string, check: (root: string) => Fault[], files: Planted, expected: RegExp) =>
  test(says, () => {
    const faults = found(check, files);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.match(faults[0]!, expected);
  });

const domain = 'areas/cases/domain/planted.ts';
const screen = 'areas/cases/web/Planted.tsx';

test('the compiler refuses a clock, chance, Node and the DOM in a domain', () => {
  const lines = {
    clock: 'export const late = (due: number): boolean => Date.now() > due;',
    now: 'export const year = (): number => new Date().getFullYear();',
    chance: 'export const draw = (): number => Math.random() * 2;',
    node: "import { readFileSync } from 'node:fs';\nexport const text = readFileSync;",
    dom: 'export const title = (): string => document.title;',
  };
  const files = Object.fromEntries(Object.entries(lines).map(([name, line]) => [`areas/cases/domain/planted_${name}.ts`, `${line}\n`]));
  const { status, says } = copy.plant(files, () => run(bin('tsc'), '--checkers', '1', '-p', 'tsconfig.domain.json'));
  assert.notEqual(status, 0);
  for (const file of Object.keys(files)) assert.ok(says.includes(file), `nothing said of ${file}:\n${says}`);
});

catches(
  'a clock whose value is only printed',
  impureDomain,
  { [domain]: 'export const now = () => String(new Date());\n' },
  /new Date\(\)/,
);
catches(
  'chance called by any name',
  impureDomain,
  { [domain]: 'const { random } = Math;\nexport const x = () => Math.random();\n' },
  /Math\.random/,
);
catches(
  'the time zone of the machine',
  impureDomain,
  { [domain]: 'export const day = (iso: string) => new Date(iso).getDate();\n' },
  /getDate\(\)/,
);

catches(
  'an id of a task that a rule has by hand',
  idsByHand,
  { [domain]: "export const task = '00000000-0000-8000-8000-000000000007';\n" },
  /has soleId/,
);

catches(
  "a cast of a command's input",
  castInputs,
  { [domain]: 'export const decide = (input: unknown) => (input as { name: string }).name;\n' },
  /a cast of `input`/,
);

catches(
  'a table of another area in code',
  foreignTables,
  { 'areas/cases/server/planted.ts': "export const planted = 'select id from people_person where city = $1';\n" },
  /people_person is a table of people/,
);
catches(
  'a table of another area in SQL, named like no area',
  foreignTables,
  { 'areas/cases/server/planted.sql': '-- not risks_child\ncreate view cases_planted as\n  select * from push_device;\n' },
  /push_device is a table of office/,
);
const exporting = (file: string): Planted => ({ [file]: (was) => `${was}export const planted = 1;\n` });
for (const file of ['areas/cases/domain/index.ts', 'areas/cases/server/readers.ts', 'areas/cases/web/index.ts'])
  catches(`a name that ${file} exports for nobody`, unusedExports, exporting(file), /exports planted, which nobody outside uses/);
catches(
  'a reader that only its own area uses',
  unusedExports,
  { ...exporting('areas/cases/server/readers.ts'), 'areas/cases/server/planted.ts': "export { planted } from './readers.ts';\n" },
  /readers\.ts: exports planted/,
);
catches(
  'two areas that need each other',
  areaCircles,
  { 'areas/people/server/planted.ts': "export { openCasesOf } from '../../cases/server/readers.ts';\n" },
  /people → cases|cases → people/,
);

test('arrows that go back', () => {
  const arrows: Record<string, readonly [says: string, content: string]> = {
    'areas/cases/domain/planted.ts': ['domain-is-pure', "export * from '../server/area.ts';\n"],
    'areas/cases/domain/plantedNode.ts': ['domain-is-pure', "export { join } from 'node:path';\n"],
    'areas/cases/domain/plantedType.ts': ['domain-is-pure', "export type { Services } from '../../../platform/http/services.ts';\n"],
    'areas/cases/server/planted.ts': ['areas-by-public-api', "export { risks } from '../../risks/server/area.ts';\n"],
    'areas/cases/web/planted.tsx': [
      'web-not-server',
      "import { cases } from '../server/area.ts';\nexport const P = () => <p>{cases.name}</p>;\n",
    ],
    'platform/cells/planted.ts': ['cells-are-pure', "export { refuse } from '../decider/index.ts';\n"],
    'platform/ledger/planted.ts': ['platform-below-areas', "export { areas } from '../../app/areas.ts';\n"],
    'packages/names/src/planted.ts': ['packages-stand-alone', "export { refuse } from '../../../platform/decider/index.ts';\n"],
    'areas/people/domain/planted.ts': ['no-cycles', "import { b } from './plantedBack.ts';\nexport const a = () => b;\n"],
    // A circle is reported once, from one of its files.
    'areas/people/domain/plantedBack.ts': ['', "import { a } from './planted.ts';\nexport const b = () => a;\n"],
  };
  const cruise = () =>
    run(process.execPath, '--require', './checks/readTsx.cjs', bin('depcruise'), '--config', 'checks/arrows.cjs', 'app', 'areas', 'platform', 'packages'); // biome-ignore format: a command
  const files = Object.fromEntries(Object.entries(arrows).map(([file, [, content]]) => [file, content]));
  const { status, says } = copy.plant(files, cruise);
  assert.notEqual(status, 0);
  for (const [file, [rule]] of Object.entries(arrows))
    if (rule) assert.match(says, new RegExp(`${rule}: ${file.replaceAll('.', '\\.')}`), says);
});

catches('a sentence in a screen', strayText, { [screen]: 'export const P = () => <p>Save the child</p>;\n' }, /"Save the child"/);
catches(
  'a sentence in a branch of a screen',
  strayText,
  { [screen]: "export const P = (p: { ok: boolean }) => <p>{p.ok ? 'Saved' : null}</p>;\n" },
  /"Saved"/,
);
const form = 'areas/cases/web/Extra.tsx';
for (const [what, content] of [
  ['a choice that is filled in', "export const act = { name: 'close', held: { outcome: 'helped' } };\n"],
  ['a choice where the record says nothing', "export const act = (of?: string) => ({ held: { solution: of ?? 'family-return' } });\n"],
  ['a field that starts with a choice', "export const field = { name: 'riskLevel', starts: 'medium' };\n"],
  ['the first of a list', 'export const field = (all: readonly string[]) => ({ starts: all[0] });\n'],
  ['a usual choice about a child', "export const field = { name: 'urgency', usual: 'usual' };\n"],
  ['a choice that a control of its own starts with', "export const useOwn = () => useState('helped');\n"],
  ['choices that a control of its own starts with', "export const useOwn = () => useState<readonly string[]>(['safety']);\n"],
  ['a choice given to a form', "export const P = (p: { F: React.FC<{ held: object }> }) => <p.F held={{ urgency: 'usual' }} />;\n"],
] as const)
  catches(what, preselected, { [form]: content }, /No judgement has a default/);
catches(
  'what somebody may do, filled in',
  preselected,
  { 'areas/accounts/web/Extra.tsx': "export const act = { name: 'invite', held: { roles: ['case-worker'] } };\n" },
  /No judgement has a default/,
);
test('what a record says, who asks and today are no judgement', () => {
  const content =
    'export const act = (of: { level: string }, user: string, today: string) => ({ held: { riskLevel: of.level, who: user, on: today } });\nexport const useTyped = () => useState("");\n';
  assert.deepEqual(found(preselected, { [form]: content }), []);
});
catches('a spoken attribute', strayText, { [screen]: 'export const P = () => <button aria-label="Close" />;\n' }, /"Close"/);
catches('a sentence of a toast', strayText, { [screen]: "export const P = (say: (words: string) => void) => say('Saved');\n" }, /"Saved"/);
test('signs, numbers, class names and what a catalogue says are no sentences', () => {
  const content = 'export const P = ({ t }: { t: (key: string) => string }) => <p className="note" id="x">{t("nav")} · 12 % {"–"}</p>;\n';
  assert.deepEqual(found(strayText, { [screen]: content }), []);
});
catches(
  'a key that no catalogue has',
  unknownKeys,
  {
    [screen]:
      "import { useTranslation } from 'react-i18next';\nexport const P = () => <p>{useTranslation('cases').t('no-such-key')}</p>;\n",
  },
  /"no-such-key" is in no catalogue \(looked in cases\)/,
);
catches(
  'a sentence whose gap is not filled',
  unknownKeys,
  { [screen]: "export const P = (p: { t: (key: string) => string }) => <p>{p.t('cases:list.total_other')}</p>;\n" },
  /is said without what goes into it/,
);
catches(
  'the beginning of a key that no catalogue has',
  unknownKeys,
  { [screen]: `export const P = (p: { t: (key: string) => string; s: string }) => <p>{p.t('cases:no-such.' + p.s)}</p>;\n` },
  /"no-such\.\*"/,
);

catches(
  'a key that a printed document names and no catalogue has',
  unknownKeysOfDocuments,
  { 'areas/papers/server/print/planted.ts': "export const head = ['cases:no-such.key', 'cases:case.due'];\n" },
  /"no-such.key" is in no catalogue \(looked in cases\)/,
);

catches(
  'words of a catalogue that the area does not load',
  unloadedCatalogues,
  { [screen]: "export const P = (p: { t: (key: string) => string }) => <p>{p.t('registers:nav')}</p>;\n" },
  /says words of registers, which pages of \w+ that show it do not load/,
);
catches(
  'words that a component of another area says, of a catalogue that does not come with the page which shows it',
  unloadedCatalogues,
  {
    [screen]: "export const P = (p: { t: (key: string) => string }) => <p>{p.t('partners:nav')}</p>;\n",
    'areas/cases/web/index.ts': (was) => `${was}export { P } from './Planted.tsx';\n`,
    'areas/office/web/Planted.tsx': "import { P } from '../../cases/web/index.ts';\nexport const Q = () => <P t={(key) => key} />;\n",
  },
  /says words of partners, which pages of office that show it do not load/,
);

const catalogue = (language: string, from: RegExp, to: string): Planted => ({
  [`areas/cases/locales/${language}.json`]: (was) => was.replace(from, to),
});
catches('a sentence that one language lacks', languagesAgree, catalogue('ur', /"nav": .*,/, ''), /ur\.json: "nav" is missing/);
catches('a sentence that only one language has', languagesAgree, catalogue('ko', /"nav"/, '"more": "더", "nav"'), /"more" is not in en/);
catches(
  'a sentence that no screen says',
  unusedKeys,
  catalogue('en', /"nav"/, '"plantedword": "More", "nav"'),
  /No screen says "plantedword"/,
);
catches(
  'another term than the glossary has',
  otherTerms,
  catalogue('en', /"nav": ".*"/, '"nav": "Take the child"'),
  /says "take the child"; the glossary has "Accept"/,
);
catches('a number of things without its forms', pluralsByRule, catalogue('en', /"nav": ".*"/, '"nav": "{{n}} cases"'), /"nav" counts/);
catches(
  'a plural without its other form',
  pluralsByRule,
  catalogue('en', /"nav"/, '"nav_one": "{{n}} case", "nav"'),
  /"nav" lacks "nav_other"/,
);
const inMany = Object.fromEntries(
  ['cases', 'partners', 'risks'].flatMap((area) =>
    languages.map((language) => [`areas/${area}/locales/${language}.json`, (was: string) => was.replace('{', '{ "planted": "Text",')]),
  ),
);
catches('a text that many areas say alike', sharedWords, inMany, /"planted" is "Text" in 3 areas and in every language/);
catches(
  'a shared word that is not there',
  sharedWords,
  catalogue('en', /"nav": ".*"/, '"nav": "$words.nothing"'),
  /"nav" is \$words\.nothing, which must be among the words/,
);
catches('an empty sentence', languagesAgree, catalogue('ko', /"nav": ".*"/, '"nav": " "'), /"nav" is empty/);
catches(
  'a sentence left in English',
  languagesAgree,
  catalogue('ko', /"not-closed": ".*"/, '"not-closed": "This case is open."'),
  /"problem\.not-closed" is not translated/,
);
catches(
  'a sentence that names another value',
  languagesAgree,
  catalogue('ko', /"actions-open": ".*"/, '"actions-open": "{{count}} 남음"'),
  /names \{\{count\}\}; en\.json names \{\{open\}\}/,
);
catches(
  'a refusal without a sentence',
  problemsSpeak,
  { 'areas/cases/domain/problems.ts': (was) => was.replace('= {', "= {\n  'cases.planted': 409,") },
  /cases\.planted has no sentence/,
);
catches(
  'a refusal in no table',
  problemsSpeak,
  { [domain]: "import { refuse } from '../../../platform/decider/index.ts';\nexport const no = () => refuse('cases.planted');\n" },
  /cases\.planted is in no table/,
);

catches(
  'an event without its sentence',
  eventsSpeak,
  catalogue('en', /"noted": "[^"]*",/, ''),
  /cases\.case noted has no sentence: add event\.noted/,
);
catches(
  'a sentence that names what its event does not show',
  eventsSpeak,
  catalogue('en', /"noted": "[^"]*"/, '"noted": "Note of {{who}}"'),
  /cases\.case noted shows no field who/,
);
catches(
  'a value of an event without its word',
  eventsSpeak,
  catalogue('en', /"referral-answered": \{\s*"accepted": "accepted",/, '"referral-answered": {'),
  /word cases:referral-answered\.accepted is in no catalogue/,
);
catches('a task without its sentence', tasksSpeak, catalogue('en', /"court-date": "[^"]*",/, ''), /court-date has no sentence/);
test('a task whose page is not there', () => {
  const faults = found(tasksSpeak, {
    'areas/cases/web/area.ts': (was) => was.replace("path: '/cases/$id/services'", "path: '/cases/$id/planted'"),
  });
  assert.ok(
    faults.some((fault) => fault.includes('decision-review is done on the page identification, which is not there')),
    faults.join('\n'),
  );
});

catches(
  'a file that outgrew its subject',
  sizes,
  { 'areas/cases/planted/planted.ts': '// a line\n'.repeat(401) },
  /has 401 lines; at most 400/,
);
test('a test may be twice as long', () =>
  assert.deepEqual(found(sizes, { 'areas/cases/domain/planted.test.ts': '// a line\n'.repeat(800) }), []));
catches(
  'a folder that outgrew its subject',
  sizes,
  Object.fromEntries(Array.from({ length: 16 }, (_, i) => [`areas/cases/planted/part${i}.ts`, '\n'])),
  /areas\/cases\/planted: holds 16 modules/,
);
catches('a folder named after nothing', sizes, { 'areas/cases/server/utils/dates.ts': '\n' }, /server\/utils: says nothing/);

const object = (folder: string, text: string): Planted => ({ [`areas/cases/${folder}/planted.ts`]: `export const planted = ${text};\n` });
catches(
  'a record of another name',
  areaNaming,
  object('domain', "{ kind: 'case.case', events: {}, commands: {} }"),
  /record kind case\.case/,
);
catches('a route of another name', areaNaming, object('contract', "{ method: 'GET', path: '/api/case/list', may: 'signed-in' }"), /route \/api\/case\/list/); // biome-ignore format: a table
catches(
  'a page of another name',
  areaNaming,
  object('web', "{ path: '/case', load: () => import('./Case.tsx') }"),
  /page \/case must begin/,
);
catches('a word of the menu that no catalogue has', unknownKeys, object('web', "{ to: '/cases', icon: 'cases', words: 'navi' }"), /"navi" is in no catalogue/); // biome-ignore format: a table
catches('a job of another name', areaNaming, object('server', "{ name: 'case.remind', run() {} }"), /job case\.remind/);
catches('a table of another name', areaNaming, object('server', "{ name: 'cases.x', ddl: '', tables: ['case_x'] }"), /table case_x/);
catches('an area of another name', areaNaming, object('server', "{ name: 'files', records: [], policy: [] }"), /calls itself files/);
test('an area that is not whole', () =>
  assert.match(found(areaNaming, { 'areas/planted/domain/index.ts': '\n' }).join('\n'), /has no server\/area\.ts[\s\S]*has no README\.md/));

const asks = (line: string): Planted => ({ [screen]: `${line}\n` });
const beside = "route({ method: 'GET', path: '/api/accounts/planted', may: 'signed-in', handle: async () => ({}) })";
catches('a route without a contract', routesWithoutContract, { 'areas/accounts/server/planted.ts': `export const planted = ${beside};\n` }, /needs a contract/); // biome-ignore format: a table
catches('an answer that a page types by hand', mirroredAnswers, { 'areas/accounts/web/Planted.tsx': "export const Planted = () => useRead<{ id: string }>('/api/accounts/city');\n" }, /contract says what the answer is/); // biome-ignore format: a table
catches('the schema of a route in a page', mirroredAnswers, { 'areas/accounts/web/Planted.tsx': "import { readCity } from '../contract/index.ts';\nexport const planted = readCity;\n" }, /types alone/); // biome-ignore format: a table
catches('an address that the server does not have', unknownRoutes, asks("export const x = (id: string) => fetch('/api/cases/folder/' + id);"), /no route \/api\/cases\/folder\//); // biome-ignore format: a table
catches('a record of which a city has many, read without its id', unknownRoutes, asks("export const x = () => fetch('/api/accounts/user');"), /no route \/api\/accounts\/user\./); // biome-ignore format: a table
catches('a link to a page that is not there', unknownPages, asks('export const P = () => <a to="/cases/none/here">·</a>;'), /no page \/cases\/none\/here/); // biome-ignore format: a table
catches('a permission that nobody has', unknownPermissions, asks("export const x = (may: Function) => may('opne', 'cases.case');"), /Nobody may ever "opne" a cases\.case/); // biome-ignore format: a table
catches(
  'a card that is not what the code says',
  staleCards,
  { 'areas/accounts/README.md': (was) => was.replace('`reactivate`', '') },
  /accounts\/README\.md: is not what the code says any more/,
);
catches('a link that leads nowhere', brokenLinks, { 'docs/planted.md': 'See [this](nowhere.md#part).\n' }, /nowhere\.md leads nowhere/);
catches('a setting that is not described', settingsDescribed, { 'app/configuration.ts': (was) => `${was}// OLLE_PLANTED\n` }, /does not name the setting OLLE_PLANTED/); // biome-ignore format: a table
catches(
  'a style that holds for every page',
  unscopedStyles,
  { 'areas/risks/web/planted.css': 'h2 {\n  color: red;\n}\n' },
  /"h2" holds for every page/,
);
catches(
  "a class of another area's sheet",
  foreignClasses,
  {
    'areas/risks/web/planted.css': '.planted {\n  color: red;\n}\n',
    'areas/people/web/Planted.tsx': 'export const Planted = () => <p className="planted stack" />;\n',
  },
  /class "planted" is in no style sheet of areas\/people/,
);
catches(
  'a class that two sheets have',
  unscopedStyles,
  { 'areas/risks/web/planted.css': '.line--mine {\n  color: red;\n}\n' },
  /class "line" is of/,
);
