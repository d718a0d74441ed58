import type { BrowserContext, Page } from "@playwright/test";
import { busiest } from "./support/addresses";
import { expect, test } from "./support/fixtures";
import { brightestPixel } from "./support/picture";
import { hydrated } from "./support/steps";
import { sampleMember } from "./support/things";

const light = "rgb(236, 230, 218)";
const dark = "rgb(29, 26, 34)";
const attack = "rgb(12, 10, 9)";

const choices = [
  { theme: "auto", device: "light", page: light },
  { theme: "auto", device: "dark", page: dark },
  { theme: "light", device: "dark", page: light },
  { theme: "dark", device: "light", page: dark },
  { theme: "attack", device: "light", page: attack },
] as const;

const labels = { auto: /^Like my device/, light: /^Light/, dark: /^Dark/, attack: /^In an attack/ };

async function remember(context: BrowserContext, theme: string): Promise<void> {
  await context.addCookies([{ name: "theme", value: theme, url: process.env.E2E_URL ?? "", sameSite: "Lax" }]);
}

async function choose(page: Page, theme: keyof typeof labels): Promise<void> {
  await page.getByRole("banner").getByText("Screen").click();
  await page.getByRole("button", { name: labels[theme] }).click();
}

for (const { theme, device, page: colour } of choices) {
  test(`"${theme}" is there before any script runs, on a ${device} device`, async ({ enter }) => {
    const page = await enter(null, { colorScheme: device });
    await remember(page.context(), theme);
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route("**/*.js", (route) => released.then(() => route.continue()));
    await page.goto("/techniques", { waitUntil: "commit" });
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
    release();
    await hydrated(page);
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
  });

  test(`"${theme}" works without JavaScript, on a ${device} device`, async ({ enter }) => {
    const page = await enter(null, { colorScheme: device, javaScriptEnabled: false });
    await page.goto("/what-helped");
    await choose(page, theme);
    await expect(page.getByRole("heading", { level: 1, name: "What helped" })).toBeVisible();
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
    await page.goto(await busiest("question"));
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
  });
}

test("a theme is chosen at once and remembered on every page", async ({ page }) => {
  await page.goto("/");
  await hydrated(page);
  for (const [theme, colour] of [
    ["dark", dark],
    ["attack", attack],
    ["light", light],
  ] as const) {
    await choose(page, theme);
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
    await page.reload();
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
    await page.goto("/auth/sign-in");
    await expect(page.locator("body")).toHaveCSS("background-color", colour);
    await page.goto("/");
    await hydrated(page);
  }
});

for (const javaScriptEnabled of [true, false]) {
  test(`the theme holds where nothing is, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({
    enter,
    tolerate,
  }) => {
    tolerate(/status of 404/);
    const page = await enter(null, { javaScriptEnabled, colorScheme: "light" });
    await remember(page.context(), "attack");
    await page.goto("/posts/999999/gone");
    await expect(page.locator("body")).toHaveCSS("background-color", attack);
  });
}

test("in an attack the plain pages for trouble are dim, too", async ({ page, context, tolerate }) => {
  tolerate(/status of 400/);
  await remember(context, "attack");
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/posts/%00/x");
  await expect(page.getByRole("heading", { name: "We could not read that address" })).toBeVisible();
  expect((await brightestPixel(context, await page.screenshot())).luminance).toBeLessThanOrEqual(0.35);
});

const places: { name: string; path: () => Promise<string>; role?: "member" | "moderator" }[] = [
  { name: "home", path: async () => "/" },
  { name: "the techniques", path: async () => "/techniques" },
  { name: "a technique", path: async () => "/techniques/shiatsu" },
  { name: "a thread", path: () => busiest("question"), role: "member" },
  { name: "an article", path: () => busiest("article") },
  { name: "the form for a post", path: async () => "/write/post", role: "member" },
  { name: "the form for what helped", path: async () => "/write/testimonial", role: "member" },
  { name: "signing in", path: async () => "/auth/sign-in" },
  { name: "a member's page", path: async () => "/me", role: "member" },
  { name: "the queue", path: async () => "/staff/queue", role: "moderator" },
];

for (const { name, path, role } of places) {
  test(`in an attack nothing is bright: ${name}`, async ({ enter }) => {
    const page = await enter(role ? await sampleMember(role) : null);
    await remember(page.context(), "attack");
    const found: string[] = [];
    const look = async (state: string, png: Buffer) => {
      const { luminance, colour, x, y } = await brightestPixel(page.context(), png);
      if (luminance > 0.35) found.push(`${state}: ${colour} at ${x}, ${y} has ${luminance.toFixed(3)}`);
    };
    await page.goto(await path());
    await look("as it comes", await page.screenshot({ fullPage: true }));
    await page.getByRole("banner").getByText("Screen").click();
    await page.getByRole("button", { name: labels.attack }).focus();
    await look("with its menu open", await page.screenshot());
    const send = page.getByRole("button", { name: /^(Post it|Tell it|Mail me a link)$/ });
    if (await send.isVisible()) {
      await send.click();
      await expect(page.locator(".field-error").first()).toBeVisible();
      await look("with a complaint", await page.screenshot({ fullPage: true }));
    }
    expect(found).toEqual([]);
  });
}

/** Runs in the page: what moves or could move. */
function movers(): string[] {
  const found = document.getAnimations().map((animation) => `runs: ${animation.constructor.name}`);
  for (const element of document.querySelectorAll("*")) {
    for (const part of [undefined, "::before", "::after"]) {
      const style = getComputedStyle(element, part);
      const still = /^0s(, 0s)*$/.test(style.transitionDuration) && style.animationName === "none";
      if (!still) found.push(`${element.tagName}${part ?? ""}.${element.className}`);
      if (style.scrollBehavior === "smooth") found.push(`${element.tagName} scrolls smoothly`);
    }
    if (/^(MARQUEE|BLINK|VIDEO|AUDIO|CANVAS)$/.test(element.tagName)) found.push(element.tagName);
  }
  return found;
}

for (const { name, path, role } of places) {
  test(`nothing moves in any theme: ${name}`, async ({ enter }) => {
    const page = await enter(role ? await sampleMember(role) : null, { reducedMotion: "no-preference" });
    await page.goto(await path());
    for (const theme of ["light", "dark", "attack"]) {
      await page.evaluate((chosen) => (document.documentElement.dataset.theme = chosen), theme);
      expect(await page.evaluate(movers), theme).toEqual([]);
    }
  });
}
