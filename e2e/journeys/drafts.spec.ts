import type { Page } from "@playwright/test";
import { aComment, aDraft, aMember, aWord, type Member } from "@/lib/testing/factories";
import { listDrafts } from "@/lib/drafts/queries";
import { expect, test } from "../support/fixtures";
import { endSessions, openSession } from "../support/sessions";
import { answer, comment, fillPost, fillTestimonial, hydrated, writeComment } from "../support/steps";
import { aQuestion, aStory } from "../support/things";

const kept = (page: Page) => page.getByText("Kept with your account.");
const draftsOf = async ({ id }: Member) => (await listDrafts(id, "members")).map(({ words }) => words);

/** Until the account has it: some seconds after the last key. */
async function expectKept(page: Page, member: Member, words: string): Promise<void> {
  await expect(async () => expect(await draftsOf(member)).toContainEqual(expect.stringContaining(words))).toPass();
  await expect(kept(page)).toBeVisible();
}

test("a post that was begun on one device is finished on another, and its draft is gone", async ({ enter }) => {
  const member = await aMember();
  const [phone, desk] = [await enter(member, { viewport: { width: 375, height: 800 } }), await enter(member)];
  const title = `Does it help to breathe ${aWord()}?`;
  await phone.goto("/write/post");
  await hydrated(phone);
  await fillPost(phone, { title, text: "I began this on the train.", kind: "Advice", audience: "Members only" });
  await expectKept(phone, member, title);

  await desk.goto("/write/post");
  await expect(desk.getByText("We brought back what you had filled in on")).toBeVisible();
  await expect(desk.getByLabel("Title")).toHaveValue(title);
  await expect(desk.getByLabel("Which technique is it about?")).toHaveValue("shiatsu");
  await expect(answer(desk, "What is it?", "Advice")).toBeChecked();
  await expect(answer(desk, "Who may read it?", "Members only")).toBeChecked();
  await desk.getByLabel("Your text").fill("I began this on the train, and end it at my desk.");
  await desk.getByRole("button", { name: "Post it" }).click();
  await expect(desk.getByRole("heading", { level: 1, name: title })).toBeVisible();
  expect(await draftsOf(member)).toEqual([]);

  await phone.reload();
  await hydrated(phone);
  await phone.waitForLoadState("networkidle");
  await expect(phone.getByLabel("Title")).toHaveValue("");
});

test("a comment is kept when its page is left at once, and comes back under its thread only", async ({ enter }) => {
  const member = await aMember();
  const [thread, other] = [await aQuestion(), await aQuestion()];
  const page = await enter(member);
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await page.getByLabel("Your comment").fill("Half a thought, and off.");
  await page.goto(`/posts/${other.id}/${other.slug}`);
  await expect(async () => expect(await draftsOf(member)).toEqual(["Half a thought, and off."])).toPass();
  await hydrated(page);
  await expect(page.getByLabel("Your comment")).toHaveValue("");

  const elsewhere = await enter(member);
  await elsewhere.goto(`/posts/${thread.id}/${thread.slug}`);
  await elsewhere.getByLabel("Your comment").scrollIntoViewIfNeeded();
  await expect(elsewhere.getByLabel("Your comment")).toHaveValue("Half a thought, and off.");
  await writeComment(elsewhere, "Half a thought, and the other half.");
  expect(await draftsOf(member)).toEqual([]);
});

test("what is typed after a session has ended stays on the device, and is with the account after signing in", async ({
  enter,
}) => {
  const member = await aMember();
  const thread = await aQuestion();
  const page = await enter(member);
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await endSessions(member);
  await page.getByLabel("Your comment").fill("Typed while signed out.");
  await expect(page.getByText("Kept on this device. You are signed out")).toBeVisible();
  expect(await draftsOf(member)).toEqual([]);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("You are signed out, so this was not sent.")).toBeVisible();
  await page.reload();

  await openSession(page.context(), member);
  await page.goto("/me/drafts");
  await expect(page.getByText("is with your account now.")).toBeVisible();
  await page.getByRole("link", { name: "Show it in the list" }).click();
  await expect(page.getByText("Typed while signed out.")).toBeVisible();
  await page.getByRole("link", { name: "Go on writing" }).click();
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(page, 1)).toContainText("Typed while signed out.");
  expect(await draftsOf(member)).toEqual([]);
});

test("words never go to the account of somebody else who has signed in meanwhile", async ({ enter }) => {
  const [ana, ben] = [await aMember(), await aMember()];
  const page = await enter(ana);
  await page.goto("/write/post");
  await hydrated(page);
  await openSession(page.context(), ben);
  await page.getByLabel("Title").fill("Only Ana should read this");
  await expect(page.getByText("Kept on this device. You are signed out")).toBeVisible();
  expect(await draftsOf(ben)).toEqual([]);
});

test("two devices that write at once lose nothing: the newer words are shown, the others are in the list", async ({
  enter,
}) => {
  const member = await aMember();
  const thread = await aQuestion();
  const [phone, desk] = [await enter(member), await enter(member)];
  for (const page of [phone, desk]) {
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    await hydrated(page);
    await page.getByLabel("Your comment").scrollIntoViewIfNeeded();
  }
  await phone.getByLabel("Your comment").fill("From the phone.");
  await expectKept(phone, member, "From the phone.");
  await desk.getByLabel("Your comment").fill("From the desk.");
  await expectKept(desk, member, "From the desk.");
  const third = await enter(member);
  await third.goto(`/posts/${thread.id}/${thread.slug}`);
  await third.getByLabel("Your comment").scrollIntoViewIfNeeded();
  await expect(third.getByLabel("Your comment")).toHaveValue("From the desk.");
  await third.goto("/me/drafts");
  await expect(third.getByRole("article")).toHaveCount(2);
  await expect(third.getByRole("article").first()).toContainText("From the desk.");
  await expect(third.getByRole("article").last()).toContainText("From the phone.");
  await expect(third.getByRole("article").last().getByRole("link", { name: thread.title })).toBeVisible();
});

