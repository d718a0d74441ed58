import pino from "pino";

/** The process's log. Never given cookies, addresses, tokens or anybody's words. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? "info",
  base: undefined,
  redact: ["*.email", "*.to", "*.token", "*.cookie", "*.body", "*.query", "*.parameters", "*.args"],
});
