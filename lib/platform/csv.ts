type Cell = string | number | null;

/**
 * A table as comma-separated values (RFC 4180): CRLF behind every line, cells in quotes where they need it, null as an
 * empty cell. A text that a spreadsheet would run as a formula gets an apostrophe in front.
 */
export function csv(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [head, ...rows].map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const inert = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}

/** The table as an answer. The file is called as the last part of its address. */
export function csvResponse(table: string): Response {
  return new Response(table, { headers: { "content-type": "text/csv; charset=utf-8; header=present" } });
}
