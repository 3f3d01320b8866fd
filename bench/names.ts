// Name-token retrieval across scripts: of 1,000 Latin names, which is the one that this spelling stands for? Mostly foreign names
// written in the script: a test of romanisation, not of linkage. node bench/names.ts FOLDER (with the wikidata_*.tsv of
// steveash/NETransliteration-COLING2018; Wikidata, CC0)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { jaroWinkler, nameSimilarity, normaliseName, soundKey } from '@olle/names';
import anyAscii from 'any-ascii';
import { type BenchTable, printTable } from './table.ts';

const size = 1000;

/** Every k-th name of the file, each Latin spelling once, so that the draw needs no chance. */
function sample(text: string): { latin: string; local: string }[] {
  const seen = new Map<string, { latin: string; local: string }>();
  for (const line of text.trim().split('\n')) {
    const [latin = '', letters = ''] = line.split('\t');
    if (!seen.has(latin)) seen.set(latin, { latin, local: letters.replaceAll(' ', '') });
  }
  const all = [...seen.values()];
  return Array.from({ length: Math.min(size, all.length) }, (_, i) => all[Math.floor((i * all.length) / size)]!);
}

/** The share whose own Latin name scores above all others (a tie counts by the share it would win by lot). */
function rankOne(pairs: readonly { latin: string; local: string }[], score: (local: string, latin: string) => number): number {
  let won = 0;
  for (const { local, latin } of pairs) {
    const own = score(local, latin);
    let ties = 1;
    const beaten = pairs.some((other) => {
      if (other.latin === latin) return false;
      const theirs = score(local, other.latin);
      if (theirs === own) ties++;
      return theirs > own;
    });
    if (!beaten) won += 1 / ties;
  }
  return Math.round((won / pairs.length) * 1000) / 10;
}

export function run(folder: string): BenchTable {
  const rows = ['korean', 'chinese', 'arabic', 'russian'].map((script) => {
    const pairs = sample(readFileSync(join(folder, `wikidata_${script}.tsv`), 'utf8'));
    const ascii = new Map(pairs.map(({ local }) => [local, anyAscii(local).toLowerCase()]));
    const keys = pairs.filter(({ local, latin }) => soundKey(normaliseName(local)) === soundKey(latin)).length;
    return [
      script,
      pairs.length,
      rankOne(pairs, (local, latin) => jaroWinkler(ascii.get(local)!, latin)),
      rankOne(pairs, nameSimilarity),
      Math.round((keys / pairs.length) * 1000) / 10,
    ];
  });
  return {
    title: 'Name-token retrieval, 1,000 candidates',
    columns: ['script', 'n', 'any-ascii + Jaro–Winkler, rank 1 %', '@olle/names, rank 1 %', 'same sound key %'],
    rows,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const folder = process.argv[2];
  if (!folder) throw new Error('Say where the wikidata_*.tsv files are: node bench/names.ts FOLDER');
  const { title, columns, rows } = run(folder);
  printTable(title, columns, rows);
}
