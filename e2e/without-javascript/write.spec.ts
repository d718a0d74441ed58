import { aComment, aMember, aWord } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";
import { answer, comment, consent, fillPost, fillTestimonial, writeComment, writePost } from "../support/steps";
import { aQuestion } from "../support/things";

test.use({ javaScriptEnabled: false });

test("a member posts, changes it and withdraws it", async ({ page, enter }) => {
  const writing = await enter(await aMember());
  const title = `By hand ${aWord()}`;
  await writePost(writing, { title, text: "I wrote this on a very **old** phone." });
  await page.goto(writing.url());
  await expect(page.getByText("I wrote this on a very old phone.")).toBeVisible();
  await writing.getByRole("link", { name: "Edit" }).click();
  await writing.getByLabel("Your text").fill("I wrote this on a rather old phone.");
  await writing.getByRole("button", { name: "Save" }).click();
  await expect(writing.getByText("I wrote this on a rather old phone.")).toBeVisible();
  await writing.getByRole("link", { name: "Withdraw" }).click();
  await writing.getByRole("button", { name: "Withdraw it" }).click();
  await expect(writing.getByText("Nothing that you can read here yet.")).toBeVisible();
});

test("a refused post comes back with everything that was typed", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/post");
  await fillPost(page, { kind: "Advice", title: "Short", text: "These are my words.", audience: "Members only" });
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByText("This was not sent yet.")).toBeVisible();
  await expect(page.getByText("The title is a little short: please use at least 8 characters (now 5).")).toBeVisible();
  await expect(page.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  await expect(answer(page, "What is it?", "Advice")).toBeChecked();
  await expect(page.getByLabel("Title")).toHaveValue("Short");
  await expect(page.getByLabel("Your text")).toHaveValue("These are my words.");
  await expect(answer(page, "Who may read it?", "Members only")).toBeChecked();
  await page.getByLabel("Title").fill("Now it is long enough");
  await page.getByLabel("Your text").fill("And these are words that are long enough, too.");
  await page.getByRole("button", { name: "Post it" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Now it is long enough" })).toBeVisible();
});

test("a member tells what a technique did", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/testimonial?technique=deep-tissue");
  await fillTestimonial(page, { effect: "It made things worse", story: "It set me back a day." });
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toContainText("It made things worse");
  await expect(page.getByText("It set me back a day.")).toBeVisible();
});

test("on a phone every question is there at once, and one press sends all of it", async ({ enter }) => {
  const page = await enter(await aMember(), { viewport: { width: 375, height: 800 } });
  await page.goto("/write/testimonial?technique=trigger-point");
  for (const words of ["Who gave it?", "If you stopped, why?", "What kind of migraine?", "May we ask you again"]) {
    await expect(page.getByText(words).first()).toBeVisible();
  }
  await expect(page.getByRole("link", { name: "Next" })).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Start anew" })).toHaveCount(0);
  await fillTestimonial(page, { effect: "I cannot tell" });
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByRole("region", { name: "The answers" })).toContainText("I cannot tell");
});

test("a refused testimonial comes back with every answer", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/testimonial");
  await fillTestimonial(page, { effect: "No change", story: "It was calm." });
  await page.getByRole("button", { name: "Tell it" }).click();
  await expect(page.getByText("Please choose a technique.")).toBeVisible();
  await expect(answer(page, "Where on the body?", "Neck")).toBeChecked();
  await expect(answer(page, "What did it do, all in all?", "No change")).toBeChecked();
  await expect(consent(page, "shown")).toBeChecked();
  await expect(consent(page, "counted")).not.toBeChecked();
  await expect(page.getByLabel("Your story (optional)")).toHaveValue("It was calm.");
});

test("a member comments, answers a number, changes and withdraws it", async ({ enter }) => {
  const thread = await aQuestion();
  await aComment({ thread });
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await comment(page, 1).getByRole("link", { name: "Reply" }).click();
  await expect(page.getByLabel("Your comment")).toBeInViewport();
  await writeComment(page, "It was the same for me.", "1");
  await expect(comment(page, 2)).toContainText("to no. 1");
  await comment(page, 2).getByRole("link", { name: "Edit" }).click();
  await page.getByLabel("Your comment").fill("It was nearly the same for me.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(comment(page, 2)).toContainText("It was nearly the same for me.");
  await comment(page, 2).getByRole("link", { name: "Withdraw" }).click();
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("This comment was withdrawn by the person who wrote it.")).toBeVisible();
});

test("a refused comment comes back with its text", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await page.getByLabel("Your comment").fill("To nobody at all.");
  await page.getByLabel("Reply to comment number").fill("7");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("The comment that you are replying to is not here any more.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("To nobody at all.");
  await expect(page.getByLabel("Reply to comment number")).toHaveValue("7");
});
