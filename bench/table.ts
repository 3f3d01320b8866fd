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
