import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** Prints in a separate thread: typesetting a hundred pages takes half a second, in which the server can answer other requests. */

const modules = join(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json')), '..');
const compiler = NodeCompiler.create({
  // Nothing but the template can be read from a document.
  workspace: import.meta.dirname,
  fontArgs: [{ fontPaths: globSync(join(modules, 'noto-*', '{400Regular,700Bold}')) }],
});
const template = join(import.meta.dirname, 'page.typ');

parentPort?.on('message', ({ number, document, standard }: { number: number; document: string; standard: string }) => {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { document } });
  const made = compiled.result;
  if (!made) {
    // Its words could quote the document: only what kind of error it was leaves the thread.
    if (process.env['OLLE_DEBUG']) compiled.printErrors();
    parentPort!.postMessage({ number, failed: compiled.takeError()?.kind ?? 'error' });
    return;
  }
  try {
    // No time of printing but the one the document states: the same document gives the same bytes.
    const bytes = compiler.pdf(made, { pdfTags: true, pdfStandard: standard, creationTimestamp: 0 });
    parentPort!.postMessage({ number, bytes, pages: made.numOfPages });
  } catch {
    parentPort!.postMessage({ number, failed: 'export' });
  }
  // What the compiler remembers of one document must not stay for the next.
  compiler.evictCache(0);
});
