import { describe, expect, it } from "vitest";
import { readEnv } from "./env";

const good = {
  NODE_ENV: "production",
  DATABASE_URL: "postgres://u:p@localhost:5432/unknot",
  APP_URL: "https://community.example.org",
  AUTH_SECRET: "a".repeat(40),
  SMTP_URL: "smtp://mail.example.org",
};

describe("readEnv", () => {
  it("takes good settings and knows whether cookies can be secure", () => {
    expect(readEnv(good).secureCookies).toBe(true);
    expect(readEnv({ ...good, APP_URL: "http://localhost:3000" }).secureCookies).toBe(false);
  });

  it("says in one line each what is missing", () => {
    expect(() => readEnv({ NODE_ENV: "production" })).toThrow(
      /DATABASE_URL is not set\.\nAPP_URL is not set\.\nAUTH_SECRET is not set\./,
    );
  });

  it("takes an empty setting as none", () => {
    expect(() => readEnv({ ...good, SMTP_URL: "" })).toThrow(/SMTP_URL is not set/);
  });

  it.each([
    ["an address that is reachable from elsewhere", { APP_URL: "https://community.example.org" }],
    ["a socket that is reachable from elsewhere", { APP_URL: "http://localhost:3000", HOST: "0.0.0.0" }],
  ])("refuses the demo on %s", (_name, settings) => {
    expect(() => readEnv({ ...good, UNKNOT_MODE: "demo", ...settings })).toThrow(/shows everybody's mail/);
  });

  it("allows the demo on this machine", () => {
    expect(readEnv({ ...good, UNKNOT_MODE: "demo", APP_URL: "http://localhost:3000" }).UNKNOT_MODE).toBe("demo");
  });
});
