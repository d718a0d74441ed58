import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, members, shownTestimonials } from "@/db/schema";
import type { Role } from "@/lib/platform/actor";
import { actorOf } from "@/lib/testing/actors";
import { heardDuring, purgedBy } from "@/lib/testing/announcements";
import { aComment, aMember, aTechnique, aTestimonial, aThread, daysAgo, type Member } from "@/lib/testing/factories";
import { aPersona } from "@/lib/testing/personas";
import { codeOf, outcomesOf } from "@/lib/testing/refusals";
import { changeRole } from "./change-role";

const anAdmin = () => aMember({ role: "admin" });
const give = (by: Member, to: { id: number }, role: Role, credential = "") =>
  changeRole(actorOf(by), { member: to.id, role, credential });

async function roleOf({ id }: { id: number }) {
  const [row] = await db
    .select({ role: members.role, credential: members.credential })
    .from(members)
    .where(eq(members.id, id));
  return row;
}

describe("changeRole", () => {
  it("gives and takes a role, with a line in the log", async () => {
    const [admin, member] = [await anAdmin(), await aMember()];
    await give(admin, member, "moderator");
    expect(await roleOf(member)).toEqual({ role: "moderator", credential: null });
    await give(admin, member, "member");
    expect(await roleOf(member)).toEqual({ role: "member", credential: null });
    const lines = await db
      .select()
      .from(auditLog)
      .where(eq(auditLog.subject, `member:${member.id}`))
      .orderBy(auditLog.id);
    expect(lines).toMatchObject([
      { actorId: admin.id, act: "role_change", detail: { from: "member", to: "moderator" } },
      { actorId: admin.id, act: "role_change", detail: { from: "moderator", to: "member" } },
    ]);
  });

  it("keeps what a provider does for a living as long as they are one, and takes them out of the numbers", async () => {
    const [admin, member] = [await anAdmin(), await aMember()];
    const told = await aTestimonial({ author: member });
    await give(admin, member, "provider", "Physiotherapist");
    expect(await roleOf(member)).toEqual({ role: "provider", credential: "Physiotherapist" });
    const [answers] = await db.select().from(shownTestimonials).where(eq(shownTestimonials.threadId, told.id));
    expect(answers).toMatchObject({ interest: true });
    await give(admin, member, "provider", "Physiotherapist and teacher");
    await give(admin, member, "editor", "Physiotherapist");
    expect(await roleOf(member)).toEqual({ role: "editor", credential: null });
  });

  it("announces every page on which the role stands beside the name", async () => {
    const [admin, member, technique] = [await anAdmin(), await aMember(), await aTechnique()];
    const [own, elsewhere] = [await aThread({ author: member, technique }), await aThread()];
    await aComment({ thread: elsewhere, author: member });
    await aComment({ thread: elsewhere, author: member });
    const announced = await purgedBy(() => give(admin, member, "provider", "Physiotherapist"));
    expect(announced).toEqual(
      [
        ...[`member:${member.id}`, `list:member:${member.id}`, `thread:${own.id}`, `thread:${elsewhere.id}`],
        ...["list:home", `list:technique:${technique.id}`],
      ].sort(),
    );
  });

  it("announces as many pages as somebody has written on", async () => {
    const [admin, member] = [await anAdmin(), await aMember()];
    const technique = await aTechnique();
    const ids: number[] = [];
    for (let n = 0; n < 250; n += 1) ids.push((await aThread({ author: member, technique })).id);
    const { purges } = await heardDuring(() => give(admin, member, "moderator"));
    expect(purges.length).toBeGreaterThan(1);
    const told = new Set(purges.flatMap(({ tags }) => tags));
    expect(ids.filter((id) => !told.has(`thread:${id}`))).toEqual([]);
  });

  it("refuses one's own, who is no admin, a role that is there already, a persona and nobody", async () => {
    const [admin, member] = [await anAdmin(), await aMember()];
    const persona = await aPersona({ of: member });
    for (const [by, to, role, code] of [
      [admin, admin, "member", "role_own"],
      [await aMember({ role: "moderator" }), member, "moderator", "not_allowed"],
      [await aMember({ role: "editor" }), member, "editor", "not_allowed"],
      [member, member, "admin", "not_allowed"],
      [admin, member, "member", "role_same"],
      [admin, persona, "editor", "not_found"],
      [admin, { id: 987_654_321 }, "editor", "not_found"],
    ] as const) {
      expect(await codeOf(give(by, to, role))).toBe(code);
    }
    expect(await roleOf(member)).toEqual({ role: "member", credential: null });
    expect(await roleOf(admin)).toEqual({ role: "admin", credential: null });
  });

  it("refuses whoever was an admin when they opened the page and is none any more", async () => {
    const [first, second, member] = [await anAdmin(), await anAdmin(), await aMember()];
    await give(first, second, "member");
    expect(await codeOf(give(second, member, "moderator"))).toBe("not_allowed");
  });

  it("leaves an admin of two who take the role from each other at once", async () => {
    const [first, second] = [await anAdmin(), await anAdmin()];
    expect(await outcomesOf([give(first, second, "member"), give(second, first, "member")])).toEqual([
      "done",
      "not_allowed",
    ]);
    const left = [await roleOf(first), await roleOf(second)].filter((row) => row?.role === "admin");
    expect(left).toHaveLength(1);
  });

  it("leaves alone who is not there any more", async () => {
    const admin = await anAdmin();
    const gone = await aMember({ accountId: null, joinedAt: daysAgo(90) });
    expect(await codeOf(give(admin, gone, "editor"))).toBe("not_found");
  });
});
