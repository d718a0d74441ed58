import { aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { expectNothingHere, fillPost, hydrated, writePost } from "../support/steps";
import { aQuestion, threadsOf } from "../support/things";

test("a member finds a technique, looks at a preview and posts", async ({ enter }) => {
  const page = await enter(await aMember());
  const title = `Does it help to breathe ${aWord()}?`;
  await page.goto("/techniques/shiatsu");
  await page.getByRole("link", { name: "Write about it" }).click();
  await page.getByRole("link", { name: "Ask, tell or advise" }).click();
  await expect(page.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  await hydrated(page);
  await fillPost(page, { title, text: "It was **very** quiet in the room, and I wonder why." });
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator("strong").filter({ hasText: "very" })).toBeVisible();
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("main strong").filter({ hasText: "very" })).toBeVisible();
  await page.getByRole("main").getByRole("link", { name: "Shiatsu", exact: true }).first().click();
  await expect(page.getByRole("link", { name: title })).toBeVisible();
});

test("what is for members only is not there for a visitor", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const writing = await enter(author);
  const title = `Only among us ${aWord()}`;
  await writePost(writing, { title, text: "I would not tell this to my office.", audience: "Members only" });
  await expect(writing.getByRole("main").getByText("Members only").first()).toBeVisible();
  const address = writing.url();
  const reading = await enter(await aMember());
  await reading.goto(address);
  await expect(reading.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect((await page.goto(address))?.status()).toBe(404);
  await expectNothingHere(page);
  for (const list of ["/", "/techniques/shiatsu", `/members/${author.handle}`, "/feed.xml"]) {
    expect(await (await page.request.get(list)).text(), list).not.toContain(title);
  }
});

test("its author changes a post, and the old address leads to the new one", async ({ page, enter }) => {
  const author = await aMember();
  const thread = await aQuestion({ author });
  const old = `/posts/${thread.id}/${thread.slug}`;
  const writing = await enter(author);
  await writing.goto(old);
  await writing.getByRole("link", { name: "Edit" }).click();
  await expect(writing.getByLabel("Your text")).toHaveValue(thread.body);
  const title = `A better title ${aWord()}`;
  await writing.getByLabel("Title").fill(title);
  await writing.getByLabel("Your text").fill("And better words, which are long enough.");
  await writing.getByRole("button", { name: "Save" }).click();
  await expect(writing.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(writing.getByText("And better words, which are long enough.")).toBeVisible();
  await page.goto(old);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(page.url()).not.toContain(old);
});

test("its author withdraws a post, and it is gone for everybody", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  const address = `/posts/${thread.id}/${thread.slug}`;
  await page.goto(address);
  await expect(page.getByRole("heading", { level: 1, name: thread.title })).toBeVisible();
  await expect(page.getByRole("link", { name: "Withdraw" })).toBeHidden();
  const writing = await enter(author);
  await writing.goto(address);
  await writing.getByRole("link", { name: "Withdraw" }).click();
  await expect(writing.getByRole("heading", { name: "Withdraw this?" })).toBeVisible();
  await writing.getByRole("button", { name: "Withdraw it" }).click();
  await expect(writing.getByText("Nothing that you can read here yet.")).toBeVisible();
  await writing.goto(address);
  await expectNothingHere(writing);
  await page.goto(address);
  await expectNothingHere(page);
});

test("a double click posts once", async ({ enter }) => {
  const author = await aMember();
  const page = await enter(author);
  const title = `Twice is enough ${aWord()}`;
  await page.goto("/write/post");
  await hydrated(page);
  await fillPost(page, { title, text: "I press twice, because the mouse is old." });
  await page.getByRole("button", { name: "Post it" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await threadsOf(author)).toBe(1);
});

test("a double click posts once without JavaScript, too", async ({ enter }) => {
  const author = await aMember();
  const page = await enter(author, { javaScriptEnabled: false });
  const title = `Twice by hand ${aWord()}`;
  await page.goto("/write/post");
  await fillPost(page, { title, text: "I press twice, because the connection is slow." });
  await page.getByRole("button", { name: "Post it" }).dblclick();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await threadsOf(author)).toBe(1);
});