test("answers of a testimonial are kept, and stand in the form on another device", async ({ enter }) => {
  const member = await aMember();
  const page = await enter(member);
  await page.goto("/write/testimonial?technique=craniosacral");
  await hydrated(page);
  await fillTestimonial(page, { effect: "It made things worse", story: "It set me back a day." });
  await expectKept(page, member, "It set me back a day.");
  const other = await enter(member);
  await other.goto("/write/testimonial");
  await expect(other.getByText(/We brought back .*, about Craniosacral therapy\./)).toBeVisible();
  await expect(answer(other, "What did it do, all in all?", "It made things worse")).toBeChecked();
  await other.getByRole("button", { name: "Tell it" }).click();
  await expect(other.getByText("It set me back a day.")).toBeVisible();
  expect(await draftsOf(member)).toEqual([]);
});

test("a change that was begun stands in its form; what is posted is one press away", async ({ enter }) => {
  const member = await aMember();
  const thread = await aQuestion({ author: member });
  const said = await aComment({ thread, author: member, body: "It stands like this." });
  const page = await enter(member);
  const text = page.getByLabel("Your comment");
  await page.goto(`/me/edit/comment/${said.id}`);
  await hydrated(page);
  await text.fill("It could stand like that.");
  await expectKept(page, member, "It could stand like that.");
  await page.reload();
  await expect(text).toHaveValue("It could stand like that.");
  await hydrated(page);
  await page.getByRole("link", { name: "Begin with what stands there" }).click();
  await expect(text).toHaveValue("It stands like this.");
  await page.goto("/me/drafts");
  await page.getByRole("link", { name: "Go on writing" }).click();
  await expect(text).toHaveValue("It could stand like that.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(comment(page, 1)).toContainText("It could stand like that.");
  expect(await draftsOf(member)).toEqual([]);
});

test("starting anew lets a draft go everywhere, and undoing keeps it again", async ({ enter }) => {
  const member = await aMember();
  const page = await enter(member);
  await page.goto("/write/post");
  await hydrated(page);
  await page.getByLabel("Your text").fill("Not like this.");
  await expectKept(page, member, "Not like this.");
  await page.reload();
  await page.getByRole("button", { name: "Start anew" }).click();
  await expect(page.getByText("Everything is empty again")).toBeFocused();
  await expect(async () => expect(await draftsOf(member)).toEqual([])).toPass();
  await page.getByRole("button", { name: "Undo" }).click();
  await expectKept(page, member, "Not like this.");
});

for (const javaScriptEnabled of [true, false]) {
  test(`throwing away takes two presses${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({ enter }) => {
    const member = await aMember();
    await aDraft({ author: member, values: { title: ["An old idea"], body: ["That went nowhere."] } });
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/me");
    await page.getByRole("link", { name: "Drafts" }).click();
    await expect(page.getByRole("article", { name: "A new post" })).toContainText("An old idea · That went nowhere.");
    await page.getByText("Throw away", { exact: true }).click();
    expect(await draftsOf(member)).toHaveLength(1);
    await page.getByRole("button", { name: "Throw it away" }).click();
    await expect(page.getByText("There is none at the moment.")).toBeVisible();
    expect(await draftsOf(member)).toEqual([]);
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a comment is found in the list and finished there", async ({ enter }) => {
    const member = await aMember();
    const thread = await aQuestion();
    await aDraft({ author: member, place: `comment-${thread.id}`, values: { body: ["From my other phone."] } });
    const page = await enter(member);
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    await expect(page.getByLabel("Your comment")).toHaveValue("");
    await page.goto("/me/drafts");
    await page.getByRole("link", { name: "Go on writing" }).click();
    await expect(page.getByLabel("Your comment")).toHaveValue("From my other phone.");
    await expect(page.getByText("We brought back what you had filled in on")).toBeVisible();
    await page.getByLabel("Reply to comment number").fill("9");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByText("The comment that you are replying to is not here any more.")).toBeVisible();
    expect(await draftsOf(member)).toHaveLength(1);
    await page.getByLabel("Reply to comment number").fill("");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(comment(page, 1)).toContainText("From my other phone.");
    expect(await draftsOf(member)).toEqual([]);
  });

  test("a change to a testimonial stands in its form", async ({ enter }) => {
    const member = await aMember();
    const story = await aStory({ author: member, answers: { story: "It stands like this." } });
    await aDraft({
      author: member,
      place: `edit-testimonial-${story.id}`,
      values: { story: ["And then it rained."], effect: ["cannot_tell"], areas: ["jaw", "neck"] },
    });
    const page = await enter(member);
    await page.goto(`/me/edit/testimonial/${story.id}`);
    await expect(page.getByLabel("Your story (optional)")).toHaveValue("And then it rained.");
    await expect(answer(page, "What did it do, all in all?", "I cannot tell")).toBeChecked();
    await expect(answer(page, "Where on the body?", "Jaw")).toBeChecked();
    await page.getByRole("link", { name: "Begin with what stands there" }).click();
    await expect(page.getByLabel("Your story (optional)")).toHaveValue("It stands like this.");
  });
});
