import { aMember, aWord, daysAgo } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { answer, expectNothingHere } from "../support/steps";
import { aStory, sampleMember } from "../support/things";

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`one press takes what was told off its page, and one shows it again${how}`, async ({
    page,
    enter,
    tolerate,
  }) => {
    tolerate(/status of 404/);
    const author = await aMember();
    const told = await aStory({ author, agreed: ["shown", "counted"] });
    const own = await enter(author, { javaScriptEnabled });
    await own.goto("/me/testimonials");
    await own.getByRole("button", { name: "Stop showing it" }).click();
    await expect(own.getByText("Not shown to anybody")).toBeVisible();
    await page.goto(`/what-helped/${told.id}/${told.slug}`);
    await expectNothingHere(page);
    await own.getByRole("button", { name: "Show it" }).click();
    await expect(own.getByText("Shown on its page")).toBeVisible();
    await own
      .getByRole("link", { name: /Shiatsu/ })
      .first()
      .click();
    await page.goto(own.url());
    await expect(page.getByRole("region", { name: "The answers" })).toBeVisible();
  });

  test(`a follow-up stands with its date beside what was told first${how}`, async ({ page, enter }) => {
    const author = await aMember();
    const told = await aStory({ author, answers: { toldAt: daysAgo(33) } });
    const own = await enter(author, { javaScriptEnabled });
    await own.goto("/me/testimonials");
    await expect(own.getByText("After 90 days: not yet")).toBeVisible();
    await own.getByRole("link", { name: "After 30 days: how is it now?" }).click();
    await answer(own, "What did it do, all in all?", "It made things worse").check();
    await answer(own, "Did anything unwanted happen?", "It set off an attack").check();
    const note = `It is ${aWord()} now.`;
    await own.getByLabel(/note/i).fill(note);
    await own
      .getByRole("main")
      .getByRole("button", { name: /Tell|Save|Send/ })
      .click();
    await own.waitForURL(/\/what-helped\//);
    await page.goto(`/what-helped/${told.id}/${told.slug}`);
    const later = page.getByRole("region", { name: "After 30 days" });
    await expect(later).toContainText("It made things worse");
    await expect(later).toContainText(note);
  });
}

test("an editor quotes a member who agreed, and the quote goes with the consent", async ({ page, enter }) => {
  const author = await aMember();
  const word = aWord();
  const story = `For two days it was ${word}, and then it was not.`;
  const told = await aStory({ author, agreed: ["shown", "quoted"], answers: { story } });
  const editor = await enter(await sampleMember("editor"));
  await editor.goto("/staff/articles");
  await editor
    .getByRole("main")
    .getByRole("link", { name: /^Edit / })
    .first()
    .click();
  await editor.getByRole("link", { name: "Quotes of members" }).click();
  await editor.getByLabel("Number of the testimonial").fill(String(told.id));
  await editor.getByLabel("The passage").fill(`For two days it was ${word} indeed`);
  await editor.getByRole("button", { name: "Quote it" }).click();
  await expect(editor.getByText("These words do not stand in the testimonial.")).toBeVisible();
  await editor.getByLabel("The passage").fill(`For two days it was ${word}`);
  await editor.getByRole("button", { name: "Quote it" }).click();
  await expect(editor.getByRole("figure").filter({ hasText: word })).toBeVisible();
  await page.goto("/articles");
  const articles = await page
    .getByRole("main")
    .getByRole("listitem")
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const quoting = async () => {
    for (const href of articles) {
      await page.goto(href);
      if ((await page.getByText(word).count()) > 0) return href;
    }
    return null;
  };
  expect(await quoting()).not.toBeNull();
  await expect(page.getByRole("figure").filter({ hasText: word })).toContainText(author.handle);
  const own = await enter(author);
  await own.goto("/me/testimonials");
  await own.getByRole("button", { name: "Do not quote it" }).click();
  await expect(own.getByText("May not be quoted")).toBeVisible();
  expect(await quoting()).toBeNull();
});
