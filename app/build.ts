import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, isAbsolute, join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { BuildEnvironmentOptions, InlineConfig, Plugin, PluginOption, Rolldown } from 'vite';
import { root } from './compose.ts';

type Chunk = Rolldown.OutputChunk;
type CodeSplittingGroup = Rolldown.CodeSplittingGroup;

/** Where the built web app is served from. */
export const pagesFolder = join(root, 'dist', 'web');
const inWebApp = (file: string) => join(root, 'app', 'web', file);
const app = inWebApp('main.tsx');
const stamp = join(pagesFolder, '.olle-built');
/** Everything that may be in the build or determines it; `build` refuses to use anything else. */
const sources = [
  'app/web/**/*',
  'app/{build,recordInputs,webCatalogues,webFonts}.ts',
  'areas/*/{contract,domain,locales,web}/**/*',
  'packages/*/src/**/*',
  'platform/{calendar,cells,contract,decider,lists,shell,ui,words,http/locales}/**/*',
  'package-lock.json',
];

const sourceFiles = (): string[] =>
  sources.flatMap((pattern) => globSync(pattern, { cwd: root })).filter((file) => statSync(join(root, file)).isFile());

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sourceFiles().sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

type Imports = Pick<Chunk, 'type' | 'imports' | 'fileName'>;
/** The files that a chunk imports, each after its own imports, then the chunk itself. Of chunks that import each other, any is first. */
export function withImports(chunk: Imports, bundle: Readonly<Record<string, Imports | { readonly type: 'asset' }>>): Set<string> {
  const [found, seen] = [new Set<string>(), new Set<string>()];
  const add = ({ imports, fileName }: Imports) => {
    seen.add(fileName);
    for (const name of imports) {
      const other = bundle[name];
      if (other?.type === 'chunk' && !seen.has(name)) add(other);
    }
    found.add(fileName);
  };
  add(chunk);
  return found;
}

/** The first script is small and asks for the app; that the page names the app too lets the browser fetch both at once. */
const namesApp: Plugin = {
  name: 'names-app',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const main = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId === app);
      if (main?.type !== 'chunk') throw new Error('The app is not in what was built.');
      const link = (rel: string) => (file: string) => ({
        tag: 'link',
        attrs: { rel, crossorigin: true, href: `/${file}` },
        injectTo: 'head' as const,
      });
      // Styles in the order of the scripts: imported ones first.
      const scripts = [...withImports(main, bundle)];
      const styles = scripts.flatMap((name) => {
        const file = bundle[name];
        return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];
      });
      return [...scripts.filter((file) => !html.includes(file)).map(link('modulepreload')), ...styles.map(link('stylesheet'))];
    },
  },
};

/** A change of a module that is not among the sources would leave an old build in use. */
const builtOfSources: Plugin = {
  name: 'built-of-sources',
  buildEnd() {
    const known = new Set(sourceFiles());
    for (const id of this.getModuleIds()) {
      const file = relative(root, id.split('?')[0]!);
      if (isAbsolute(id) && !file.startsWith('..') && !file.startsWith('node_modules') && !known.has(file))
        throw new Error(`${file} is in the web app but not among the sources of app/build.ts.`);
    }
  },
};

/** What of a module no page uses does not come with it: rules, schemas, components, and what an index only passes on. */
const onlyWhatIsUsed = new RegExp(
  String.raw`^${root.replace(/[^\w/]/g, String.raw`\$&`)}/(?:(?:areas|platform)/.+\.tsx?$|node_modules/typebox/)`,
);

/** Imported only when there is something to build: otherwise the server would keep them, and a font compiler, in memory for nothing. */
async function plugins(): Promise<PluginOption[]> {
  const { default: react } = await import('@vitejs/plugin-react');
  const { recordInputsPlugin } = await import('./recordInputs.ts');
  const { webCatalogues } = await import('./webCatalogues.ts');
  const { webFonts } = await import('./webFonts.ts');
  return [react(), webCatalogues(), webFonts, namesApp, recordInputsPlugin, builtOfSources];
}

