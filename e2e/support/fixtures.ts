import { test as base, expect, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { closeDatabase } from "@/db/client";
import { openSession } from "./sessions";

type Visitor = { accountId: number | null };

type Fixtures = {
  faults: Faults;
  /** A browser of its own for one more person: a member who is signed in there, or a visitor. */
  enter: (person?: Visitor | null, options?: BrowserContextOptions) => Promise<Page>;
  /** Expects errors in the console that fit, because the test brings them about. */
  tolerate: (expected: RegExp) => void;
};

class Faults {
  private readonly seen: string[] = [];
  /** How an open form learns that a session is over, which a browser calls an error. */
  private readonly expected: RegExp[] = [/status of 401.*\/api\/me\/drafts/];

  tolerate(expected: RegExp): void {
    this.expected.push(expected);
  }

  watch(context: BrowserContext): void {
    context.on("weberror", ({ error }) => void this.seen.push(`page error: ${error().message}`));
    context.on("console", (message) => {
      // What breaks the content security policy is told here, too.
      if (message.type() === "error") this.seen.push(`${message.text()} (${message.location().url})`);
    });
  }

  unexpected(): string[] {
    return this.seen.filter((fault) => !this.expected.some((pattern) => pattern.test(fault)));
  }
}

export { expect };

/** Every test fails on an error in a console, whoever's browser it is. */
export const test = base.extend<Fixtures, { database: void }>({
  // Playwright reads what a fixture needs from this pattern, so it has to be one.
  baseURL: async ({}, use) => use(process.env.E2E_URL),

  faults: [
    async ({}, use) => {
      const faults = new Faults();
      await use(faults);
      expect(faults.unexpected(), "errors in the console").toEqual([]);
    },
    { auto: true },
  ],

  tolerate: async ({ faults }, use) => use((expected) => faults.tolerate(expected)),

  context: async ({ context, faults }, use) => {
    faults.watch(context);
    await use(context);
  },

  enter: async ({ browser, faults, baseURL }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (person, options) => {
      const context = await browser.newContext({ baseURL, ...options });
      opened.push(context);
      faults.watch(context);
      if (person) await openSession(context, person);
      return context.newPage();
    });
    await Promise.all(opened.map((context) => context.close()));
  },

  database: [
    async ({}, use) => {
      await use();
      await closeDatabase();
    },
    { scope: "worker", auto: true },
  ],
});
