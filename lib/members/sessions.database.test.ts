import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { members, sessions, signInTokens } from "@/db/schema";
import { findReader } from "@/lib/follows/queries";
import { randomToken, sha256 } from "@/lib/platform/ids";
import { renewSession } from "@/lib/platform/session";
import { actorOf } from "@/lib/testing/actors";
import { purgedBy } from "@/lib/testing/announcements";
import { aMember, anAccount, aWord, daysAgo } from "@/lib/testing/factories";
import { codeOf } from "@/lib/testing/refusals";
import { wordIsIn } from "@/lib/testing/words";
import { authAdapter } from "./auth-adapter";
import { editBio } from "./edit-bio";
import { listSessions } from "./queries";
import { requestSignIn } from "./request-sign-in";
import { signOut } from "./sign-out";
import { signOutEverywhere } from "./sign-out-everywhere";

async function aSession(accountId: number, expires = daysAgo(-30)): Promise<string> {
  const sessionToken = randomToken();
  await authAdapter.createSession?.({ sessionToken, userId: String(accountId), expires });
  return sessionToken;
}

async function viewerBy(token: string) {
  return (await findReader(token, null))?.viewer ?? null;
}

describe("a session", () => {
  it("says who asks, and is stored as a hash", async () => {
    const member = await aMember({ role: "moderator" });
    const accountId = Number(member.accountId);
    const token = await aSession(accountId);
    const viewer = { accountId, memberId: member.id, handle: member.handle, role: "moderator" };
    expect(await viewerBy(token)).toEqual({ ...viewer, newcomer: false, restriction: null, renewalDue: false });
    expect(await wordIsIn(token)).toEqual([]);
    expect(await viewerBy(sha256(token))).toBeNull();
  });

  it("says that there is no handle yet", async () => {
    const account = await anAccount();
    const viewer = { accountId: account.id, memberId: null, handle: null, role: "member" };
    expect(await viewerBy(await aSession(account.id))).toEqual({
      ...viewer,
      newcomer: true,
      restriction: null,
      renewalDue: false,
    });
  });

  it("is nobody's when it is over, made up, empty or very long", async () => {
    const { id } = await anAccount();
    for (const token of [await aSession(id, daysAgo(0.001)), randomToken(), "", "a".repeat(100_000)]) {
      expect(await viewerBy(token)).toBeNull();
    }
  });

  it("is moved on a month when its last use is a day old, and not when it is over", async () => {
    const { id } = await anAccount();
    const token = await aSession(id, daysAgo(-20));
    const row = () =>
      db
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, sha256(token)));
    await db
      .update(sessions)
      .set({ seenAt: daysAgo(1.01) })
      .where(eq(sessions.tokenHash, sha256(token)));
    expect(await viewerBy(token)).toMatchObject({ renewalDue: true });
    await renewSession(token);
    expect(await viewerBy(token)).toMatchObject({ renewalDue: false });
    expect((await row())[0]?.expiresAt.getTime()).toBeGreaterThan(daysAgo(-29.9).getTime());
    const over = daysAgo(0.001);
    await db
      .update(sessions)
      .set({ expiresAt: over })
      .where(eq(sessions.tokenHash, sha256(token)));
    await renewSession(token);
    expect((await row())[0]?.expiresAt).toEqual(over);
  });

  it("ends alone with signOut, and with all others and the links on their way with signOutEverywhere", async () => {
    const [account, stranger] = [await anAccount(), await anAccount()];
    const [one, two, three] = [await aSession(account.id), await aSession(account.id), await aSession(account.id)];
    const other = await aSession(stranger.id);
    for (const { email } of [account, stranger])
      await requestSignIn({ email, name: "Ana", next: "/me", network: aWord() });
    await signOut(one);
    expect(await viewerBy(one)).toBeNull();
    expect(await listSessions(account.id, two)).toHaveLength(2);
    await signOutEverywhere(account.id);
    for (const token of [two, three]) expect(await viewerBy(token)).toBeNull();
    expect(await viewerBy(other)).not.toBeNull();
    expect(await db.$count(sessions, eq(sessions.accountId, account.id))).toBe(0);
    expect(await db.$count(signInTokens, eq(signInTokens.email, account.email))).toBe(0);
    expect(await db.$count(signInTokens, eq(signInTokens.email, stranger.email))).toBe(1);
  });
});

describe("editBio", () => {
  it("changes one's own words, tells one's pages and counts as an edit", async () => {
    const [member, other] = [await aMember(), await aMember()];
    const tags = await purgedBy(() => editBio(actorOf(member), "I *like* walking."));
    expect(tags).toEqual([`member:${member.id}`]);
    const [row] = await db.select().from(members).where(eq(members.id, member.id));
    expect(row?.bioHtml).toContain("<em>like</em>");
    expect(await db.select().from(members).where(eq(members.id, other.id))).toMatchObject([{ bio: "" }]);
    const paced = actorOf(member, { paced: true });
    for (let n = 1; n <= 30; n += 1) await editBio(paced, `Number ${n}.`);
    expect(await codeOf(editBio(paced, "Once more."))).toBe("rate_limited");
  });
});
