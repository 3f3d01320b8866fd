import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/** Benchmarks print one table; numbers stand to the right. */
export interface BenchTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** The table as Markdown. */
export function markdownTable({ title, columns, rows }: BenchTable): string {
  const text = [columns, ...rows].map((row) => row.map(String));
  const widths = columns.map((_, c) => Math.max(3, ...text.map((row) => row[c]?.length ?? 0)));
  const numeric = columns.map((_, c) => rows.length > 0 && rows.every((row) => typeof row[c] === 'number' || row[c] === '–'));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, c) => (numeric[c] ? cell.padStart(widths[c]!) : cell.padEnd(widths[c]!))).join(' | ')} |`;
  const rule = `| ${widths.map((width, c) => (numeric[c] ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width))).join(' | ')} |`;
  return [`## ${title}`, '', line(text[0]!), rule, ...text.slice(1).map(line)].join('\n');
}

export function printTable(title: string, columns: readonly string[], rows: BenchTable['rows']): void {
  console.log(`${markdownTable({ title, columns, rows })}\n`);
}

/** What else the machine was doing, as it told when the benchmark began. */
const [busy = 0] = loadavg();

/** What it was measured on, without the machine's name. */
const machine = (): string => {
  const own = `${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}`;
  return busy < 0.5 ? own : `${own}; other work kept ${busy.toFixed(1)} processes waiting or running when this began`;
};

/** Prints the table and keeps it, with what must be known to read it, in `results/<name>.md`. */
export function keepTable(name: string, table: BenchTable, notes: readonly string[]): void {
  printTable(table.title, table.columns, table.rows);
  const page = [`# ${name}`, `${machine()}, PostgreSQL with fsync on. \`olle bench ${name}\``, markdownTable(table), ...notes];
  writeFileSync(new URL(`./results/${name}.md`, import.meta.url), `${page.join('\n\n')}\n`);
}

/** The value below which that share of the measured ones lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
