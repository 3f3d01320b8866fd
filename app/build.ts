import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, globSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';
import { root } from './compose.ts';
import { recordInputsPlugin } from './recordInputs.ts';
import { webCatalogues } from './webCatalogues.ts';

/** Where the built web app is served from. */
export const pagesFolder = join(root, 'dist', 'web');
const stamp = join(pagesFolder, '.olle-built');
const sources = [
  'app/web/**/*',
  'areas/*/web/**/*',
  'areas/*/domain/**/*',
  'areas/*/locales/*',
  'platform/{ui,shell,http/locales}/**/*',
  'package-lock.json',
];

function fingerprint(): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })).sort()) {
    if (statSync(join(root, file)).isFile()) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/** The first script is small and asks for the app; that the page names the app too lets the browser fetch both at once. */
const namesApp: Plugin = {
  name: 'names-app',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const app = Object.values(bundle).find((file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/main.tsx'));
      if (app?.type !== 'chunk') throw new Error('The app is not in what was built.');
      const link = (rel: string) => (file: string) => ({ tag: 'link', attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: 'head' as const }); // biome-ignore format: one thought
      // Styles in the order of the scripts: what others stand on first.
      const scripts = [...app.imports, app.fileName];
      const styles = scripts.flatMap((name) => {
        const file = bundle[name];
        return file?.type === 'chunk' ? [...(file.viteMetadata?.importedCss ?? [])] : [];
      });
      return [...scripts.filter((file) => !html.includes(file)).map(link('modulepreload')), ...styles.map(link('stylesheet'))];
    },
  },
};

/**
 * Builds the web app into `pagesFolder`, each text beside its compressed forms. It takes its place whole, so that two who build at once
 * or one who serves meanwhile never meet half of it. Returns the exit code.
 */
export async function build(): Promise<number> {
  const { build: viteBuild } = await import('vite');
  const { default: react } = await import('@vitejs/plugin-react');
  const made = fingerprint();
  const folder = `${pagesFolder}.${process.pid}`;
  await viteBuild({
    configFile: false,
    root: join(root, 'app', 'web'),
    plugins: [react(), webCatalogues(), namesApp, recordInputsPlugin],
    logLevel: 'warn',
    define: { BUILD: JSON.stringify(made.slice(0, 16)) },
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      sourcemap: false,
      chunkSizeWarningLimit: 800,
      rolldownOptions: {
        input: { index: join(root, 'app/web/index.html'), worker: join(root, 'app/web/serviceWorker.ts') },
        // What a page does not use of the rules (questionnaires that Olle brings, commands, schemas) or of the components does not come with it.
        treeshake: {
          moduleSideEffects: [
            {
              test: /\/areas\/\w+\/domain\/|\/platform\/decider\/|\/platform\/ui\/\w+\/\w+\.tsx|\/node_modules\/typebox\//,
              sideEffects: false,
            },
          ],
        },
        // The service worker keeps its address from version to version.
        output: {
          entryFileNames: ({ name }) => (name === 'worker' ? 'serviceWorker.js' : 'assets/[name]-[hash].js'),
          // Every file costs a slow phone some milliseconds: what most pages share is one, and what all pages of a case share another.
          codeSplitting: {
            groups: [
              {
                name: 'start',
                test: /\/app\/web\/areas\.|\/web\/area\.|\/shell\/(prefetchPage|device|data\/prefetch)\.|virtual:catalogues$|preload-helper/,
                priority: 1,
              },
              {
                name: 'shell',
                test: /\/node_modules\/(?!typebox|qr\/)|\/platform\/(shell|ui)\//,
                minShareCount: 2,
              },
              { name: 'case', test: /\/areas\/cases\/(web\/case\/|domain\/state\/)/, minShareCount: 2 },
            ],
          },
        },
      },
    },
  });
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
