import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

const systemChromium = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"].find(existsSync);

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/start.ts",
  fullyParallel: true,
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: "list",
  timeout: 45_000,
  expect: { timeout: 8000 },
  use: {
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || systemChromium,
      args: ["--no-sandbox", "--headless", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [{ name: "chromium", use: { viewport: { width: 1280, height: 900 } } }],
});
