import { defineConfig } from "vitest/config";

const outside = ["**/node_modules/**", "**/.next*/**", "**/.data/**", "e2e/**"];
const ofDatabase = "**/*.database.test.ts";
const ofSystem = "**/*.system.test.ts";

export default defineConfig({
  resolve: { alias: { "@": import.meta.dirname } },
  test: {
    // Machines that check this are slow and busy at times; no test is about how long it takes.
    testTimeout: 30_000,
    env: {
      NODE_ENV: "test",
      UNKNOT_MODE: "demo",
      APP_URL: "http://localhost:3000",
      AUTH_SECRET: "only-the-tests-know-this-secret-of-theirs",
      LOG_LEVEL: "silent",
    },
    projects: [
      { extends: true, test: { name: "unit", include: ["**/*.test.ts"], exclude: [...outside, ofDatabase, ofSystem] } },
      {
        extends: true,
        test: {
          name: "database",
          include: [ofDatabase],
          exclude: outside,
          // db/client keeps its pool on globalThis: one process for each file.
          pool: "forks",
          maxWorkers: "100%",
          globalSetup: "lib/testing/cluster.ts",
          setupFiles: "lib/testing/database.ts",
          testTimeout: 15_000,
        },
      },
      {
        extends: true,
        test: {
          name: "system",
          include: [ofSystem],
          exclude: outside,
          pool: "forks",
          // Servers of the production build are timed here: one file at a time, when the others are done.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          globalSetup: ["lib/testing/cluster.ts", "lib/testing/community.ts"],
          setupFiles: "lib/testing/database.ts",
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
