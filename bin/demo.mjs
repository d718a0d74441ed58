import "./support/node-check.mjs";
import { runCommand } from "./support/processes.mjs";
import { runSample } from "./support/sample.mjs";

await runCommand(() => runSample({ command: "npm run demo", nodeEnv: "production" }));
