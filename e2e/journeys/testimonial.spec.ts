import { aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { answer, consent, fillTestimonial } from "../support/steps";
import { aStory } from "../support/things";

test("a member tells what a technique did, and people read it", async ({ page, enter }) => {
  const writing = await enter(await aMember());
  const story = `Three sessions, and nothing ${aWord()} came of it.`;
  await writing.goto("/what-helped?technique=shiatsu");
  await writing.getByRole("link", { name: "Tell what it did to you" }).click();
  await expect(writing.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  await fillTestimonial(writing, { effect: "No change", story });
  await writing.getByLabel("How firm was it?").selectOption("Firm");
  await writing.getByLabel("How many minutes at a time?").fill("40");
  await writing.getByRole("button", { name: "Tell it" }).click();
  await expect(writing.getByRole("heading", { level: 1, name: "Shiatsu: no change" })).toBeVisible();
  await page.goto(writing.url());
  const answers = page.getByRole("region", { name: "The answers" });
  await expect(answers).toContainText(/What did it do, all in all\?\s*No change/);
  for (const words of ["A physiotherapist", "Between attacks", "Neck", "I was sore", "Firm", "40"]) {
    await expect(answers.getByRole("definition").filter({ hasText: words }).first()).toBeVisible();
  }
  await expect(page.getByText(story)).toBeVisible();
  await page.goto("/what-helped?technique=shiatsu");
  await expect(page.getByText(story)).toBeVisible();
});

test("its author changes the answers later, and is not asked for the consents again", async ({ enter }) => {
  const author = await aMember();
  const { id, slug } = await aStory({ author });
  const page = await enter(author, { viewport: { width: 375, height: 800 } });
  await page.goto(`/what-helped/${id}/${slug}`);
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(answer(page, "What did it do, all in all?", "It helped a little")).toBeChecked();
  await expect(consent(page, "shown")).toHaveCount(0);
  await answer(page, "What did it do, all in all?", "It made things worse").check();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toContainText("It made things worse");
});

test("what is left out is asked for in place, and nothing is lost", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/testimonial");
  await page.getByLabel("Your story (optional)").fill("Only the story so far.");
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByText("This was not sent yet.")).toBeVisible();
  for (const sentence of [
    "Please choose a technique.",
    "Please say who gave it.",
    "Please say what it did.",
    "Please agree to showing it, to counting it, or to both.",
  ]) {
    await expect(page.getByText(sentence)).toBeVisible();
  }
  await expect(page.getByLabel("Which technique is it about?")).toBeFocused();
  await expect(page.getByLabel("Your story (optional)")).toHaveValue("Only the story so far.");
});

test("nobody has agreed to anything before they tick it, and nothing is kept without", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/testimonial?technique=shiatsu");
  for (const purpose of ["shown", "counted", "quoted"] as const) {
    await expect(consent(page, purpose)).not.toBeChecked();
  }
  await fillTestimonial(page, { effect: "I cannot tell" });
  await consent(page, "shown").uncheck();
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByText("Please agree to showing it, to counting it, or to both.")).toBeVisible();
  await expect(consent(page, "shown")).toBeFocused();
});

test("a testimonial under a name made for it alone does not carry its author's handle", async ({ enter }) => {
  const author = await aMember();
  const page = await enter(author);
  await page.goto("/write/testimonial?technique=craniosacral");
  await fillTestimonial(page, { effect: "It helped a lot" });
  await answer(page, "Whose name should stand on it?", "A name made for this alone").check();
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /: it helped a lot$/ })).toBeVisible();
  await expect(page.getByRole("main").getByText(author.handle)).toHaveCount(0);
});

test("there is one per technique", async ({ enter }) => {
  const author = await aMember();
  await aStory({ author });
  const page = await enter(author);
  await page.goto("/write/testimonial?technique=shiatsu");
  await fillTestimonial(page, { effect: "It helped a lot", story: "It was good to me." });
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByText("You have told about this technique already.")).toBeVisible();
  await expect(page.getByLabel("Your story (optional)")).toHaveValue("It was good to me.");
});

test("whoever gives massages for a living may tell, and is labelled", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/testimonial?technique=self-massage");
  await fillTestimonial(page, { effect: "It helped a lot" });
  await page.getByRole("checkbox", { name: "Yes, I give massages for a living" }).check();
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toContainText("Gives massages for a living");
});
