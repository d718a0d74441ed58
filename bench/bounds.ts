import { tell } from "./table";

const missed: string[] = [];

/** Notes a bound that does not hold, with what was measured instead. */
export function hold(measured: string, holds: boolean): void {
  if (!holds) missed.push(measured);
}

/** Says which bounds were missed; the process then ends with 1. */
export function judge(): void {
  tell(missed.length === 0 ? "\nEvery bound holds." : `\nMissed:\n${missed.map((line) => `  ${line}`).join("\n")}`);
  process.exitCode = missed.length === 0 ? 0 : 1;
}
