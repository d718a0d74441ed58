import { relative } from "node:path";

/** A failure that the operator can do something about; its message is a sentence for them. */
export class Trouble extends Error {}

export function say(line = "") {
  process.stdout.write(`${line}\n`);
}

export function complain(error) {
  process.stderr.write(`${explain(error)}\n`);
  if (process.env.DEBUG === "1" && error instanceof Error) process.stderr.write(`${error.stack}\n`);
}

export const diskIsFull = "The disk is full. Free some space, then run the command again.";

export function saysDiskIsFull(output) {
  return /ENOSPC|No space left on device|Check free disk space/i.test(output);
}

/** @returns {string} one sentence for whoever typed the command */
export function explain(error) {
  if (error instanceof Trouble) return error.message;
  const { code, path, message } = error ?? {};
  if (code === "ENOSPC" || saysDiskIsFull(String(message))) return diskIsFull;
  if (["EACCES", "EPERM", "EROFS"].includes(code)) {
    const place = path ? relative(process.cwd(), path) || "this folder" : "a file it needs";
    return `This user may not open or write ${place}. Run the command as the owner of this folder, or give yourself the permission.`;
  }
  return `The command failed: ${message ?? error}. Run it with DEBUG=1 to see where.`;
}

/** The last lines of a program's output, for a failure that only the program itself can explain. */
export function lastLines(output, count = 20) {
  return output.trimEnd().split("\n").slice(-count).join("\n");
}