/** How the web app is put together from its modules, in files as `groups` say. */
const configured = async (made: string, groups: CodeSplittingGroup[], output: BuildEnvironmentOptions): Promise<InlineConfig> => ({
  configFile: false,
  root: inWebApp(''),
  plugins: await plugins(),
  logLevel: 'warn',
  define: { BUILD: JSON.stringify(made.slice(0, 16)) },
  build: {
    target: 'es2022',
    sourcemap: false,
    chunkSizeWarningLimit: 800,
    ...output,
    rolldownOptions: {
      input: { index: inWebApp('index.html'), worker: inWebApp('serviceWorker.ts') },
      preserveEntrySignatures: false,
      // Groups take a module out of the first screen although some page imports it without waiting.
      checks: { ineffectiveDynamicImport: false },
      treeshake: { moduleSideEffects: [{ test: onlyWhatIsUsed, sideEffects: false }] },
      output: {
        // The service worker keeps its address from version to version.
        entryFileNames: ({ name }) => (name === 'worker' ? 'serviceWorker.js' : 'assets/[name]-[hash].js'),
        // A group that is divided by who needs what names its parts after all of them.
        chunkFileNames: ({ name }) => `assets/${name.split('~')[0]}-[hash].js`,
        assetFileNames: ({ names: [name = 'asset'] }) => `assets/${name.split(/[~.]/)[0]}-[hash][extname]`,
        codeSplitting: groups.length > 0 ? { includeDependenciesRecursively: false, groups } : true,
      },
    },
  },
});

/** The modules that the first screen needs: what the app itself imports, of which nothing is fetched later. */
async function firstScreen(made: string): Promise<ReadonlySet<string>> {
  const { build: viteBuild } = await import('vite');
  const built = (await viteBuild(await configured(made, [], { write: false, minify: false }))) as Rolldown.RolldownOutput;
  const bundle = Object.fromEntries(built.output.map((file) => [file.fileName, file]));
  const chunks = built.output.filter((file) => file.type === 'chunk');
  const needed = new Set(chunks.filter(({ facadeModuleId }) => facadeModuleId === app).flatMap((chunk) => [...withImports(chunk, bundle)]));
  return new Set(chunks.filter(({ fileName }) => needed.has(fileName)).flatMap(({ moduleIds }) => moduleIds.filter((id) => id !== app)));
}

/**
 * Builds the web app into `pagesFolder`, each text beside its compressed forms. It takes its place whole, so that two who build at once
 * or one who serves meanwhile never meet half of it. Returns the exit code.
 */
export async function build(): Promise<number> {
  const { build: viteBuild } = await import('vite');
  const made = fingerprint();
  const folder = `${pagesFolder}.${process.pid}`;
  const first = await firstScreen(made);
  // Every file costs a slow phone some milliseconds, and so does every byte that the first screen does not need.
  const groups: CodeSplittingGroup[] = [
    {
      name: 'start',
      priority: 5,
      test: /\/app\/web\/areas\.|\/web\/area\.|\/shell\/(prefetchPage|device|data\/prefetch)\.|virtual:catalogues$|preload-helper/,
    },
    { name: 'libraries', priority: 3, test: (id) => first.has(id) && id.includes('/node_modules/') },
    { name: 'frame', priority: 2, test: (id) => first.has(id) },
    {
      name: 'shell',
      priority: 1,
      test: /\/node_modules\/(?!typebox|qr\/)|\/platform\/(shell|ui)\//,
      minShareCount: 2,
      entriesAware: true,
      entriesAwareMergeThreshold: 20_000,
    },
    { name: 'case', test: /\/areas\/cases\/(web\/(case|flags)\/|domain\/choices)/, minShareCount: 2 },
  ];
  await viteBuild(await configured(made, groups, { outDir: folder, emptyOutDir: true }));
  for (const file of globSync('**/*.{js,css,html,svg,json,webmanifest}', { cwd: folder })) {
    const path = join(folder, file);
    const bytes = readFileSync(path);
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
  }
  writeFileSync(join(folder, basename(stamp)), made);
  rmSync(pagesFolder, { recursive: true, force: true });
  try {
    renameSync(folder, pagesFolder);
  } catch {
    // Another build took the place first: it is as good.
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;
}

/**
 * Builds the web app where that was not done since its sources changed, in a process of its own: what building takes, half a gigabyte, would
 * stay with the server. Returns the folder to serve.
 */
export async function builtPages(): Promise<string> {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return pagesFolder;
  const building = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'app', 'cli.ts'), 'build'], {
    stdio: ['ignore', 2, 'inherit'],
  });
  const [code] = await once(building, 'exit');
  if (code !== 0) throw new Error('The web app could not be built; what went wrong stands above.');
  return pagesFolder;
}
