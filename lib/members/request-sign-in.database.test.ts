import { desc, eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { accounts, demoMails, signInTokens } from "@/db/schema";
import { sha256 } from "@/lib/platform/ids";
import { anAccount, aWord } from "@/lib/testing/factories";
import { codeOf, outcomesOf, refusalOf } from "@/lib/testing/refusals";
import { letPass, waitingJobs } from "@/lib/testing/rows";
import { wordIsIn } from "@/lib/testing/words";
import { authAdapter } from "./auth-adapter";
import { sendSignInMail } from "./jobs";
import { requestSignIn } from "./request-sign-in";
import { signInToken, signInTokenHash } from "./sign-in-token";

const request = (given: Partial<Parameters<typeof requestSignIn>[0]> = {}) => ({
  email: `${aWord()}@example.org`,
  name: "Ana",
  next: "/me",
  network: aWord(),
  ...given,
});
const tokenOf = async (email: string) => {
  const rows = await db.select().from(signInTokens).where(eq(signInTokens.email, email)).orderBy(desc(signInTokens.createdAt)); // prettier-ignore
  if (!rows[0]) throw new Error("there is no token");
  return rows[0];
};
const use = (token: string) => authAdapter.useVerificationToken?.({ identifier: "", token }) ?? Promise.resolve(null);

describe("requestSignIn", () => {
  it("stores the hash of a token that is good for 10 minutes, and a job that holds no address", async () => {
    const sent = request();
    await requestSignIn(sent);
    const row = await tokenOf(sent.email);
    const token = signInToken(row.nonce);
    expect(row.tokenHash).toBe(signInTokenHash(token));
    expect(await wordIsIn(token)).toEqual([]);
    expect(row.expiresAt.getTime() - row.createdAt.getTime()).toBe(10 * 60_000);
    const jobs = (await waitingJobs()).filter(({ payload }) => payload.tokenHash === row.tokenHash);
    expect(jobs).toEqual([{ task: "send_sign_in_mail", payload: { tokenHash: row.tokenHash, next: "/me" } }]);
  });

  it("keeps one spelling of an address, and names nobody in its windows", async () => {
    const word = aWord();
    await requestSignIn(request({ email: ` ${word.toUpperCase()}＠Example.org ` }));
    expect((await tokenOf(`${word}@example.org`)).email).toBe(`${word}@example.org`);
    expect(await wordIsIn(word)).toEqual(["identity.sign_in_tokens"]);
  });

  it("answers the same whether or not there is an account", async () => {
    const { email } = await anAccount();
    expect(await requestSignIn(request({ email }))).toBeUndefined();
    expect(await requestSignIn(request())).toBeUndefined();
  });

  it("refuses what is no address, beside its field", async () => {
    for (const email of ["", "ana", "a@b", "a@example.org, b@example.org", "a\u0000@example.org"]) {
      expect(await refusalOf(requestSignIn(request({ email })))).toMatchObject({ code: "email_wrong", field: "email" });
    }
  });

  it("lets 3 through for one address in 10 minutes, also at once, and 10 a day", async () => {
    const sent = request();
    const ask = () => requestSignIn({ ...sent, network: aWord() });
    const jobsBefore = (await waitingJobs()).length;
    const outcomes = await outcomesOf([ask(), ask(), ask(), ask(), ask()]);
    expect(outcomes).toEqual(["done", "done", "done", "rate_limited", "rate_limited"]);
    expect(await waitingJobs()).toHaveLength(jobsBefore + 3);
    const window = `sign-in:${sha256(`mail:${sent.email}`)}:10min`;
    for (let n = 4; n <= 10; n += 1) {
      await letPass(window);
      await ask();
    }
    await letPass(window);
    expect((await refusalOf(ask())).facts.waitSeconds).toBeGreaterThan(3600);
  });

  it("lets 10 through from one network in 10 minutes", async () => {
    const network = aWord();
    for (let n = 1; n <= 10; n += 1) await requestSignIn(request({ network }));
    const refused = request({ network });
    expect(await codeOf(requestSignIn(refused))).toBe("rate_limited");
    await expect(tokenOf(refused.email)).rejects.toThrow();
    await requestSignIn({ ...refused, network: aWord() });
  });
});

describe("the link", () => {
  it("is used up once, also when pressed twice at once, and makes the account with its name", async () => {
    const sent = request({ name: "Ana Maria" });
    await requestSignIn(sent);
    const { tokenHash } = await tokenOf(sent.email);
    const used = await Promise.all([use(tokenHash), use(tokenHash), use(tokenHash)]);
    expect(used.filter((each) => each !== null)).toMatchObject([{ identifier: sent.email }]);
    expect(await use(tokenHash)).toBeNull();
    const made = await db.select().from(accounts).where(eq(accounts.email, sent.email));
    expect(made).toMatchObject([{ name: "Ana Maria" }]);
  });

  it("is over after 10 minutes", async () => {
    const sent = request();
    await requestSignIn(sent);
    const { tokenHash } = await tokenOf(sent.email);
    const over = { expiresAt: sql`now() - interval '1 second'` };
    await db.update(signInTokens).set(over).where(eq(signInTokens.tokenHash, tokenHash));
    expect(await use(tokenHash)).toBeNull();
    expect(await db.select().from(accounts).where(eq(accounts.email, sent.email))).toEqual([]);
  });

  it("is nothing to who knows the stored hash only", async () => {
    const sent = request();
    await requestSignIn(sent);
    // next-auth hashes whatever is presented before it comes here.
    expect(await use(signInTokenHash((await tokenOf(sent.email)).tokenHash))).toBeNull();
  });

  it("leaves the name of an account that exists", async () => {
    const account = await anAccount({ name: "Ben" });
    await requestSignIn(request({ email: account.email, name: "Somebody else" }));
    await use((await tokenOf(account.email)).tokenHash);
    expect(await db.select().from(accounts).where(eq(accounts.id, account.id))).toMatchObject([{ name: "Ben" }]);
  });
});

describe("sendSignInMail", () => {
  const mailsTo = (email: string) => db.select().from(demoMails).where(eq(demoMails.recipient, email));

  it("mails the link, with the token that the hash belongs to", async () => {
    const sent = request({ next: "/write/post?technique=shiatsu" });
    await requestSignIn(sent);
    const { tokenHash } = await tokenOf(sent.email);
    await sendSignInMail({ tokenHash, next: sent.next });
    const [mail] = await mailsTo(sent.email);
    const link = new URL(/http:\/\/localhost:3000\/auth\/confirm\S*/.exec(mail?.text ?? "")?.[0] ?? "");
    expect(signInTokenHash(link.searchParams.get("token") ?? "")).toBe(tokenHash);
    expect(link.searchParams.get("next")).toBe("/write/post?technique=shiatsu");
  });

  it("does nothing for a token that was used or never was", async () => {
    const sent = request();
    await requestSignIn(sent);
    const { tokenHash } = await tokenOf(sent.email);
    await use(tokenHash);
    await sendSignInMail({ tokenHash, next: "/me" });
    await sendSignInMail({ tokenHash: "never", next: "/me" });
    expect(await mailsTo(sent.email)).toEqual([]);
  });
});
