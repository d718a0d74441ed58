import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog, memberNotes } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { aMember } from "@/lib/testing/factories";
import { aPersona } from "@/lib/testing/personas";
import { codeOf } from "@/lib/testing/refusals";
import { noteMember } from "./note-member";

const notesOf = (id: number) => db.select().from(memberNotes).where(eq(memberNotes.memberId, id));

it("keeps a note for the other moderators, and says in the log that there is one", async () => {
  const [moderator, member] = [actorOf(await aMember({ role: "moderator" })), await aMember()];
  expect(await noteMember(moderator, { member: member.id, note: "Writes late at night." })).toEqual({
    handle: member.handle,
  });
  expect(await notesOf(member.id)).toMatchObject([{ authorId: moderator.memberId, body: "Writes late at night." }]);
  const lines = await db
    .select()
    .from(auditLog)
    .where(eq(auditLog.subject, `member:${member.id}`));
  // What was noted stands in the note alone.
  expect(lines).toMatchObject([{ act: "member_note", actorId: moderator.memberId, detail: {} }]);
});

it("refuses who is no moderator, a note about oneself, a persona and nobody", async () => {
  const [moderator, member] = [await aMember({ role: "moderator" }), await aMember()];
  const persona = await aPersona({ of: member });
  const note = "It should not be here.";
  for (const [who, about, code] of [
    [await aMember(), member.id, "not_allowed"],
    [await aMember({ role: "editor" }), member.id, "not_allowed"],
    [moderator, moderator.id, "note_about_self"],
    [moderator, persona.id, "not_found"],
    [moderator, 987_654_321, "not_found"],
  ] as const) {
    expect(await codeOf(noteMember(actorOf(who), { member: about, note }))).toBe(code);
    expect(await notesOf(about)).toEqual([]);
  }
});
