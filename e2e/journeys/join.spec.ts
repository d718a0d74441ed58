import { aMember, aWord, anAccount } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { askForLink, openSession, readLink, signInAs } from "../support/sessions";

test("somebody joins: name and address, mailbox, button, handle", async ({ page }) => {
  const email = `${aWord()}@example.org`;
  const handle = aWord();
  await page.goto("/");
  await page.getByRole("link", { name: "Join in" }).click();
  await expect(page.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
  await askForLink(page, email, "Ana");
  await page.getByRole("link", { name: "demo mailbox" }).click();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("article").filter({ hasText: email })).toContainText("Hello Ana,", { timeout: 500 });
  }).toPass();
  await page.getByRole("article").filter({ hasText: email }).getByRole("link").click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Choose a handle" })).toBeVisible();
  await page.getByLabel("Your handle").fill(handle);
  await page.getByLabel("I am 16 or older").check();
  await page.getByRole("button", { name: "Join the community" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${handle}` })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Write" })).toBeVisible();
});

test("a mail scanner that opens the link uses nothing up, and a second press says that it is over", async ({
  page,
  enter,
}) => {
  const { email } = await anAccount();
  await askForLink(page, email);
  const link = await readLink(page, email);
  for (let time = 0; time < 2; time += 1) {
    const scanner = await enter();
    await scanner.goto(link);
    await expect(scanner.getByRole("button", { name: "Sign in" })).toBeVisible();
  }
  const late = await enter();
  await late.goto(link);
  await page.goto(link);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Choose a handle" })).toBeVisible();
  await late.getByRole("button", { name: "Sign in" }).click();
  await expect(late.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await late.getByRole("link", { name: "Ask for another link" }).click();
  await expect(late.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
});

test("the answer does not tell whether an address has an account", async ({ page, enter }) => {
  const stranger = await enter();
  await askForLink(page, "member@example.org");
  await askForLink(stranger, `${aWord()}@example.org`);
  expect(stranger.url()).toBe(page.url());
  const [known, unknown] = await Promise.all([page, stranger].map((each) => each.locator("main").innerText()));
  expect(unknown).toBe(known);
});

test("a moderator signs in by mail and finds the queue", async ({ page }) => {
  await signInAs(page, "moderator");
  await expect(page.getByRole("heading", { name: "Hello, lamplighter" })).toBeVisible();
  await page.getByRole("link", { name: "Queue" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
});

test("after signing in a reader comes back to where they were going", async ({ page }) => {
  await page.goto("/me/settings");
  await expect(page.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
  await page.getByLabel("Your e-mail address").fill("provider@example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
  await page.goto(await readLink(page, "provider@example.org"));
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: "Settings" })).toBeVisible();
});

test("signing out ends it here and leaves other devices alone", async ({ enter }) => {
  const member = await aMember();
  const [here, there] = [await enter(member), await enter(member)];
  await here.goto("/me/settings");
  await here.getByRole("button", { name: "Sign out here" }).click();
  await expect(here.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
  await here.goto("/me/settings");
  await expect(here.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
  await there.goto("/me");
  await expect(there.getByRole("heading", { name: `Hello, ${member.handle}` })).toBeVisible();
});

test("signing out everywhere ends every session", async ({ enter }) => {
  const member = await aMember();
  const [here, there] = [await enter(member), await enter(member)];
  await there.goto("/me");
  await expect(there.getByRole("heading", { name: `Hello, ${member.handle}` })).toBeVisible();
  await here.goto("/me/settings");
  await here.getByRole("button", { name: "Sign out everywhere" }).click();
  await expect(here.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
  await there.goto("/me");
  await expect(there.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
});

test("a handle that is taken, reserved or badly written is refused with a sentence", async ({ page, context }) => {
  const taken = await aMember();
  await openSession(context, { accountId: (await anAccount()).id });
  await page.goto("/auth/welcome");
  for (const [handle, sentence] of [
    [taken.handle, "Somebody already has this handle"],
    ["admin", "This handle is kept free"],
    ["two words", "Use only letters a to z"],
  ] as const) {
    await page.getByLabel("Your handle").fill(handle);
    await page.getByLabel("I am 16 or older").check();
    await page.getByRole("button", { name: "Join the community" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel("Your handle")).toHaveValue(handle);
  }
});
