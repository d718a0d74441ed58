import { sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { db } from "@/db/client";
import { threadsPerPage } from "@/lib/platform/pagination";
import { audit } from "@/lib/platform/audit";
import { asOwner } from "@/lib/testing/as-owner";
import { aMember } from "@/lib/testing/factories";
import { listLog } from "./queries-log";

const act = (actorId: number, what: string, subject: string) =>
  db.transaction((tx) => audit(tx, { actorId, act: what, subject }));
const actsOf = ({ rows }: Awaited<ReturnType<typeof listLog>>) => rows.map((row) => `${row.act} ${row.subject}`);

describe("the log", () => {
  it("is listed newest first, with its number and who did it", async () => {
    const moderator = await aMember({ role: "moderator" });
    await act(moderator.id, "case_hide", "case:1");
    await act(moderator.id, "case_keep", "case:2");
    const { rows } = await listLog({}, null);
    expect(rows.slice(0, 2)).toMatchObject([
      { act: "case_keep", actor: moderator.handle, subject: "case:2", member: null },
      { act: "case_hide", actor: moderator.handle, subject: "case:1", member: null },
    ]);
    expect(Number(rows[0]?.seq)).toBe(Number(rows[1]?.seq) + 1);
  });

  it("is filtered by who did it, in any case of letters", async () => {
    const [one, other] = [await aMember({ role: "moderator" }), await aMember({ role: "moderator" })];
    await act(one.id, "case_hide", "case:3");
    await act(other.id, "case_hide", "case:4");
    expect(actsOf(await listLog({ actor: one.handle.toUpperCase() }, null))).toEqual(["case_hide case:3"]);
    expect(await listLog({ actor: "nobody_has_this" }, null)).toEqual({ rows: [], older: null });
  });

  it("is filtered by what it is about: a kind, or one thing", async () => {
    const [moderator, member] = [await aMember({ role: "moderator" }), await aMember()];
    const about = `member:${member.id}`;
    await act(moderator.id, "member_read", about);
    await act(moderator.id, "case_hide", "case:5");
    const own = { actor: moderator.handle };
    expect(actsOf(await listLog({ ...own, about: "member" }, null))).toEqual([`member_read ${about}`]);
    expect(actsOf(await listLog({ ...own, about: "case" }, null))).toEqual(["case_hide case:5"]);
    expect(actsOf(await listLog({ ...own, about: "case:5" }, null))).toEqual(["case_hide case:5"]);
    expect(actsOf(await listLog({ ...own, about: "case:55" }, null))).toEqual([]);
    const { rows } = await listLog({ about }, null);
    expect(rows).toMatchObject([{ member: member.handle }]);
  });

  it("goes on where a page ended, without a line twice or left out", async () => {
    const { id, handle } = await aMember({ role: "moderator" });
    await db.transaction(async (tx) => {
      // One moment for all of them.
      for (let n = 1; n <= threadsPerPage + 2; n++)
        await audit(tx, { actorId: id, act: `act_${n}`, subject: "case:6" });
    });
    const first = await listLog({ actor: handle }, null);
    const second = await listLog({ actor: handle }, first.older);
    expect(first.rows).toHaveLength(threadsPerPage);
    expect(second.older).toBeNull();
    expect([...first.rows, ...second.rows].map((row) => row.act)).toEqual(
      Array.from({ length: threadsPerPage + 2 }, (_, index) => `act_${threadsPerPage + 2 - index}`),
    );
  });

  it("keeps the lines of somebody who is no member any more, and strange ones", async () => {
    await act(999_999_999, "case_hide", "case:7");
    await act(999_999_999, "odd", "member:12345678901234567890");
    const [odd, hidden] = (await listLog({}, null)).rows;
    expect(odd).toMatchObject({ act: "odd", actor: null, member: null });
    expect(hidden).toMatchObject({ act: "case_hide", actor: null, actorId: 999_999_999 });
  });

  it("shows lines from before the chain", async () => {
    await asOwner(async (tx) => {
      await tx.execute(sql`SET LOCAL session_replication_role = replica`);
      await tx.execute(sql`INSERT INTO audit_log (actor_id, act, subject, detail, created_at)
        VALUES (5, 'case_dismiss', 'case:8', '{}', '2024-01-01')`);
    });
    expect((await listLog({ about: "case:8" }, null)).rows).toMatchObject([{ seq: null, act: "case_dismiss" }]);
  });
});
