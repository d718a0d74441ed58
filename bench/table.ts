export function tell(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The first column holds names; the others are numbers and stand at the right. */
export function printTable(heads: string[], rows: string[][]): void {
  const widths = heads.map((head, column) => Math.max(...[head, ...rows.map((row) => row[column] ?? "")].map(length)));
  const line = (cells: string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)));
  tell("");
  for (const row of [heads, ...rows]) tell(line(row).join("  ").trimEnd());
}

function length(text: string): number {
  return text.length;
}
