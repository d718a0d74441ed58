import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { threads } from "@/db/schema";
import { aComment, aMember, aWord } from "@/lib/testing/factories";
import { aStatement } from "@/lib/testing/reports";
import { expect, test } from "./support/fixtures";
import { endSessions, openSession } from "./support/sessions";
import { comment, expectNothingHere, fillPost, hydrated, writeComment, writePost } from "./support/steps";
import { aQuestion, aStory } from "./support/things";

const signedOut = "You are signed out, so this was not sent. Your text is still here";

test("what is too short or too long is refused beside its field, and kept", async ({ enter }) => {
  const page = await enter(await aMember());
  await page.goto("/write/post");
  for (const { title, text, sentence } of [
    { title: "Short", text: "This text is long enough to be sent.", sentence: "at least 8 characters (now 5)" },
    { title: "t".repeat(151), text: "This text is long enough to be sent.", sentence: "151 characters, and 150 fit" },
    { title: "A title that fits", text: "Too short.", sentence: "at least 20 characters (now 10)" },
    { title: "A title that fits", text: "é".repeat(20_001), sentence: "20001 characters, and 20000 fit" },
    { title: "A title that fits", text: "   \n   ", sentence: "Your text is empty." },
  ]) {
    await fillPost(page, { title, text });
    await page.getByRole("button", { name: "Post it" }).click();
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(page.getByLabel("Title")).toHaveValue(title);
    await expect(page.getByLabel("Your text")).toHaveValue(text);
  }
});

test("a character that cannot be stored is refused, from a page and from a program", async ({ enter, baseURL }) => {
  const page = await enter(await aMember(), { javaScriptEnabled: false });
  await page.goto("/write/post");
  await fillPost(page, { title: "A title that fits", text: "This text is long enough to be sent." });
  const fields = await page
    .locator("form", { has: page.getByLabel("Your text") })
    .evaluate((form) => [...new FormData(form as HTMLFormElement)].map(([name, value]) => [name, String(value)]));
  const multipart = {
    ...(Object.fromEntries(fields) as Record<string, string>),
    body: "A text with \u0000 in its middle.",
  };
  const answer = await page.request.post("/write/post", { multipart, headers: { origin: baseURL ?? "" } });
  expect(answer.status()).toBe(200);
  expect(await answer.text()).toContain("holds a character that cannot be stored");
  for (const path of ["/posts/%00/x", "/techniques/%00", "/members/%ED%A0%80", "/posts/1%00/x"]) {
    expect([400, 404], path).toContain((await page.request.get(path)).status());
  }
});

test("numbers of pages and things that cannot be are not there", async ({ request }) => {
  for (const path of [
    "/posts/abc/x",
    "/posts/-1/x",
    "/posts/99999999999999999999/x",
    "/what-helped/0/x",
    "/techniques/shiatsu?page=0",
    "/techniques/shiatsu?page=1e9",
    "/what-helped?page=99999",
  ]) {
    expect((await request.get(path)).status(), path).toBe(404);
  }
});

test("markup and scripts in a text stay words", async ({ page, enter }) => {
  const writing = await enter(await aMember());
  const title = `<b>${aWord()}</b> & "more"`;
  const text = `<script>document.title = "taken"</script> <img src=x onerror=alert(1)> [here](javascript:alert(1)) end`;
  await writePost(writing, { title, text });
  await page.goto(writing.url());
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("main img, main [onerror], main a[href^='javascript']")).toHaveCount(0);
  expect(await page.title()).toContain("more");
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a session that ends while somebody writes loses nothing${how}`, async ({ enter }) => {
    const member = await aMember();
    const page = await enter(member, { javaScriptEnabled });
    const title = `Written for an hour ${aWord()}`;
    const text = "It took me the whole evening to write this.";
    await page.goto("/write/post");
    if (javaScriptEnabled) await hydrated(page);
    await fillPost(page, { title, text, audience: "Members only" });
    await endSessions(member);
    await page.getByRole("button", { name: "Post it" }).click();
    await expect(page.getByText(signedOut)).toBeVisible();
    await expect(page.getByRole("link", { name: "Sign in (opens a new tab)" })).toBeVisible();
    await expect(page.getByLabel("Your text")).toHaveValue(text);
    await expect(page.getByLabel("Your text")).toBeVisible();
    await openSession(page.context(), member);
    await page.getByRole("button", { name: "Post it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  });

  test(`a thread that is closed while somebody writes gives the text back${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    const page = await enter(await aMember(), { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    if (javaScriptEnabled) await hydrated(page);
    await page.getByLabel("Your comment").fill("One more thing about this.");
    await db.update(threads).set({ lockedAt: new Date(), lockedBy: thread.authorId }).where(eq(threads.id, thread.id));
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByText("This thread is closed, so nothing can be added or changed.")).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("One more thing about this.");
  });

  test(`a second comment at once is asked to wait, and kept${how}`, async ({ enter }) => {
    const thread = await aQuestion();
    const page = await enter(await aMember({ joinedAt: new Date() }), { javaScriptEnabled });
    await page.goto(`/posts/${thread.id}/${thread.slug}`);
    await writeComment(page, "This is the first.");
    await page.getByLabel("Your comment").fill("And this the second.");
    await page.getByRole("button", { name: "Post comment" }).click();
    await expect(page.getByText(/That was a little fast. Please wait \d+ seconds/)).toBeVisible();
    await expect(page.getByLabel("Your comment")).toHaveValue("And this the second.");
  });
}

