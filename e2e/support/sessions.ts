import { expect, type BrowserContext, type Page } from "@playwright/test";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { sessions } from "@/db/schema";
import { daysAgo, hoursAgo } from "@/lib/testing/factories";
import { randomToken, sha256 } from "@/lib/platform/ids";
import { sessionCookieName } from "@/lib/platform/session-cookie";

const cookieName = sessionCookieName(false);

/** Signs in without a mail: mails are limited, and only the journeys about signing in are about them. */
export async function openSession(context: BrowserContext, person: { accountId: number | null }): Promise<void> {
  const token = randomToken();
  const accountId = person.accountId ?? 0;
  await db.insert(sessions).values({ tokenHash: sha256(token), accountId, expiresAt: daysAgo(-30) });
  const url = process.env.E2E_URL ?? "";
  await context.addCookies([{ name: cookieName, value: token, url, httpOnly: true, sameSite: "Lax" }]);
}

/** As if the 30 days were over while the page lies open. */
export async function endSessions(person: { accountId: number | null }): Promise<void> {
  await db.delete(sessions).where(eq(sessions.accountId, person.accountId ?? 0));
}

/** As if a moderator had not touched the staff pages for some hours. */
export async function leaveFor(person: { accountId: number | null }, hours: number): Promise<void> {
  const then = hoursAgo(hours);
  await db
    .update(sessions)
    .set({ createdAt: then, staffSeenAt: then })
    .where(eq(sessions.accountId, person.accountId ?? 0));
}

/**
 * Asks for a link in the form, as a person does. All tests come from one network, and ten mails in ten minutes is what it
 * gets: the whole run asks for eight.
 */
export async function askForLink(page: Page, email: string, name = ""): Promise<void> {
  await page.goto("/auth/sign-in");
  await page.getByLabel("Your e-mail address").fill(email);
  await page.getByLabel("What should our mails call you?").fill(name);
  await page.getByRole("button", { name: "Mail me a link" }).click();
  await expect(page.getByRole("heading", { name: "Look into your mailbox" })).toBeVisible();
}

type Mail = { to: string; subject: string; text: string };

/** The newest mail to an address; it comes a moment after it was asked for. */
export async function readMail(page: Page, to: string): Promise<Mail> {
  let mail: Mail | undefined;
  await expect(async () => {
    const mails = (await (await page.request.get("/dev/mailbox.json")).json()) as Mail[];
    mail = mails.find((each) => each.to === to);
    expect(mail, `a mail to ${to}`).toBeDefined();
  }).toPass();
  return mail as Mail;
}

/** The address in the newest mail to somebody. */
export async function readLink(page: Page, to: string): Promise<string> {
  const { text } = await readMail(page, to);
  return text.match(/https?:\/\/\S+/)?.[0] ?? "";
}

/** The whole way by mail: form, mailbox, button. */
export async function signInAs(page: Page, role: "member" | "provider" | "editor" | "moderator" | "admin") {
  const email = `${role}@example.org`;
  await askForLink(page, email);
  await page.goto(await readLink(page, email));
  await page.getByRole("button", { name: "Sign in" }).click();
}
