import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { relative } from "node:path";
import { findFreePort } from "./ports.mjs";
import { checkout } from "./processes.mjs";
import { Trouble } from "./say.mjs";

/**
 * What a community needs to know again at its next start, made at the first one.
 * @returns {Promise<{ authSecret: string, postgresPort: number, postgresPassword: string }>}
 */
export async function loadSettings(file) {
  if (existsSync(file)) return read(file);
  const settings = {
    authSecret: randomBytes(33).toString("base64"),
    postgresPort: await findFreePort(),
    postgresPassword: randomBytes(24).toString("base64url"),
  };
  saveSettings(file, settings);
  return settings;
}

/** Whole or not at all: the password of an existing database must survive a kill or a full disk. */
export function saveSettings(file, settings) {
  const part = `${file}.part`;
  writeFileSync(part, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, file);
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Trouble(`${relative(checkout, file)} is damaged. Put back a good copy of it.`);
    throw error;
  }
}