test("a thread that is withdrawn while somebody writes gives the text back, without JavaScript", async ({
  enter,
  tolerate,
}) => {
  tolerate(/status of 404/);
  const thread = await aQuestion();
  const page = await enter(await aMember(), { javaScriptEnabled: false });
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await page.getByLabel("Your comment").fill("I hope that you are better.");
  await db.update(threads).set({ withdrawnAt: new Date() }).where(eq(threads.id, thread.id));
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByRole("heading", { name: "This was not sent" })).toBeVisible();
  await expect(page.getByLabel("What you wrote")).toHaveValue("I hope that you are better.");
});

test("a thread that is withdrawn while somebody writes gives the text back", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await page.getByLabel("Your comment").fill("I hope that you are better.");
  await db.update(threads).set({ withdrawnAt: new Date() }).where(eq(threads.id, thread.id));
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("This is not here any more.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("I hope that you are better.");
});

test("somebody else's things cannot be opened for a change", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const author = await aMember();
  const thread = await aQuestion({ author });
  const story = await aStory({ author });
  const written = await aComment({ thread, author });
  const statement = await aStatement({ thread });
  const page = await enter(await aMember());
  for (const path of [
    `/me/edit/post/${thread.id}`,
    `/me/edit/testimonial/${story.id}`,
    `/me/edit/comment/${written.id}`,
    `/me/withdraw/thread/${thread.id}`,
    `/me/withdraw/comment/${written.id}`,
    `/me/statements/${statement.id}`,
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(404);
    await expectNothingHere(page);
  }
});

test("a lost connection keeps the text, and it can be sent afterwards", async ({ enter, tolerate }) => {
  tolerate(/ERR_INTERNET_DISCONNECTED/);
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await page.getByLabel("Your comment").fill("I write this on a train.");
  await page.context().setOffline(true);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(page.getByText("We could not reach the server, so this was not sent.")).toBeVisible();
  await expect(page.getByLabel("Your comment")).toHaveValue("I write this on a train.");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(page, 1)).toContainText("I write this on a train.");
});

test("a draft comes back after a reload, and goes once it was sent", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  const text = page.getByLabel("Your comment");
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await text.fill("Half a thought");
  await text.blur();
  await page.reload();
  await expect(text).toHaveValue("Half a thought");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(page, 1)).toContainText("Half a thought");
  await page.reload();
  await hydrated(page);
  await expect(text).toHaveValue("");
});

test("what is sent right after the last key does not come back as a draft", async ({ enter }) => {
  const thread = await aQuestion();
  const page = await enter(await aMember());
  await page.addInitScript(runTimersAtTheEnd);
  await page.goto(`/posts/${thread.id}/${thread.slug}`);
  await hydrated(page);
  await page.getByLabel("Your comment").fill("Typed and sent at once.");
  await page.getByRole("button", { name: "Post comment" }).click();
  await expect(comment(page, 1)).toContainText("Typed and sent at once.");
  await hydrated(page);
  await expect(page.getByLabel("Your comment")).toHaveValue("");
});

/** Runs in the page: longer timers go off when it is left, as they do where the next page is slow to come. */
function runTimersAtTheEnd(): void {
  const { setTimeout: start, clearTimeout: cancel } = window;
  const waiting = new Map<number, () => void>();
  let last = 1_000_000;
  window.setTimeout = ((run: (...given: unknown[]) => void, ms = 0, ...given: unknown[]) => {
    if (ms < 100) return start(run, ms, ...given);
    waiting.set((last += 1), () => run(...given));
    return last;
  }) as typeof window.setTimeout;
  window.clearTimeout = (id) => void (waiting.delete(Number(id)) || cancel(id));
  window.addEventListener("pagehide", () => waiting.forEach((run) => run()));
}
