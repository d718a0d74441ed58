import pino from "pino";

/** The process's log. Never given cookies, addresses, tokens or anybody's words. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  redact: ["*.email", "*.to", "*.token", "*.cookie", "*.body", "*.query", "*.parameters", "*.args"],
});

/** What may be logged of an error: its kind, its code and our own lines. Messages of the database hold what people wrote. */
export function describeError(error: unknown): { name: string; code: unknown; at: string[] } {
  if (!(error instanceof Error)) return { name: typeof error, code: undefined, at: [] };
  const cause = error.cause instanceof Error ? error.cause : error;
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: cause.name,
    code: "code" in cause ? cause.code : undefined,
    at: lines.slice(0, 6).map((line) => line.trim()),
  };
}
