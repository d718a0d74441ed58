import { spawnSync } from "node:child_process";
import { say } from "./say.mjs";

/**
 * Keeps this command, and what it starts from now on, to one core, so that a run on any machine measures one.
 * @returns how to start a program beside it, `onOthers` or `onAll` of the cores: what to give to `begin`
 */
export function keepToOneCore() {
  const list = spawnSync("taskset", ["-pc", String(process.pid)], { encoding: "utf8" });
  const cores = list.status === 0 ? coresIn(list.stdout) : [];
  const [first, ...others] = cores;
  if (others.length === 0) {
    say(
      first === undefined
        ? "There is no taskset here, so the server, the database and the load share all cores."
        : "This machine has one core, so the load takes some of it from the server.",
    );
    const asItIs = (program, args) => [program, args];
    return { onOthers: asItIs, onAll: asItIs };
  }
  spawnSync("taskset", ["-apc", String(first), String(process.pid)], { stdio: "ignore" });
  say(`The server and the database get core ${first}; the load comes from the others.`);
  const on = (these) => (program, args) => ["taskset", ["-c", these.join(","), program, ...args]];
  return { onOthers: on(others), onAll: on(cores) };
}

/** Reads a line like `pid 7's current affinity list: 0,2-5`. */
function coresIn(line) {
  return line
    .slice(line.lastIndexOf(":") + 1)
    .split(",")
    .flatMap((part) => {
      const [from, to = from] = part.trim().split("-").map(Number);
      return Array.from({ length: to - from + 1 }, (_, index) => from + index);
    });
}
