/** The command line: one table of commands, each in its own file, loaded when asked for. */
interface CliCommand {
  readonly usage: string;
  readonly says: string;
  /** Returns the exit code. */
  run(args: string[]): Promise<number>;
}

const commands: Readonly<Record<string, CliCommand>> = {
  start: {
    usage: 'start',
    says: 'serve a city (settings: docs/operations.md)',
    run: async (args) => (await import('./start.ts')).start(args),
  },
  demo: {
    usage: 'demo [--population 20000] [--seed 1] [--country NP|KR|PK] [--once --json]',
    says: 'invent a city, import its registers and serve it',
    run: async (args) => (await import('./demo.ts')).demo(args),
  },
  link: {
    usage: 'link a.csv [b.csv] --id COLUMN [--one-to-one] [--out links.csv] [--json]',
    says: 'find the rows that are the same person, in one CSV file or between two',
    run: async (args) => (await import('../areas/registers/server/link/link.ts')).link(args),
  },
  case: {
    usage: 'case export --htcds --for office --because WHY --recipient age1… --out FILE | case import --htcds FILE [--dry-run]',
    says: 'export or import cases in the Human Trafficking Case Data Standard',
    run: async (args) => (await import('./caseFiles.ts')).caseFiles(args),
  },
  rebuild: {
    usage: 'rebuild',
    says: 'rebuild every list from the log',
    run: async (args) => (await import('./rebuild.ts')).rebuildAll(args),
  },
  erase: {
    usage: 'erase --again FILE',
    says: 'after a restore: repeat the erasures listed in a file (erased.jsonl)',
    run: async (args) => (await import('./erase.ts')).erase(args),
  },
  test: {
    usage: 'test [FILE …] [--today DAY|INSTANT|by-commit] [--whole]',
    says: 'run lint and every test, or the named test files',
    run: async (args) => (await import('./test.ts')).test(args),
  },
  cards: {
    usage: 'cards',
    says: "write the generated part of each area's README",
    run: async () => (await import('./cards.ts')).cards(),
  },
  lint: {
    usage: 'lint',
    says: 'check types, style, dependencies, unused code and layout',
    run: async (args) => (await import('./lint.ts')).lint(args),
  },
  bench: {
    usage: 'bench [NAME …]',
    says: 'run the benchmarks',
    run: async (args) => (await import('./bench.ts')).bench(args),
  },
  pictures: {
    usage: 'pictures [NAME …]',
    says: 'take the pictures of README.md again',
    run: async (args) => (await import('../e2e/pictures.ts')).takePictures(args),
  },
  openapi: {
    usage: 'openapi',
    says: 'print the OpenAPI document of every route',
    run: async () => (await import('./openapi.ts')).openapi(),
  },
  client: {
    usage: 'client [--out FOLDER]',
    says: 'print a typed client for programs as one TypeScript file, or write it as a package for npm',
    run: async (args) => (await import('./client/package.ts')).client(args),
  },
  build: { usage: 'build', says: 'build the web app', run: async () => (await import('./build.ts')).build() },
};

function help(): number {
  const width = Math.max(...Object.values(commands).map(({ usage }) => usage.length));
  console.log('Olle: software for a local government to protect children from trafficking and to bring trafficked children home.\n');
  for (const { usage, says } of Object.values(commands)) console.log(`  olle ${usage.padEnd(width)}  ${says}`);
  console.log('\nMore in README.md and docs/.');
  return 0;
}

const [name = 'help', ...rest] = process.argv.slice(2);
const command = commands[name];
if (['help', '--help', '-h'].includes(name)) process.exitCode = help();
else if (!command) {
  console.error(`olle: there is no command "${name}". "olle help" lists what there is.`);
  process.exitCode = 2;
} else if (rest.includes('--help')) {
  console.log(`olle ${command.usage}\n\n${command.says}`);
} else {
  try {
    process.exitCode = await command.run(rest);
  } catch (error) {
    // The message says what the user can do; the rest is for debugging.
    console.error(`olle: ${(error as Error).message}`);
    if (process.env['OLLE_DEBUG']) console.error(error);
    process.exitCode = 1;
  }
}
