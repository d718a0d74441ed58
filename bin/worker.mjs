import "./support/node-check.mjs";
import { install } from "./support/install.mjs";
import { runCommand } from "./support/processes.mjs";
import { checkSettings, loadEnvFile } from "./support/real.mjs";
import { runAttached } from "./support/steps.mjs";

const env = { NODE_ENV: "production", UNKNOT_MODE: "real" };

await runCommand(async () => {
  loadEnvFile();
  await install();
  await checkSettings(env);
  return (await runAttached("bin/support/run-worker.ts", env).exited).code;
});
