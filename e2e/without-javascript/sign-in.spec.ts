import { aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { askForLink, readLink } from "../support/sessions";

test.use({ javaScriptEnabled: false });

test("somebody joins and signs out", async ({ page }) => {
  const [email, handle] = [`${aWord()}@example.org`, aWord()];
  await askForLink(page, email, "Ana");
  await page.goto(await readLink(page, email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByLabel("Your handle").fill(handle);
  await page.getByRole("button", { name: "Join the community" }).click();
  await expect(page.getByText("Please read the guidelines and tick the box.")).toBeVisible();
  await expect(page.getByLabel("Your handle")).toHaveValue(handle);
  await page.getByLabel("I am 16 or older").check();
  await page.getByRole("button", { name: "Join the community" }).click();
  await expect(page.getByRole("heading", { name: `Hello, ${handle}` })).toBeVisible();
  await page.goto("/me/settings");
  await page.getByRole("button", { name: "Sign out here" }).click();
  await expect(page.getByRole("banner").getByRole("link", { name: "Sign in" })).toBeVisible();
});

test("an address with a slip is refused and given back", async ({ page }) => {
  await page.goto("/auth/sign-in");
  await page.getByLabel("Your e-mail address").fill("ana at example.org");
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByText("This does not look like an e-mail address.")).toBeVisible();
  await expect(page.getByLabel("Your e-mail address")).toHaveValue("ana at example.org");
});

test("a member writes about themselves", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/me/settings");
  await page.getByLabel("A few words, if you like").fill("I like *quiet* rooms.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("I like quiet rooms.")).toBeVisible();
});
