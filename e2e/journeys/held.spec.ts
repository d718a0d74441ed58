import { tellWhatHelped } from "@/lib/testimonials/tell-what-helped";
import { actorOf } from "@/lib/testing/actors";
import { aMember, aWord } from "@/lib/testing/factories";
import { aTold } from "@/lib/testing/told";
import { expect, test } from "../support/fixtures";
import { answer, expectNothingHere, openCase } from "../support/steps";
import { sampleMember } from "../support/things";

test("what looks like a campaign waits, with its reason, until a moderator lets it appear", async ({
  page,
  enter,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const [first, author, word] = [await aMember(), await aMember(), aWord()];
  const story = `Every second week she held my ${word} for as long as it took, and the tight band came loose for some days.`;
  const given = { technique: "deep-tissue", story };
  await tellWhatHelped(actorOf(first, { paced: true }), aTold(given), "192.0.2.31");
  const title = `The tight band and ${word}`;
  const again = aTold({ ...given, title, tip: `Ask for ${word}.` });
  const told = await tellWhatHelped(actorOf(author, { paced: true }), again, "192.0.2.32");
  await page.goto(`/what-helped/${told.id}/${told.slug}`);
  await expectNothingHere(page);
  const own = await enter(author);
  await own.goto("/me/testimonials");
  await expect(own.getByText("A moderator reads this before others see it")).toBeVisible();

  const moderator = await enter(await sampleMember("moderator"));
  await openCase(moderator, { thread: told.id });
  await expect(moderator.getByRole("region", { name: "Why it waits" })).toContainText("wording stands in another");
  await expect(moderator.getByText(`Ask for ${word}.`)).toBeVisible();
  await answer(moderator, "What happens with it?", "Let it appear").check();
  await moderator.getByLabel("Why", { exact: true }).fill("Two sisters wrote it together, as they say.");
  await moderator.getByRole("button", { name: "Decide" }).click();
  await expect(moderator.getByRole("listitem").filter({ hasText: "Two sisters" })).toBeVisible();
  await page.goto(`/what-helped/${told.id}/${told.slug}`);
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
});
