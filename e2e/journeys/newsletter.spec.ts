import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { accounts, newsletterIssues } from "@/db/schema";
import { noteRefusal } from "@/lib/platform/mail-trouble";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember, aWord } from "@/lib/testing/factories";
import { anArticle, anIssue } from "@/lib/testing/newsletter";
import { expect, test } from "../support/fixtures";
import { readLink, readMail } from "../support/sessions";

// One issue goes out in 7 days, so both ways through share the week of these tests: one after the other.
test.describe.configure({ mode: "serial" });

/** As if the last issue had gone out long ago, which the database lets nobody say. */
async function letWeeksPass(): Promise<void> {
  await asOwner(async (tx) => {
    await tx.execute(sql`SET LOCAL session_replication_role = replica`);
    await tx.execute(sql`
      UPDATE newsletter_issues i SET started_at = i.started_at - ago, scheduled_for = i.scheduled_for - ago
      FROM (SELECT make_interval(days => (100000 + random() * 200000)::int) AS ago) t
      WHERE i.started_at > now() - interval '7 days'`);
  });
}

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`somebody asks for the newsletter, gets it, and leaves${how}`, async ({ enter, request, baseURL }) => {
    test.setTimeout(90_000);
    await letWeeksPass();
    const email = `${aWord()}@example.org`;
    const reading = await enter(null, { javaScriptEnabled });
    await reading.goto("/");
    await reading.getByRole("contentinfo").getByRole("link", { name: "Newsletter" }).click();
    await reading.getByLabel("Your e-mail address").fill("nobody");
    await reading.getByRole("button", { name: "Mail me the link" }).click();
    await expect(reading.getByText("This does not look like an e-mail address.")).toBeVisible();
    await reading.getByLabel("Your e-mail address").fill(email);
    await reading.getByRole("button", { name: "Mail me the link" }).click();
    await expect(reading.getByRole("heading", { level: 1, name: "Look into your mailbox" })).toBeVisible();
    await expect(reading.getByRole("link", { name: "demo mailbox" })).toBeVisible();

    await reading.goto(await readLink(reading, email));
    await reading.getByRole("button", { name: "Yes, send it to me" }).click();
    await expect(reading.getByRole("heading", { level: 1, name: "You are on the list" })).toBeVisible();

    // Newer than whatever other tests publish meanwhile.
    const publishedAt = new Date(Date.now() + 3_600_000);
    const article = await anArticle({ title: `What to ask before ${aWord()}`, publishedAt });
    const writing = await enter(await aMember({ role: "editor" }), { javaScriptEnabled });
    await writing.goto("/staff/newsletter");
    await writing.getByRole("link", { name: "Write an issue" }).click();
    await expect(writing.getByLabel("Subject")).toHaveValue(`New: ${article.title}`);
    await expect(writing.getByLabel(article.title)).toBeChecked();
    await writing.getByLabel("Introduction").fill("See [another site](https://elsewhere.example/).");
    await writing.getByRole("button", { name: "Save it as a draft" }).click();
    await expect(writing.getByText("The introduction leads to https://elsewhere.example/.")).toBeVisible();
    await expect(writing.getByLabel("Subject")).toHaveValue(`New: ${article.title}`);
    await writing.getByLabel("Introduction").fill("It was a **quiet** week. See [shiatsu](/techniques/shiatsu).");
    await writing.getByRole("button", { name: "Save it as a draft" }).click();
    const preview = writing.getByRole("region", { name: "How it reads" });
    await expect(preview.locator("strong").filter({ hasText: /^quiet$/ })).toBeVisible();
    await preview.getByText("As plain text").click();
    await expect(preview.getByText(`${baseURL}/articles/${article.slug}`)).toBeVisible();

    await writing.getByRole("link", { name: "Send it, now or later" }).click();
    await expect(writing.getByText(/It goes to [\d,]+ (person|people), with \d+ articles?\./)).toBeVisible();
    const later = writing.getByRole("region", { name: "Later" });
    await later.getByRole("button").click();
    await expect(later.getByText("Please write the date")).toBeVisible();
    await later.getByLabel("Day").fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
    await later.getByLabel("Time").fill("09:30");
    await later.getByRole("button").click();
    await expect(writing.getByText("Waits for its time")).toBeVisible();
    await writing.getByRole("button", { name: "Take it back" }).click();
    await expect(writing.getByText("Draft", { exact: true })).toBeVisible();
    await writing.getByRole("link", { name: "Send it, now or later" }).click();
    await writing
      .getByRole("region", { name: "Now" })
      .getByRole("button", { name: /^Send it to/ })
      .click();
    // A page that is loaded again too early stays where it is, and that address is no more.
    await writing.waitForURL(/\/staff\/newsletter\/\d+$/);
    await expect(async () => {
      await writing.reload();
      await expect(writing.getByText(/^Sent to \d+ (person|people)\. Came back: 0\. Left since: 0\./)).toBeVisible({
        timeout: 1000,
      });
    }).toPass();

    const { text, subject } = await readMail(reading, email);
    expect(subject).toBe(`New: ${article.title}`);
    expect(text).toContain("It was a quiet week.");
    expect(text).toContain(`${baseURL}/techniques/shiatsu`);
    const leave = /\S+\/api\/unsubscribe\?token=\S+/.exec(text)?.[0] ?? "";
    await reading.goto(leave);
    await expect(reading.getByRole("heading", { level: 1, name: "Leave the newsletter?" })).toBeVisible();
    await reading.getByRole("button", { name: "Leave the newsletter" }).click();
    await expect(reading.getByRole("heading", { level: 1, name: "You have left the newsletter" })).toBeVisible();
    await writing.reload();
    await expect(writing.getByText(/Left since: 1\./)).toBeVisible();

    // A mail program's press: from elsewhere, without a session, and harmless when it comes twice.
    const press = { headers: { origin: "https://mail.example.com" }, form: { "List-Unsubscribe": "One-Click" } };
    expect((await request.post(leave, press)).status()).toBe(200);
    expect((await request.post("/newsletter", press)).status()).toBe(403);

    const next = await anIssue();
    await writing.goto(`/staff/newsletter/${next.id}/send`);
    await writing.getByRole("region", { name: "Now" }).getByRole("button").click();
    await expect(writing.getByText("Another issue stands in the way")).toBeVisible();
    expect((await db.select().from(newsletterIssues)).find(({ id }) => id === next.id)?.scheduledFor).toBeNull();
  });

  test(`a member whose mails come back is told so, and lets them be tried again${how}`, async ({ enter }) => {
    const member = await aMember();
    const [account] = await db
      .select()
      .from(accounts)
      .where(sql`${accounts.id} = ${member.accountId}`);
    for (const messageId of ["one", "two"]) await noteRefusal(account?.email ?? "", { code: 550, messageId });
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/me");
    await expect(page.getByText("Our mails to you come back (answer 550")).toBeVisible();
    await page.getByRole("link", { name: "What you can do" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "What to do" })).toBeVisible();
    await page.goto("/me");
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByText("As far as we can tell, they reach you.")).toBeVisible();
    await page.goto("/me");
    await expect(page.getByText("Our mails to you come back")).toHaveCount(0);
  });
}

test("for everybody but editors there is nothing under /staff/newsletter", async ({ enter, tolerate }) => {
  tolerate(/status of 404/);
  const { id } = await anIssue();
  for (const role of ["member", "provider", "moderator"] as const) {
    const page = await enter(await aMember({ role }));
    for (const path of ["", "/new", `/${id}`, `/${id}/send`]) {
      expect((await page.goto(`/staff/newsletter${path}`))?.status(), `${role} ${path}`).toBe(404);
    }
  }
});
