import { globSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { PrintedDocument } from './document.ts';
import { lettersOf, withLatin } from './letters.ts';

/** Prints in a separate thread: typesetting a hundred pages takes half a second, in which the server can answer other requests. */

const modules = join(dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json')), '..');
const compiler = NodeCompiler.create({
  // Nothing but the template can be read from a document.
  workspace: import.meta.dirname,
  fontArgs: [{ fontPaths: globSync(join(modules, 'noto-*', '{400Regular,700Bold}')) }],
});
// The bold face of a family has the letters of the regular one.
const letters = lettersOf(globSync(join(modules, 'noto-*', '400Regular', '*.ttf')));
/** The document with what the faces cannot print in Latin letters, and the sentence that says so. */
function legible(document: string): string {
  const given = JSON.parse(document) as PrintedDocument;
  let changed = false;
  const texts = JSON.stringify(given, (_, value: unknown) => {
    if (typeof value !== 'string') return value;
    const text = withLatin(value, letters);
    changed ||= text !== value;
    return text;
  });
  if (!changed) return document;
  const shown = JSON.parse(texts) as PrintedDocument;
  return JSON.stringify({ ...shown, blocks: [...shown.blocks, { kind: 'small', text: shown.inLatin }] });
}
const template = join(import.meta.dirname, 'page.typ');

parentPort?.on('message', ({ number, document, standards }: { number: number; document: string; standards: readonly string[] }) => {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { document: legible(document) } });
  const made = compiled.result;
  if (!made) {
    // Its words could quote the document: only what kind of error it was leaves the thread.
    if (process.env['OLLE_DEBUG']) compiled.printErrors();
    parentPort!.postMessage({ number, failed: compiled.takeError()?.kind ?? 'error' });
    return;
  }
  // No time of printing but the one the document states: the same document gives the same bytes.
  let bytes: Uint8Array | undefined;
  for (const pdfStandard of standards) {
    try {
      bytes = compiler.pdf(made, { pdfTags: true, pdfStandard, creationTimestamp: 0 });
      break;
    } catch {
      // The next standard asks less of the document.
    }
  }
  parentPort!.postMessage(bytes ? { number, bytes, pages: made.numOfPages } : { number, failed: 'export' });
  // What the compiler remembers of one document must not stay for the next.
  compiler.evictCache(0);
});
