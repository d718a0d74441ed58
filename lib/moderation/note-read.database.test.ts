import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import { actorOf } from "@/lib/testing/actors";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember } from "@/lib/testing/factories";
import { noteRead } from "./note-read";

const aModerator = async () => actorOf(await aMember({ role: "moderator" }));
const readingsOf = (subject: string) =>
  db
    .select({ actorId: auditLog.actorId, act: auditLog.act })
    .from(auditLog)
    .where(and(eq(auditLog.subject, subject)))
    .orderBy(auditLog.id);

it("writes each reader and each thing once, also when two windows open at the same moment", async () => {
  const [ana, ben] = [await aModerator(), await aModerator()];
  await Promise.all(Array.from({ length: 6 }, () => noteRead(ana, "case", 71)));
  await noteRead(ben, "case", 71);
  await noteRead(ana, "member", 71);
  await noteRead(ana, "case", 72);
  expect(await readingsOf("case:71")).toEqual([
    { actorId: ana.memberId, act: "case_read" },
    { actorId: ben.memberId, act: "case_read" },
  ]);
  expect(await readingsOf("member:71")).toEqual([{ actorId: ana.memberId, act: "member_read" }]);
  expect(await readingsOf("case:72")).toHaveLength(1);
});

it("writes again after ten minutes, and not before", async () => {
  const ana = await aModerator();
  const someTimeAgo = (minutes: number, subject: string) =>
    asOwner(async (tx) => {
      await tx.execute(sql`SET LOCAL session_replication_role = replica`);
      await tx.execute(
        sql`UPDATE audit_log SET created_at = now() - make_interval(mins => ${minutes}) WHERE subject = ${subject}`,
      );
    });
  await noteRead(ana, "case", 81);
  await someTimeAgo(9, "case:81");
  await noteRead(ana, "case", 81);
  expect(await readingsOf("case:81")).toHaveLength(1);
  await someTimeAgo(11, "case:81");
  await noteRead(ana, "case", 81);
  expect(await readingsOf("case:81")).toHaveLength(2);
});
