import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { hearingChoices, mailSettings } from "@/db/schema";
import { unsubscribeToken } from "@/lib/platform/unsubscribe";
import { aMember } from "@/lib/testing/factories";
import { expect, test } from "../support/fixtures";

const settingsOf = async (memberId: number) =>
  (await db.select().from(mailSettings).where(eq(mailSettings.memberId, memberId)))[0];

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? "" : ", without JavaScript";

  test(`a member chooses what reaches them, and when${how}`, async ({ enter }) => {
    const member = await aMember();
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/me/settings");
    await page.getByRole("link", { name: "Choose what reaches you" }).click();
    const answers = page.getByRole("group", { name: "Answers to you" });
    await answers.getByRole("radio", { name: "Never" }).check();
    await answers.getByRole("checkbox", { name: "Among my notifications" }).uncheck();
    const hearing = page.getByRole("region", { name: "What reaches you, and how" });
    await hearing.getByRole("button", { name: "Save" }).click();
    await expect(hearing.getByText("This is saved.")).toBeVisible();
    const times = page.getByRole("region", { name: "When mails come" });
    await times.getByLabel("Your time zone").selectOption("Europe/Berlin");
    await times.getByLabel("Quiet from").selectOption("20:00");
    await times.getByRole("radio", { name: "Every day" }).check();
    await times.getByRole("button", { name: "Save" }).click();
    await expect(times.getByText("This is saved.")).toBeVisible();
    await page.goto("/me/settings/mail");
    await expect(answers.getByRole("radio", { name: "Never" })).toBeChecked();
    await expect(answers.getByRole("checkbox")).not.toBeChecked();
    await expect(times.getByLabel("Quiet from")).toHaveValue("20");
    const [choice] = await db.select().from(hearingChoices).where(eq(hearingChoices.memberId, member.id));
    expect(choice).toMatchObject({ kind: "reply", mail: "never", onSite: false });
    expect(await settingsOf(member.id)).toMatchObject({ timeZone: "Europe/Berlin", quietFrom: 20, digest: "daily" });
  });

  test(`in an attack one press in the header keeps all mails back${how}`, async ({ enter, baseURL }) => {
    const member = await aMember();
    const page = await enter(member, { javaScriptEnabled });
    await page.goto("/techniques");
    await expect(page.getByRole("button", { name: "3 days" })).toBeHidden();
    await page.context().addCookies([{ name: "theme", value: "attack", url: baseURL ?? "" }]);
    await page.reload();
    await page.getByRole("button", { name: "3 days" }).click();
    await expect(page.getByText(/No mails come until/)).toBeVisible();
    const days = (((await settingsOf(member.id))?.pausedUntil?.getTime() ?? 0) - Date.now()) / 86_400_000;
    expect(days).toBeGreaterThan(2.9);
    await page.getByRole("button", { name: "End the pause now" }).click();
    await expect(page.getByText("One press, and it is quiet.")).toBeVisible();
    expect((await settingsOf(member.id))?.pausedUntil).toBeNull();
  });

  test(`the link of a mail leads whoever has it out of a list, without an account${how}`, async ({ enter }) => {
    const member = await aMember();
    const page = await enter(null, { javaScriptEnabled });
    const token = unsubscribeToken({ list: "digest", id: member.id });
    await page.goto(`/api/unsubscribe?token=${token}`);
    expect((await settingsOf(member.id))?.digest).toBe("weekly");
    await page.getByRole("button", { name: "Get no more digests" }).click();
    await expect(page.getByRole("heading", { name: "No more digests come" })).toBeVisible();
    expect(await settingsOf(member.id)).toMatchObject({ digest: "never", digestDueAt: null });
    await page.goto("/unsubscribe?token=digest.1.nonsense");
    await page.getByRole("button", { name: "Get no more digests" }).click();
    await expect(page.getByText("This link is not whole.")).toBeVisible();
  });
}

test("a mail program’s one press ends a list without cookies, from anywhere", async ({ request, baseURL }) => {
  const member = await aMember();
  const token = unsubscribeToken({ list: "at_once", id: member.id });
  const answer = await request.post(`${baseURL}/api/unsubscribe?token=${token}`, {
    headers: { origin: "https://mail.example" },
    form: { "List-Unsubscribe": "One-Click" },
  });
  expect(answer.status()).toBe(200);
  const rows = await db.select().from(hearingChoices).where(eq(hearingChoices.memberId, member.id));
  expect(rows.map(({ mail }) => mail)).toEqual(["digest", "digest"]);
});
