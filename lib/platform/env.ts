import { z } from "zod";

const loopbackHosts = ["localhost", "127.0.0.1", "[::1]", "::1"];

const onOff = z.enum(["on", "off"]);

const shape = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** `demo` keeps mails in the mailbox page; it is refused anywhere but on loopback. */
  UNKNOT_MODE: z.enum(["real", "demo"]).default("real"),
  DATABASE_URL: z.url({
    protocol: /^postgres(ql)?$/,
    error: "DATABASE_URL must look like postgres://user:password@host:5432/name",
  }),
  APP_URL: z.url({
    protocol: /^https?$/,
    error: "APP_URL must be the address people type, like https://community.example.org",
  }),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  HOST: z.string().default("127.0.0.1"),
  AUTH_SECRET: z.string().min(32, "AUTH_SECRET must be at least 32 characters; make one with: openssl rand -base64 33"),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: "SMTP_URL must look like smtp://user:password@mail.example.org:587" })
    .optional(),
  MAIL_FROM: z.string().min(3).default("Unknot <unknot@localhost>"),
  WORKER: onOff.default("on"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  /** `on` behind a proxy of yours: the last entry of `X-Forwarded-For` is then the visitor's address. */
  TRUST_PROXY: onOff.default("off"),
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Connections that this process may open; the worker brings its own pool beside it. */
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** Bytes of rendered pages that this process may keep. */
  PAGE_CACHE_BYTES: z.coerce
    .number()
    .int()
    .min(0)
    .default(256 * 1024 * 1024),
});

export type Env = z.infer<typeof shape> & { secureCookies: boolean };

/**
 * Reads and checks the settings of this process.
 * @throws Error with one sentence per setting that is missing or wrong, in words for the operator
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = shape.safeParse(given);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) =>
      issue.code === "invalid_type" ? `${issue.path.join(".")} is not set.` : `${issue.message}.`,
    );
    throw new Error(lines.join("\n"));
  }
  const env = parsed.data;
  const appHost = new URL(env.APP_URL).hostname;
  if (env.UNKNOT_MODE === "demo" && !(loopbackHosts.includes(env.HOST) && loopbackHosts.includes(appHost))) {
    throw new Error("The demo shows everybody's mail, so it only runs on this machine's own address (localhost).");
  }
  if (env.UNKNOT_MODE === "real" && env.NODE_ENV === "production" && !env.SMTP_URL) {
    throw new Error("SMTP_URL is not set. People sign in by mail, so the community needs a mail server.");
  }
  return { ...env, secureCookies: env.APP_URL.startsWith("https:") };
}

let cached: Env | undefined;

/** The settings of this process, read once. Throws like `readEnv`. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
