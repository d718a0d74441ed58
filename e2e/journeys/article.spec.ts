import type { Page } from "@playwright/test";
import { aMember, aWord, type Member } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { answer, expectNothingHere, hydrated } from "../support/steps";

const anEditor = () => aMember({ role: "editor" });

type Article = { title: string; text?: string; summary?: string };

const honest =
  "In a trial with 47 people, those who were **massaged** weekly had fewer attacks than the others [lawler-2006].";

/** Fills in the form for an article that is open. */
async function fillArticle(
  page: Page,
  { title, text = honest, summary = "One trial, read slowly and twice." }: Article,
) {
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Technique").selectOption({ label: "Shiatsu" });
  await answer(page, "Who may read it?", "Everyone").check();
  await page.getByLabel("Summary").fill(summary);
  await page.getByLabel("Text", { exact: true }).fill(text);
  await page.getByLabel("Sources").fill("lawler-2006\nhernandezreif-1998");
  await page.getByLabel("Checked by").fill("Ana, nurse");
  await page.getByLabel("Checked on").fill("2026-01-31");
}

async function publish(page: Page, article: Article): Promise<void> {
  await page.goto("/staff/articles/new");
  await fillArticle(page, article);
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: article.title })).toBeVisible();
}

test("an editor publishes an article, and a visitor reads it with its numbered sources", async ({ page, enter }) => {
  const editing = await enter(await anEditor());
  const title = `What one trial says ${aWord()}`;
  await editing.goto("/articles");
  await editing.getByRole("link", { name: "For editors: write or edit articles" }).click();
  await editing.getByRole("link", { name: "Write an article" }).click();
  await hydrated(editing);
  await fillArticle(editing, { title });
  await editing.getByRole("button", { name: "Preview" }).click();
  await expect(editing.locator("strong").filter({ hasText: "massaged" })).toBeVisible();
  await editing.getByRole("button", { name: "Publish it" }).click();
  await expect(editing.getByRole("heading", { level: 1, name: title })).toBeVisible();
  // The list may be a second old.
  await expect(async () => {
    await page.goto("/articles");
    await expect(page.getByRole("link", { name: title })).toBeVisible({ timeout: 500 });
  }).toPass();
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByText("Read and checked by Ana, nurse")).toBeVisible();
  await expect(page.getByRole("link", { name: "[1]" })).toHaveAttribute("href", "#source-1");
  await expect(page.getByRole("region", { name: "Sources" }).getByRole("listitem")).toHaveCount(2);
  await expect(page.getByRole("link", { name: "Edit this article" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeHidden();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "with JavaScript" : "without JavaScript";

  test(`a claim is sent back beside the text with everything that was typed, ${how}`, async ({ enter }) => {
    const page = await enter(await anEditor(), { javaScriptEnabled });
    const title = `What one trial says ${aWord()}`;
    await page.goto("/staff/articles/new");
    await fillArticle(page, { title, text: `${honest} Shiatsu cures migraine. It is also calm.` });
    await page.getByRole("button", { name: "Publish it" }).click();
    await expect(page.getByText("1 sentence says more than the sources carry.")).toBeVisible();
    await expect(page.getByText("“Shiatsu cures migraine.” The words: “cures”.")).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("Technique")).toHaveValue("shiatsu");
    await expect(answer(page, "Who may read it?", "Everyone")).toBeChecked();
    await expect(page.getByLabel("Text", { exact: true })).toHaveValue(/Shiatsu cures migraine/);
    await expect(page.getByLabel("Sources")).toHaveValue("lawler-2006\nhernandezreif-1998");
    await expect(page.getByLabel("Checked by")).toHaveValue("Ana, nurse");
    await expect(page.getByLabel("Checked on")).toHaveValue("2026-01-31");
    await page.getByLabel("Text", { exact: true }).fill(`${honest} Shiatsu was not part of it.`);
    await page.getByRole("button", { name: "Publish it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });

  test(`another editor mends an article, and its address stays, ${how}`, async ({ page, enter }) => {
    const writing = await enter(await anEditor());
    const title = `What one trial says ${aWord()}`;
    await publish(writing, { title });
    const address = writing.url();
    const mending = await enter(await anEditor(), { javaScriptEnabled });
    await mending.goto("/staff/articles");
    await mending.getByRole("link", { name: `Edit ${title}` }).click();
    await expect(mending.getByLabel("Text", { exact: true })).toHaveValue(honest);
    await mending.getByLabel("Title").fill(`${title} and what not`);
    await mending.getByLabel("Checked by").fill("Ben, physiotherapist");
    await mending.getByRole("button", { name: "Save" }).click();
    await expect(mending.getByRole("heading", { level: 1, name: `${title} and what not` })).toBeVisible();
    expect(mending.url()).toBe(address);
    await page.goto(address);
    await expect(page.getByText("Read and checked by Ben, physiotherapist")).toBeVisible();
  });
}

test("two editors at once: the second is told, and keeps the words", async ({ enter }) => {
  const first = await enter(await anEditor());
  const title = `What one trial says ${aWord()}`;
  await publish(first, { title });
  await first.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(first.getByLabel("Title")).toHaveValue(title);
  const second = await enter(await anEditor());
  await second.goto(first.url());
  await second.getByLabel("Summary").fill("The summary of the second editor.");
  await first.getByLabel("Summary").fill("The summary of the first editor.");
  await first.getByRole("button", { name: "Save" }).click();
  await expect(first.getByText("The summary of the first editor.")).toBeVisible();
  await second.getByRole("button", { name: "Save" }).click();
  await expect(second.getByText("Somebody changed this article while you were writing.")).toBeVisible();
  await expect(second.getByLabel("Summary")).toHaveValue("The summary of the second editor.");
});

test("an unknown card and a missing one are named beside the sources", async ({ enter }) => {
  const page = await enter(await anEditor());
  await page.goto("/staff/articles/new");
  await fillArticle(page, { title: `What one trial says ${aWord()}` });
  await page.getByLabel("Sources").fill("nobody-1999");
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText("There is no study card called nobody-1999.")).toBeVisible();
  await page.getByLabel("Sources").fill("nir-2018");
  await page.getByRole("button", { name: "Publish it" }).click();
  await expect(page.getByText("The text cites lawler-2006, but it is not in this list.")).toBeVisible();
});

test("a text comes back after the tab was closed", async ({ enter }) => {
  const page = await enter(await anEditor());
  await page.goto("/staff/articles/new");
  await hydrated(page);
  await page.getByLabel("Text", { exact: true }).fill("The beginning of a long text.");
  await page.getByLabel("Text", { exact: true }).blur();
  await page.goto("/articles");
  await page.goto("/staff/articles/new");
  await expect(page.getByLabel("Text", { exact: true })).toHaveValue("The beginning of a long text.");
});

test("for everybody but editors there is nothing under /staff/articles", async ({ page, enter, tolerate }) => {
  tolerate(/status of 404/);
  const editing = await enter(await anEditor());
  const title = `What one trial says ${aWord()}`;
  await publish(editing, { title });
  const article = editing.url();
  await editing.getByRole("link", { name: "Edit", exact: true }).click();
  const form = new URL(editing.url()).pathname;
  const people: Member[] = [await aMember(), await aMember({ role: "provider" }), await aMember({ role: "moderator" })];
  for (const person of people) {
    const reading = await enter(person);
    for (const path of ["/staff/articles", "/staff/articles/new", form]) {
      expect((await reading.goto(path))?.status(), `${person.role} ${path}`).toBe(404);
      await expectNothingHere(reading);
    }
    await reading.goto(article);
    await expect(reading.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(reading.getByRole("link", { name: "Edit this article" })).toHaveCount(0);
  }
  await page.goto("/staff/articles");
  await expect(page.getByRole("heading", { name: "Join or sign in" })).toBeVisible();
});

test("the menu of the staff pages shows each person what is theirs", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const editing = await enter(await anEditor());
  await editing.goto("/staff/articles");
  const menu = editing.getByRole("navigation", { name: "For staff" });
  await expect(menu.getByRole("link")).toHaveText(["Articles", "Newsletter"]);
  expect((await editing.goto("/staff/queue"))?.status()).toBe(404);
  const deciding = await enter(await aMember({ role: "moderator" }));
  await deciding.goto("/staff/queue");
  const moderation = ["Queue", "Appeals", "Phrases", "Log", "Texts"];
  await expect(deciding.getByRole("navigation", { name: "For staff" }).getByRole("link")).toHaveText(moderation);
  const leading = await enter(await aMember({ role: "admin" }));
  await leading.goto("/staff/articles");
  await expect(leading.getByRole("navigation", { name: "For staff" }).getByRole("link")).toHaveText([
    ...moderation,
    "Articles",
    "Newsletter",
  ]);
});
